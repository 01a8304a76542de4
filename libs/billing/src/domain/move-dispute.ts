import {
  addDays,
  err,
  formatPounds,
  londonDateOf,
  ok,
  okUnless,
  parsePence,
  refuse,
  textFaults,
  type LocalDate,
  type Pence,
  type Refusal,
  type Result,
} from '#libs/kernel';
import {
  atStake,
  disputeStateWords,
  isOpenDispute,
  type Dispute,
  type DisputeDecision,
  type DisputeOutcome,
  type DisputeState,
  type DisputeStep,
} from './dispute.js';

/** Where a dispute goes, and what is kept of it. */
export interface DisputeMove {
  readonly state: DisputeState;
  readonly words: string | null;
  /** What a decision upholds beside what was upheld before. */
  readonly given: { readonly net: Pence; readonly outcome: DisputeOutcome } | null;
}

export interface DecisionTerms {
  readonly decision: DisputeDecision;
  /** For PART_UPHELD: how much, in pounds without VAT as text. */
  readonly net: string | null;
  /** Unless it is rejected. */
  readonly outcome: DisputeOutcome | null;
  readonly reason: string;
}

const MAX_WORDS = 1000;

export const beginReview = (dispute: Dispute): Result<DisputeMove> =>
  dispute.state === 'OPEN'
    ? ok({ state: 'UNDER_REVIEW', words: null, given: null })
    : err(notFrom(dispute, 'review'));

/** `steps` are all that were done before; who decided once does not decide what was escalated. */
export const decideDispute = (
  dispute: Dispute,
  steps: readonly DisputeStep[],
  terms: DecisionTerms,
  personId: string,
): Result<DisputeMove> => {
  if (!isOpenDispute(dispute)) return err(notFrom(dispute, 'decide'));
  if (steps.some((step) => step.personId === personId && isDecision(step)))
    return err(refuse('DISPUTE_SAME_PERSON'));
  const stake = atStake(dispute);
  const net = terms.decision === 'UPHELD' ? stake : parsePence(terms.net);
  const faults = [
    ...(terms.decision === 'PART_UPHELD' ? partFaults(net, stake) : []),
    ...(terms.decision !== 'REJECTED' && terms.outcome === null
      ? [refuse('FIELD_REQUIRED', { field: 'whether it is corrected or credited' }, ['outcome'])]
      : []),
    ...reasonFaults(terms.reason),
  ];
  return okUnless(faults, () => {
    const given =
      terms.decision === 'REJECTED' || net === null || terms.outcome === null
        ? null
        : { net, outcome: terms.outcome };
    // What was upheld before an escalation stands.
    const state = given === null && dispute.upheld > 0n ? 'PART_UPHELD' : terms.decision;
    return { state, words: terms.reason.trim(), given };
  });
};

/** Withdrawing what was escalated leaves what was upheld before. */
export const withdrawDispute = (dispute: Dispute): Result<DisputeMove> => {
  if (!isOpenDispute(dispute)) return err(notFrom(dispute, 'withdraw'));
  return ok({ state: dispute.upheld > 0n ? 'PART_UPHELD' : 'WITHDRAWN', words: null, given: null });
};

/** What an escalation depends on beside the dispute. */
export interface LineToEscalate {
  readonly days: number;
  readonly left: Pence;
  readonly hasOpenDispute: boolean;
  readonly today: LocalDate;
}

/** A member that does not accept a decision has somebody else decide, for as long as it could have disputed. */
export const escalateDispute = (
  dispute: Dispute,
  { days, left, hasOpenDispute, today }: LineToEscalate,
  reason: string,
): Result<DisputeMove> => {
  if (dispute.state !== 'REJECTED' && dispute.state !== 'PART_UPHELD')
    return err(notFrom(dispute, 'escalate'));
  const faults = [
    ...(hasOpenDispute ? [refuse('DISPUTE_OPEN_ALREADY')] : []),
    ...(today > addDays(londonDateOf(dispute.changedAt), days)
      ? [refuse('ESCALATION_LATE', { days: String(days) })]
      : []),
    ...(atStake(dispute) > left ? [refuse('DISPUTE_OVER_LINE', { left: formatPounds(left) })] : []),
    ...reasonFaults(reason),
  ];
  return okUnless(faults, () => ({ state: 'ESCALATED', words: reason.trim(), given: null }));
};

const isDecision = ({ state, words }: DisputeStep): boolean =>
  words !== null && (state === 'UPHELD' || state === 'PART_UPHELD' || state === 'REJECTED');

const notFrom = ({ state }: Dispute, action: string): Refusal =>
  refuse('STATE_NOT_ALLOWED', { thing: 'dispute', state: disputeStateWords[state], action });

const partFaults = (net: Pence | null, stake: Pence): readonly Refusal[] => {
  const path = ['net'];
  if (net === null) return [refuse('AMOUNT_FORMAT', { field: 'The amount' }, path)];
  if (net === 0n) return [refuse('PAYMENT_AMOUNT', {}, path)];
  return net >= stake ? [refuse('DISPUTE_PART', { stake: formatPounds(stake) }, path)] : [];
};

const reasonFaults = (reason: string): readonly Refusal[] =>
  textFaults(reason, { field: 'the reason', path: ['reason'], max: MAX_WORDS });
