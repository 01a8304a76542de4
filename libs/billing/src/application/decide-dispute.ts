import { Injectable } from '@nestjs/common';
import { addNotice } from '#libs/directory';
import { formatPence, formatPounds, ok, type Result } from '#libs/kernel';
import type { Actor, Tx } from '#libs/platform';
import { disputeStateWords } from '../domain/dispute.js';
import { decideDispute, type DecisionTerms, type DisputeMove } from '../domain/move-dispute.js';
import { MoveDispute, type HeldDispute, type MovedDispute } from './move-dispute.js';
import { RaiseConcession } from './raise-concession.js';

/** The lead authority decides; what it concedes is drafted as a credit note, which somebody else approves. */
@Injectable()
export class DecideDispute {
  constructor(
    private readonly dispute: MoveDispute,
    private readonly concession: RaiseConcession,
  ) {}

  /** Refuses NOT_FOUND, STATE_NOT_ALLOWED, DISPUTE_SAME_PERSON, DISPUTE_PART, CREDIT_OVER_INVOICE and bad input. */
  execute(actor: Actor, disputeId: string, terms: DecisionTerms): Promise<MovedDispute> {
    return this.dispute.execute(actor, disputeId, {
      action: 'dispute.decide',
      decide: (tx, { dispute, steps }) => Promise.resolve(decideDispute(dispute, steps, terms, tx.personId)),
      credit: (tx, held, move) => this.concede(tx, held, move),
      tell: (tx, { dispute }, move, { lead, number }) =>
        addNotice(tx, {
          bodyId: dispute.tenantId,
          role: 'TENANT_FINANCE',
          mail: 'DISPUTE_DECIDED',
          words: {
            lead,
            number,
            decision: disputeStateWords[move.state],
            reason: move.words ?? '',
            next: nextWords(move),
          },
        }),
    });
  }

  private async concede(
    tx: Tx,
    { dispute, invoice }: HeldDispute,
    { given, words }: DisputeMove,
  ): Promise<Result<{ creditNoteId: string } | null>> {
    if (given?.outcome !== 'CONCESSION') return ok(null);
    return this.concession.within(tx, invoice, {
      reason: words ?? '',
      lines: [{ invoiceLineId: dispute.invoiceLineId, net: formatPence(given.net) }],
    });
  }
}

const nextWords = ({ given }: DisputeMove): string => {
  if (given === null)
    return 'What was disputed is payable again. If you do not accept the decision, you can have it looked at by someone else.';
  const amount = `${formatPounds(given.net)} excluding VAT`;
  return given.outcome === 'CONCESSION'
    ? `A credit note of ${amount} is prepared, and is sent to you once it is approved and issued.`
    : `Use or price is corrected (${amount} as you disputed it), and the next bill credits what it comes to.`;
};
