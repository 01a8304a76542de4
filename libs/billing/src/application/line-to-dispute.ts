import { Injectable } from '@nestjs/common';
import { ReadCallOffs } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import type { Pence } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { isOpenDispute } from '../domain/dispute.js';
import type { Invoice } from '../domain/document.js';
import { BilledRepository } from '../persistence/billed.repository.js';
import { DisputeRepository } from '../persistence/dispute.repository.js';
import { InvoiceRepository } from '../persistence/invoice.repository.js';

export interface LineStanding {
  /** For how many days a line may be disputed: a setting of its framework. */
  readonly days: number;
  /** What of the line is neither credited, nor about to be, nor agreed to be corrected; without VAT. */
  readonly left: Pence;
  readonly hasOpenDispute: boolean;
}

/** How a line of an issued invoice stands, for whoever disputes it. */
@Injectable()
export class LineToDispute {
  constructor(
    private readonly callOffs: ReadCallOffs,
    private readonly catalogue: ReadCatalogue,
    private readonly invoices: InvoiceRepository,
    private readonly billed: BilledRepository,
    private readonly disputes: DisputeRepository,
  ) {}

  async within(tx: Tx, invoice: Invoice, lineId: string): Promise<LineStanding> {
    const [line] = await this.invoices.linesByIds(tx, [lineId]);
    if (!line) throw new Error(`line ${lineId} cannot be read`);
    const callOff = await this.callOffs.byId(tx, line.callOffId);
    const framework = callOff && (await this.catalogue.framework(tx, callOff.frameworkId));
    if (!framework) throw new Error(`the framework of line ${lineId} cannot be read`);
    const lines = await this.billed.issuedLines(tx, invoice, [invoice.id], { runsDrafts: true });
    const left = lines.find((each) => each.lineId === lineId)?.left ?? 0n;
    const agreed = await this.disputes.awaitingCorrection(tx, invoice, lineId);
    const before = await this.disputes.ofInvoice(tx, invoice, invoice.id);
    return {
      days: framework.disputeDays,
      left: left > agreed ? left - agreed : 0n,
      hasOpenDispute: before.some((each) => each.invoiceLineId === lineId && isOpenDispute(each)),
    };
  }
}
