import { Injectable } from '@nestjs/common';
import {
  err,
  ok,
  parsePence,
  readDecimal,
  refuse,
  type Pence,
  type Refusal,
  type Result,
} from '#libs/kernel';
import { auditLead, UnitOfWork, type Actor, type Tx } from '#libs/platform';
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
    const pence = parsePence(amount);
    if (pence === null || pence > MOST) return err(amountFault(amount));
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

const amountFault = (text: string): Refusal => {
  const field = 'The smallest invoice';
  const path = ['smallestInvoice'];
  switch (readDecimal(text, { maxIntegerDigits: 15, maxPlaces: 2 })) {
    case 'FORMAT':
      return refuse('AMOUNT_FORMAT', { field }, path);
    case 'NEGATIVE':
      return refuse('TOO_SMALL', { field, min: '£0' }, path);
    case 'TOO_MANY_DECIMALS':
      return refuse('TOO_MANY_DECIMALS', { field, places: '2' }, path);
    default:
      return refuse('TOO_BIG', { field, max: '£1,000' }, path);
  }
};

/** Reads it for the lead authority that acts. */
@Injectable()
export class ReadSmallestInvoice {
  constructor(private readonly shapes: ShapeRepository) {}

  /** In pence without VAT; 0 until it is set. */
  within(tx: Tx): Promise<Pence> {
    return this.shapes.smallestInvoice(tx, tx.leadId);
  }
}
