import { formatLongDate, refuse, type LocalDate, type Refusal } from '#libs/kernel';
import { eligibilityWords as words } from './words.js';

/** How a body stands to one rule of a framework's list; the catalogue compares them. */
export interface RuleAnswer {
  readonly kind: 'NAMED' | 'CATEGORY';
  /** The body's name in the notice, or such as 'district councils in Northmere'. */
  readonly label: string;
  /** UNKNOWN: the register lacks the fact that decides it. */
  readonly match: 'MATCH' | 'NO_MATCH' | 'UNKNOWN';
}

/** Everything that a decision about eligibility depends on. */
export interface EligibilityFacts {
  readonly framework: {
    readonly noticeReference: string;
    /** First and last day on which it can be used. */
    readonly startsOn: LocalDate;
    readonly endsOn: LocalDate;
    readonly leadName: string;
  };
  readonly body: {
    readonly name: string;
    /** The day from which it no longer exists. */ readonly endedOn: LocalDate | null;
  };
  /** Who took over an abolished body's work, where the register knows. */
  readonly successors: readonly { readonly name: string }[];
  readonly rules: readonly RuleAnswer[];
  readonly today: LocalDate;
}

export const eligibilityResults = ['ELIGIBLE', 'NOT_ELIGIBLE', 'NEEDS_EVIDENCE'] as const;
export type EligibilityResult = (typeof eligibilityResults)[number];

export const eligibilityReasonCodes = [
  'NAMED',
  'CATEGORY',
  'NOT_COVERED',
  'CANNOT_DECIDE',
  'BODY_ABOLISHED',
  'FRAMEWORK_NOT_LIVE',
  'FRAMEWORK_EXPIRED',
] as const;
export type EligibilityReasonCode = (typeof eligibilityReasonCodes)[number];

export interface EligibilityReason {
  readonly code: EligibilityReasonCode;
  /** Plain English, for the person who asked. */
  readonly sentence: string;
}

export interface EligibilityDecision {
  readonly result: EligibilityResult;
  readonly reasons: readonly EligibilityReason[];
  /** What can be done now, in order. */
  readonly nextSteps: readonly string[];
}

/**
 * Whether a body may use a framework today, why, and what to do next. A body that one rule covers is eligible
 * whatever else cannot be decided; a framework that has not opened yet keeps nobody from preparing.
 */
export const decideEligibility = (facts: EligibilityFacts): EligibilityDecision => {
  const { framework, body, today } = facts;
  if (body.endedOn !== null && body.endedOn <= today) {
    const gone = { body: body.name, date: formatLongDate(body.endedOn), successor: successorOf(facts) };
    return notEligible('BODY_ABOLISHED', words.BODY_ABOLISHED(gone), words.useSuccessor(gone));
  }
  if (framework.endsOn < today) {
    const date = formatLongDate(framework.endsOn);
    return notEligible('FRAMEWORK_EXPIRED', words.FRAMEWORK_EXPIRED({ date }), words.askTeam(framework));
  }
  const decided = decideByRules(facts);
  if (framework.startsOn <= today || decided.result === 'NOT_ELIGIBLE') return decided;
  const opens = { date: formatLongDate(framework.startsOn) };
  return {
    result: decided.result,
    reasons: [...decided.reasons, { code: 'FRAMEWORK_NOT_LIVE', sentence: words.FRAMEWORK_NOT_LIVE(opens) }],
    nextSteps: decided.result === 'ELIGIBLE' ? [words.prepare(opens)] : decided.nextSteps,
  };
};

/** 'A', 'A or B', 'A, B or C', or null. */
const successorOf = ({ successors }: EligibilityFacts): string | null => {
  const names = successors.map(({ name }) => name);
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : (names[0] ?? null);
};

const decideByRules = ({ framework, body, rules }: EligibilityFacts): EligibilityDecision => {
  const reasonsOf = (
    match: RuleAnswer['match'],
    code: (rule: RuleAnswer) => 'NAMED' | 'CATEGORY' | 'CANNOT_DECIDE',
  ) =>
    rules
      .filter((rule) => rule.match === match)
      .map((rule): EligibilityReason => {
        const known = { body: body.name, notice: framework.noticeReference, category: rule.label };
        return { code: code(rule), sentence: words[code(rule)](known) };
      });

  const matching = reasonsOf('MATCH', ({ kind }) => kind);
  if (matching.length > 0) return { result: 'ELIGIBLE', reasons: matching, nextSteps: [words.start()] };

  const unknown = reasonsOf('UNKNOWN', () => 'CANNOT_DECIDE');
  if (unknown.length > 0)
    return { result: 'NEEDS_EVIDENCE', reasons: unknown, nextSteps: [words.sendEvidence(framework)] };

  return notEligible('NOT_COVERED', words.NOT_COVERED({ body: body.name }), words.askTeam(framework));
};

const notEligible = (
  code: EligibilityReasonCode,
  sentence: string,
  nextStep: string,
): EligibilityDecision => ({
  result: 'NOT_ELIGIBLE',
  reasons: [{ code, sentence }],
  nextSteps: [nextStep],
});

/** Why a body that is not (yet) known to be eligible cannot submit or award. The framework's dates are checked apart. */
export const eligibilityRefusals = (
  facts: EligibilityFacts,
  { result, reasons }: EligibilityDecision,
): readonly Refusal[] => {
  const { framework, body } = facts;
  if (reasons.some(({ code }) => code === 'FRAMEWORK_EXPIRED') || result === 'ELIGIBLE') return [];
  if (reasons.some(({ code }) => code === 'BODY_ABOLISHED') && body.endedOn !== null) {
    const gone = { body: body.name, date: formatLongDate(body.endedOn) };
    const successor = successorOf(facts);
    return successor === null
      ? [refuse('BODY_ABOLISHED_NO_SUCCESSOR', gone)]
      : [refuse('BODY_ABOLISHED', { ...gone, successor })];
  }
  if (result === 'NOT_ELIGIBLE')
    return [refuse('BODY_NOT_ELIGIBLE', { body: body.name, lead: framework.leadName })];
  const category = facts.rules
    .filter(({ match }) => match === 'UNKNOWN')
    .map(({ label }) => label)
    .join(' or ');
  return [refuse('ELIGIBILITY_NEEDS_EVIDENCE', { body: body.name, category })];
};
