import { Injectable } from '@nestjs/common';
import { FindBody, ReadLeadAuthority, type LeadAuthority } from '#libs/directory';
import { err, ok, refuse, type Result } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { Buyer, Seller } from '../domain/document.js';

export interface PrintedDetails {
  readonly lead: LeadAuthority;
  readonly seller: Seller;
  readonly buyer: Buyer;
}

/** The lead authority and the member as they are printed on a document that is issued now. */
@Injectable()
export class ReadPrintedDetails {
  constructor(
    private readonly leads: ReadLeadAuthority,
    private readonly bodies: FindBody,
  ) {}

  /** Refuses SELLER_DETAILS_MISSING. */
  async within(tx: Tx, tenantId: string): Promise<Result<PrintedDetails>> {
    const lead = await this.leads.own(tx);
    if (lead.details === null)
      return err(
        refuse('SELLER_DETAILS_MISSING', {
          missing: 'address, VAT number and bank details',
          lead: lead.name,
        }),
      );
    const body = await this.bodies.byId(tx, tenantId);
    if (body === null) throw new Error(`body ${tenantId} is not in the register`);
    const { address, vatNumber, bankAccountName, bankSortCode, bankAccountNumber } = lead.details;
    const bank = { accountName: bankAccountName, sortCode: bankSortCode, accountNumber: bankAccountNumber };
    return ok({
      lead,
      seller: { name: lead.name, address, vatNumber, bank },
      buyer: { name: body.name, code: body.code },
    });
  }
}
