import type { LocalDate } from '#libs/kernel';
import type { CallOffToBill } from './charge.js';

/** The newest receipt of one meter's use in one month. */
export interface UsageMonth {
  readonly callOffId: string;
  readonly meterId: string;
  /** The month's first day. */
  readonly month: LocalDate;
  readonly lastReceipt: bigint;
}

/**
 * The newest receipt that each meter's use of a month depends on; meters that it does not depend on anything yet are
 * left out. A level carries over, so it depends on the months before as well.
 */
export const newestReceipts = (
  { id, meters }: CallOffToBill,
  usage: readonly UsageMonth[],
  month: LocalDate,
): ReadonlyMap<string, bigint> => {
  const carried = new Set(
    meters.filter(({ aggregation }) => aggregation === 'TIME_WEIGHTED').map((meter) => meter.id),
  );
  const newest = new Map<string, bigint>();
  for (const { callOffId, meterId, month: used, lastReceipt } of usage) {
    if (callOffId !== id || !(used === month || (carried.has(meterId) && used < month))) continue;
    if (lastReceipt > (newest.get(meterId) ?? 0n)) newest.set(meterId, lastReceipt);
  }
  return newest;
};
