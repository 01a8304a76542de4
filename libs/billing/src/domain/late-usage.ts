import type { LocalDate, Pence } from '#libs/kernel';
import type { Difference } from './bill.js';
import type { BilledIndex } from './billed.js';

/** Use of a call-off's month that came after the month was billed, and waits for somebody to approve its bill. */
export interface LateUsage {
  readonly callOffId: string;
  /** The month's first day. */
  readonly month: LocalDate;
  /** What it would be billed, without VAT. */
  readonly net: Pence;
  /** The newest receipt among it. */
  readonly receiptUpTo: bigint;
}

/** Late use that may be billed. */
export interface ApprovedLateUsage {
  readonly callOffId: string;
  readonly month: LocalDate;
  /** The newest receipt among what was approved. */
  readonly upTo: bigint;
}

/** What of late use may be billed without being asked for. */
export interface LateUsageRule {
  /** Of one call-off and month, without VAT; no more than this needs no approval. */
  readonly limit: Pence;
  /** What somebody approved, of each call-off and month up to a receipt. */
  readonly approved: readonly ApprovedLateUsage[];
}

/** Late use of a call-off and month that comes to more than this waits, until a lead authority sets it otherwise. */
export const USUAL_LATE_LIMIT: Pence = 50_000n;

export const nothingHeld: LateUsageRule = { limit: 10n ** 18n, approved: [] };

/**
 * Takes from a bill's lines the late use that waits. All late use of a call-off's month waits together, and nothing is
 * lost: a bill is a difference, so the first run after the approval finds it again.
 */
export const holdLateUsage = (
  lines: readonly Difference[],
  index: BilledIndex,
  { limit, approved }: LateUsageRule,
): { readonly lines: readonly Difference[]; readonly late: readonly LateUsage[] } => {
  const held = new Map<string, LateUsage>();
  for (const line of lines.filter((each) => isLate(each, index))) {
    const before = held.get(groupOf(line)) ?? { net: 0n, receiptUpTo: 0n };
    const { callOffId, month } = line.charge.key;
    held.set(groupOf(line), {
      callOffId,
      month,
      net: before.net + line.rated.net,
      receiptUpTo: line.receiptUpTo > before.receiptUpTo ? line.receiptUpTo : before.receiptUpTo,
    });
  }
  for (const [group, { callOffId, month, net, receiptUpTo }] of held)
    if (
      net <= limit ||
      approved.some(
        (each) => each.callOffId === callOffId && each.month === month && receiptUpTo <= each.upTo,
      )
    )
      held.delete(group);
  return {
    lines: lines.filter((line) => !(isLate(line, index) && held.has(groupOf(line)))),
    late: [...held.values()],
  };
};

const groupOf = ({ charge: { key } }: Difference): string => `${key.callOffId}/${key.month}`;

/** Whether records came after a document had counted its month. What was voided counts for nothing. */
const isLate = ({ charge, receiptAfter, receiptUpTo }: Difference, index: BilledIndex): boolean =>
  charge.meter.isUsed &&
  receiptUpTo > receiptAfter &&
  index
    .inMonth(charge.callOff.id, charge.key.month)
    .some(({ key, net, countedTo }) => (net !== 0n || countedTo > 0n) && isUsed(charge.callOff, key.meterId));

const isUsed = ({ meters }: Difference['charge']['callOff'], meterId: string): boolean =>
  meters.some((meter) => meter.id === meterId && meter.isUsed);
