import { daysBetween, type LocalDate, type Pence } from '#libs/kernel';
import { disputedOf } from './invoice-status.js';

/**
 * What is outstanding by the age of its due date, in pence. What is due today is not late yet; what is disputed has no
 * age, for nobody asks for it.
 */
export interface DebtByAge {
  readonly disputed: Pence;
  readonly notYetDue: Pence;
  readonly days1To30: Pence;
  readonly days31To60: Pence;
  readonly days61To90: Pence;
  readonly over90Days: Pence;
  /** What invoices were paid and credited above their sums; taken off what is owed, whatever its age. */
  readonly overSettled: Pence;
  /** The ages and what is disputed together, less `overSettled`: what the statement of account says too. */
  readonly owed: Pence;
  /** Money that is not set against an invoice yet. */
  readonly onAccount: Pence;
  /** `owed` less `onAccount`; below 0 the member is in credit. */
  readonly balance: Pence;
}

type Age = 'notYetDue' | 'days1To30' | 'days31To60' | 'days61To90' | 'over90Days';

const ageOn = (dueOn: LocalDate, today: LocalDate): Age => {
  const late = daysBetween(dueOn, today);
  if (late <= 0) return 'notYetDue';
  if (late <= 30) return 'days1To30';
  if (late <= 60) return 'days31To60';
  return late <= 90 ? 'days61To90' : 'over90Days';
};

const nothing: DebtByAge = {
  disputed: 0n,
  notYetDue: 0n,
  days1To30: 0n,
  days31To60: 0n,
  days61To90: 0n,
  over90Days: 0n,
  overSettled: 0n,
  owed: 0n,
  onAccount: 0n,
  balance: 0n,
};

/** What is outstanding on one invoice, and what of it disputes hold back. */
export interface OpenDebt {
  readonly outstanding: Pence;
  readonly held: Pence;
  readonly dueOn: LocalDate;
}

/** Sorts what is outstanding on a member's invoices by age; `onAccount` is its money beside them. */
export const debtByAge = (open: readonly OpenDebt[], onAccount: Pence, today: LocalDate): DebtByAge => {
  const sums = { ...nothing, onAccount };
  for (const { outstanding, held, dueOn } of open) {
    const disputed = disputedOf(outstanding, held);
    if (outstanding < 0n) sums.overSettled -= outstanding;
    else sums[ageOn(dueOn, today)] += outstanding - disputed;
    sums.disputed += disputed;
    sums.owed += outstanding;
  }
  return { ...sums, balance: sums.owed - onAccount };
};

/** All of them together. */
export const sumOfDebts = (debts: readonly DebtByAge[]): DebtByAge => {
  const names = Object.keys(nothing) as (keyof DebtByAge)[];
  const sum = (name: keyof DebtByAge): Pence => debts.reduce((total, debt) => total + debt[name], 0n);
  return Object.fromEntries(names.map((name) => [name, sum(name)])) as unknown as DebtByAge;
};
