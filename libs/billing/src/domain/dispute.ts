import type { Pence } from '#libs/kernel';

/** DISPUTE: raised in time; it holds back payment. ERROR_REPORT: at any time; it does so once it is upheld. */
export const disputeKinds = ['DISPUTE', 'ERROR_REPORT'] as const;
export type DisputeKind = (typeof disputeKinds)[number];

export const disputeStates = [
  'OPEN',
  'UNDER_REVIEW',
  'UPHELD',
  'PART_UPHELD',
  'REJECTED',
  'WITHDRAWN',
  'ESCALATED',
] as const;
export type DisputeState = (typeof disputeStates)[number];

export const disputeDecisions = ['UPHELD', 'PART_UPHELD', 'REJECTED'] as const;
export type DisputeDecision = (typeof disputeDecisions)[number];

/**
 * How what was upheld is given back. CORRECTION: use or price is put right, and the next run's difference credits it.
 * CONCESSION: by a credit note of its own.
 */
export const disputeOutcomes = ['CORRECTION', 'CONCESSION'] as const;
export type DisputeOutcome = (typeof disputeOutcomes)[number];

/** What a member disputes of one line of an issued invoice. Ids are uuids, amounts without VAT. */
export interface Dispute {
  readonly tenantId: string;
  readonly leadId: string;
  readonly id: string;
  readonly invoiceId: string;
  readonly invoiceLineId: string;
  readonly kind: DisputeKind;
  readonly state: DisputeState;
  readonly net: Pence;
  /** What was upheld in all, however often it was decided. */
  readonly upheld: Pence;
  /** Of what was upheld last; null while nothing was. */
  readonly outcome: DisputeOutcome | null;
  readonly reason: string;
  readonly evidence: string | null;
  readonly raisedBy: string;
  readonly raisedAt: Date;
  readonly changedAt: Date;
}

/** One thing that was done with a dispute. */
export interface DisputeStep {
  readonly disputeId: string;
  /** From 1, without gaps. */
  readonly number: number;
  /** Where the dispute stood after it. */
  readonly state: DisputeState;
  readonly personId: string;
  readonly at: Date;
  /** Why; null where it needs no reason. */
  readonly words: string | null;
  /** What this decision upheld; null when it upheld nothing, or is none. */
  readonly net: Pence | null;
  readonly outcome: DisputeOutcome | null;
  /** The concession that it drafted. */
  readonly creditNoteId: string | null;
}

/** Whether somebody has still to decide it. */
export const isOpenDispute = ({ state }: Pick<Dispute, 'state'>): boolean =>
  state === 'OPEN' || state === 'UNDER_REVIEW' || state === 'ESCALATED';

/** What is still in dispute of it: after an escalation what was not upheld before. */
export const atStake = ({ net, upheld }: Pick<Dispute, 'net' | 'upheld'>): Pence => net - upheld;

/** A state within a sentence. */
export const disputeStateWords: Readonly<Record<DisputeState, string>> = {
  OPEN: 'open',
  UNDER_REVIEW: 'under review',
  UPHELD: 'upheld',
  PART_UPHELD: 'upheld in part',
  REJECTED: 'rejected',
  WITHDRAWN: 'withdrawn',
  ESCALATED: 'escalated',
};
