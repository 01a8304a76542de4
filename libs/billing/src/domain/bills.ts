import { ok, type Period, type Result } from '#libs/kernel';
import { billedAfter, decideBill, type Bill, type BillInput } from './bill.js';
import type { Billed } from './billed.js';

export interface BillOfMonth {
  readonly month: Period;
  readonly bill: Bill;
}

/**
 * One member's bills for several runs at once, oldest month first; each counts what the ones before it bill. A run
 * that is drafted again so takes every other draft of the member along: what changed lands in the oldest draft that
 * may hold it, and the cut-offs of one charge's lines follow each other without gap or overlap.
 * `billed` is what stands without any of these drafts.
 */
export const decideBills = (
  months: readonly Period[],
  input: Omit<BillInput, 'month'>,
  billed: Billed,
): Result<readonly BillOfMonth[]> => {
  const bills: BillOfMonth[] = [];
  let standing = billed;
  for (const month of [...months].sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const bill = decideBill({ ...input, month }, standing);
    if (!bill.ok) return bill;
    bills.push({ month, bill: bill.value });
    standing = billedAfter(standing, bill.value);
  }
  return ok(bills);
};
