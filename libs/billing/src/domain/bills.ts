import { ok, type Pence, type Period, type Result } from '#libs/kernel';
import { billedAfter, decideBill, type Bill, type BillInput } from './bill.js';
import type { Billed } from './billed.js';
import { carriedOf } from './carried.js';
import { nothingHeld, type LateUsageRule } from './late-usage.js';

export interface BillOfMonth {
  readonly month: Period;
  readonly bill: Bill;
  /** What it charges, in pence without VAT, when that is carried to the next run and not drafted; 0 otherwise. */
  readonly carried: Pence;
}

/**
 * One member's bills for several runs at once, oldest month first; each counts what the ones before it bill. A run
 * that is drafted again so takes every other draft of the member along: what changed lands in the oldest draft that
 * may hold it, and the cut-offs of one charge's lines follow each other without gap or overlap.
 * `billed` is what stands without any of these drafts. What charges less than `smallestInvoice` is carried on, and late use
 * waits as its rule says.
 */
export const decideBills = (
  months: readonly Period[],
  input: Omit<BillInput, 'month'>,
  billed: Billed,
  smallestInvoice: Pence = 0n,
  lateUsage: LateUsageRule = nothingHeld,
): Result<readonly BillOfMonth[]> => {
  const bills: BillOfMonth[] = [];
  let standing = billed;
  for (const month of [...months].sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const decided = decideBill({ ...input, month }, standing, lateUsage);
    if (!decided.ok) return decided;
    const bill = decided.value;
    const carried = carriedOf(month, bill, input.callOffs, smallestInvoice);
    bills.push({ month, bill, carried });
    standing = billedAfter(standing, carried === 0n ? bill : { ...bill, lines: [] });
  }
  return ok(bills);
};
