import { formatLongDate, localDate, refuse, type LocalDate, type Refusal } from '#libs/kernel';
import type { Authority } from './tasks.js';

/** The decision of the joining body that lets it join. */
export interface Decision {
  readonly reference: string;
  readonly decidedBy: string;
  readonly publishedOn: LocalDate;
  /** Call-in rules are the body's own, so the body says from when its decision has effect. */
  readonly effectiveOn: LocalDate;
  /** Why it has effect at once, where it is exempt from call-in. */
  readonly exemptReason: string | null;
}

/** The decision that the answers of AUTHORITY tell of, or null when it is still to be made. */
export const decisionOf = (answers: Partial<Authority>): Decision | null => {
  const { decision, reference, decidedBy, publishedOn, effectiveOn, exemptReason = null } = answers;
  if (decision !== 'MADE' || !reference || !decidedBy || !publishedOn || !effectiveOn) return null;
  return {
    reference,
    decidedBy,
    publishedOn: localDate(publishedOn),
    effectiveOn: localDate(effectiveOn),
    exemptReason,
  };
};

/** Why nothing can be signed or awarded on a decision today. */
export const decisionFaults = (decision: Decision | null, today: LocalDate): readonly Refusal[] => {
  if (decision === null) return [refuse('DECISION_MISSING')];
  if (decision.exemptReason !== null || decision.effectiveOn <= today) return [];
  return [
    refuse('DECISION_IN_CALL_IN', {
      published: formatLongDate(decision.publishedOn),
      effective: formatLongDate(decision.effectiveOn),
    }),
  ];
};

/** Of several services' decisions, the one that a common agreement can be signed on first. */
export const firstEffective = (decisions: readonly Decision[]): Decision | null =>
  [...decisions].sort((a, b) => {
    if ((a.exemptReason === null) !== (b.exemptReason === null)) return a.exemptReason === null ? 1 : -1;
    return a.effectiveOn < b.effectiveOn ? -1 : 1;
  })[0] ?? null;
