import type { Exact, LocalDate, Pence } from '#libs/kernel';

/**
 * What shares follow from: the same for everyone, as entered, the population that the register has, or a figure of each
 * member such as its calls.
 */
export const bases = ['EQUAL', 'FIXED', 'PER_HEAD', 'DRIVER'] as const;
export type Basis = (typeof bases)[number];

/** Whether a version is about the cost that is expected of a year, or the cost that it had. */
export const stages = ['ESTIMATE', 'ACTUAL'] as const;
export type Stage = (typeof stages)[number];

/** What becomes of the difference between a year's cost and what was charged: charged or credited, or carried on. */
export const settlements = ['TRUE_UP', 'CARRY'] as const;
export type Settlement = (typeof settlements)[number];

export const schemeStates = ['ESTIMATED', 'ACTUAL_PROPOSED', 'AGREED', 'APPLIED', 'REPLACED'] as const;
export type SchemeState = (typeof schemeStates)[number];

/** How a cost is shared. */
export interface SharingTerms {
  readonly basis: Basis;
  /** What the figures count, such as 'Calls answered'; null for every other basis. */
  readonly driver: string | null;
  /** By how many per cent of its last year's share a member's may change; null for no limit. */
  readonly dampingPercent: Exact | null;
  /** Actual shares take the place of the estimated ones only when one is further off than so many percentage points. */
  readonly tolerancePoints: Exact;
}

/** What is recorded of a member's share on one day. */
export interface Part {
  readonly day: LocalDate;
  readonly callOffId: string;
  readonly amount: Pence;
}

/** One member's part of a version. */
export interface SchemeMember {
  readonly tenantId: string;
  /** What its share follows from, with where it comes from: population or driver; null for other bases. */
  readonly figure: Exact | null;
  readonly figureSource: string | null;
  /** In how many months of the year it takes the service. */
  readonly months: number;
  /** Last year's share; null when it had none. */
  readonly before: bigint | null;
  /** In ten-thousandths of a per cent. */
  readonly share: bigint;
  /** What the year comes to. */
  readonly amount: Pence;
  /** By month; with the true-up they add up to the amount. */
  readonly parts: readonly Part[];
  readonly trueUp: Part | null;
}

/** What a version says of its year, beside who has which share. */
export interface VersionTerms extends SharingTerms {
  readonly stage: Stage;
  readonly cost: Pence;
  /** From the year before, below 0 when more was charged than it cost; it is shared with the cost. */
  readonly carried: Pence;
  readonly settlement: Settlement | null;
  /** Whether the actual shares took the place of the estimated ones; null for an estimate. */
  readonly reshared: boolean | null;
}

/** One version of how the cost of a year is shared; it never changes but for being agreed. */
export interface CostScheme extends VersionTerms {
  readonly leadId: string;
  readonly id: string;
  readonly offeringId: string;
  /** '2026/27' */
  readonly year: string;
  readonly version: number;
  readonly members: readonly SchemeMember[];
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly agreedBy: string | null;
  readonly agreedAt: Date | null;
}

/** Where a version stands. `applied` says how many members have their share of it, `newest` whether none is newer. */
export const schemeState = (
  { stage, agreedAt, members }: Pick<CostScheme, 'stage' | 'agreedAt' | 'members'>,
  { applied, newest }: { readonly applied: number; readonly newest: boolean },
): SchemeState => {
  if (agreedAt !== null) return applied < members.length ? 'AGREED' : 'APPLIED';
  if (!newest) return 'REPLACED';
  return stage === 'ESTIMATE' ? 'ESTIMATED' : 'ACTUAL_PROPOSED';
};

/** What all members are charged for the year. */
export const chargedBy = ({ members }: Pick<CostScheme, 'members'>): Pence =>
  members.reduce((sum, { amount }) => sum + amount, 0n);

/** What goes on to the next year: the difference, when a year's cost is agreed and that was chosen. */
export const carriedOutOf = (scheme: CostScheme): Pence =>
  scheme.settlement === 'CARRY' ? scheme.cost + scheme.carried - chargedBy(scheme) : 0n;
