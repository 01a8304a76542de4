import { Injectable } from '@nestjs/common';
import { FindBody } from '#libs/directory';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { auditTenant, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import type { Dispute, DisputeStep } from '../domain/dispute.js';
import type { Invoice } from '../domain/document.js';
import type { DisputeMove } from '../domain/move-dispute.js';
import { DisputeRepository } from '../persistence/dispute.repository.js';
import { InvoiceRepository } from '../persistence/invoice.repository.js';

export type MovedDispute = Result<{ disputeId: string }>;

/** A dispute with what was done before, held until the transaction ends, and the invoice that it is about. */
export interface HeldDispute {
  readonly dispute: Dispute;
  readonly steps: readonly DisputeStep[];
  readonly invoice: Invoice;
}

/** The names of both sides, for notices. */
export interface Sides {
  readonly member: string;
  readonly lead: string;
  /** The invoice's number. */
  readonly number: string;
}

/** What is particular to one move. */
export interface DisputeMoveOrder {
  /** As the audit record names it, such as 'dispute.withdraw'. */
  readonly action: string;
  readonly decide: (tx: Tx, held: HeldDispute) => Promise<Result<DisputeMove>>;
  /** Drafts what the move gives; answers the credit note's id. */
  readonly credit?: (
    tx: Tx,
    held: HeldDispute,
    move: DisputeMove,
  ) => Promise<Result<{ creditNoteId: string } | null>>;
  readonly tell: (tx: Tx, held: HeldDispute, move: DisputeMove, sides: Sides) => Promise<void>;
}

/** Moves a dispute from one state to another, for its member or for the lead authority, and keeps the step. */
@Injectable()
export class MoveDispute {
  constructor(
    private readonly work: UnitOfWork,
    private readonly disputes: DisputeRepository,
    private readonly invoices: InvoiceRepository,
    private readonly bodies: FindBody,
  ) {}

  async execute(actor: Actor, disputeId: string, order: DisputeMoveOrder): Promise<MovedDispute> {
    const [seen] = await this.work.read(actor, (tx) => this.disputes.byIds(tx, [disputeId]));
    if (!seen) return err(refuse('NOT_FOUND'));
    const forMember = actor.identity.capacity === 'LEAD' ? actor.forTenant(seen.tenantId) : actor;
    return this.work.run(forMember, async (tx) => {
      // The invoice's row first, as whoever credits or voids it holds it.
      const invoice = await this.invoices.lock(tx, seen, seen.invoiceId);
      const dispute = await this.disputes.lock(tx, seen, disputeId);
      if (invoice === null || dispute === null) return err(refuse('NOT_FOUND'));
      const steps = await this.disputes.steps(tx, [disputeId]);
      return this.move(tx, { dispute, steps, invoice }, order);
    });
  }

  /** What a notice calls both sides and the invoice. */
  async sides(tx: Tx, { tenantId, leadId, number }: Invoice): Promise<Sides> {
    const bodies = await this.bodies.byIds(tx, [tenantId, leadId]);
    const nameOf = (id: string): string => bodies.get(id)?.name ?? '';
    return { member: nameOf(tenantId), lead: nameOf(leadId), number: number ?? '' };
  }

  private async move(tx: Tx, held: HeldDispute, order: DisputeMoveOrder): Promise<MovedDispute> {
    const decided = await order.decide(tx, held);
    if (!decided.ok) return decided;
    const move = decided.value;
    const credited = (await order.credit?.(tx, held, move)) ?? ok(null);
    if (!credited.ok) return credited;
    const { dispute, steps } = held;
    const { state, words, given } = move;
    await this.disputes.change(tx, dispute, {
      state,
      upheld: dispute.upheld + (given?.net ?? 0n),
      outcome: given?.outcome ?? dispute.outcome,
    });
    const creditNoteId = credited.value?.creditNoteId ?? null;
    const done = { state, net: given?.net ?? null, outcome: given?.outcome ?? null, creditNoteId };
    await this.disputes.addStep(tx, dispute, {
      ...done,
      disputeId: dispute.id,
      number: steps.length + 1,
      personId: tx.personId,
      at: tx.now,
      words,
    });
    await order.tell(tx, held, move, await this.sides(tx, held.invoice));
    await auditTenant(tx, dispute.leadId, {
      action: order.action,
      subjectKind: 'dispute',
      subjectId: dispute.id,
      details: { invoiceId: dispute.invoiceId, ...done },
    });
    return ok({ disputeId: dispute.id });
  }
}
