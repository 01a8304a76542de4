import { Injectable } from '@nestjs/common';
import { ok, parsePence, type Pence, type Result } from '#libs/kernel';
import { auditLead, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { settingFault } from '../domain/setting-fault.js';
import { ShapeRepository } from '../persistence/shape.repository.js';

export interface SetSmallestInvoiceCommand {
  /** Pounds without VAT as text; 0 for every bill to be drafted, however small. */
  readonly amount: string;
}

/** More than this is a mistake, and would keep whole years of bills back. */
const MOST: Pence = 100_000n;

/** Sets below which sum a member's bill is carried to the next run. Drafts change when their run is prepared again. */
@Injectable()
export class SetSmallestInvoice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shapes: ShapeRepository,
  ) {}

  /** Refuses AMOUNT_FORMAT, TOO_SMALL, TOO_BIG and TOO_MANY_DECIMALS. */
  async execute(actor: Actor, { amount }: SetSmallestInvoiceCommand): Promise<Result<{ amount: string }>> {
    const rule = { field: 'The smallest invoice', path: ['smallestInvoice'], most: MOST };
    const fault = settingFault(amount, rule);
    if (fault) return fault;
    const pence = parsePence(amount) ?? 0n;
    return this.work.run(actor, async (tx) => {
      const before = await this.shapes.smallestInvoice(tx, tx.leadId);
      if (before === pence) return ok({ amount });
      await this.shapes.setSmallestInvoice(tx, pence);
      await auditLead(tx, {
        action: 'billing.smallest-invoice-set',
        subjectKind: 'body',
        subjectId: tx.leadId,
        details: { smallestInvoice: pence, before },
      });
      return ok({ amount });
    });
  }
}

/** Reads it for the lead authority that acts. */
@Injectable()
export class ReadSmallestInvoice {
  constructor(private readonly shapes: ShapeRepository) {}

  /** In pence without VAT; 0 until it is set. */
  within(tx: Tx): Promise<Pence> {
    return this.shapes.smallestInvoice(tx, tx.leadId);
  }
}
