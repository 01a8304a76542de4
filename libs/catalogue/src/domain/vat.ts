import { Exact, exact } from '#libs/kernel';

export const vatTreatments = ['STANDARD', 'REDUCED', 'ZERO', 'EXEMPT', 'OUTSIDE_SCOPE'] as const;
export type VatTreatment = (typeof vatTreatments)[number];

const rates: { readonly [T in VatTreatment]: Exact } = {
  STANDARD: exact('0.20'),
  REDUCED: exact('0.05'),
  ZERO: Exact.ZERO,
  EXEMPT: Exact.ZERO,
  OUTSIDE_SCOPE: Exact.ZERO,
};

/** The rate of a treatment as a fraction: 0.2 is 20%. UK rates since 4 January 2011. */
export const vatRateOf = (treatment: VatTreatment): Exact => rates[treatment];
