import { addMonths, financialYearOf, financialYearPeriod, parseLocalDate, type Pence } from '#libs/kernel';
import { carriedOutOf, type CostScheme } from './scheme.js';

/** What is known of a year and of the one before it when a version is proposed. */
export interface YearVersions {
  /** The number that the next version has. */
  readonly next: number;
  /** The newest version that is agreed. */
  readonly inForce: CostScheme | null;
  /** The newest estimate that is agreed. */
  readonly estimate: CostScheme | null;
  /** What the year before carries on. */
  readonly carried: Pence;
  /** Every member's share of the year before. */
  readonly before: ReadonlyMap<string, bigint>;
}

/** Versions are given newest first. */
export const yearVersions = (
  ofYear: readonly CostScheme[],
  ofYearBefore: readonly CostScheme[],
): YearVersions => {
  const agreed = ofYear.filter(isAgreed);
  const before = ofYearBefore.find(isAgreed) ?? null;
  return {
    next: (ofYear[0]?.version ?? 0) + 1,
    inForce: agreed[0] ?? null,
    estimate: agreed.find(({ stage }) => stage === 'ESTIMATE') ?? null,
    carried: before === null ? 0n : carriedOutOf(before),
    before: new Map(before?.members.map(({ tenantId, share }) => [tenantId, share])),
  };
};

const isAgreed = ({ agreedAt }: CostScheme): boolean => agreedAt !== null;

export const yearBefore = (year: string): string =>
  financialYearOf(addMonths(financialYearPeriod(year).start, -12));

/** '2026/27' as it is, null when it names no financial year. */
export const parseYear = (text: string): string | null => {
  const start = parseLocalDate(`${text.slice(0, 4)}-04-01`);
  return start !== null && financialYearOf(start) === text ? text : null;
};
