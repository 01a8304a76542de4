import { allocate, Exact, type Pence, type Period } from '#libs/kernel';
import { rateLine, type LineInput } from '#libs/pricing';

/**
 * Why one bill differs from the one before. VOLUME: more or less was used, at the old price. PERIOD: it is for more or
 * fewer days of its month, or for one that is over. PRICE: the rest, which is the price. EARLIER_MONTHS: what came late
 * or changed for months before; the old bill's is gone again. CREDITS: credit notes that came with the bill.
 */
export const bridgeKinds = [
  'VOLUME',
  'PERIOD',
  'PRICE',
  'NEW_SERVICE',
  'ENDED_SERVICE',
  'EARLIER_MONTHS',
  'EARLIER_MONTHS_GONE',
  'CREDITS',
  'CREDITS_GONE',
] as const;
export type BridgeKind = (typeof bridgeKinds)[number];

export interface BridgeLine {
  readonly callOffId: string;
  readonly meterId: string;
  readonly period: Period;
  readonly net: Pence;
  readonly calculation: LineInput;
}

/** A bill as it is compared: its month, its lines, and what credit notes that came with it take off. Without VAT. */
export interface BridgeBill {
  readonly period: Period;
  readonly lines: readonly BridgeLine[];
  readonly credited: Pence;
}

export interface BridgeRow {
  readonly kind: BridgeKind;
  /** Null where it is about no one service. */
  readonly service: { readonly callOffId: string; readonly meterId: string } | null;
  /** Never 0. */
  readonly amount: Pence;
  /** What was used before and now; null where no quantities are compared. */
  readonly quantities: { readonly before: Exact; readonly after: Exact } | null;
}

/** `start`, and all of `rows`, come to `end`. */
export interface Bridge {
  readonly start: Pence;
  readonly rows: readonly BridgeRow[];
  readonly end: Pence;
}

/** From one bill of a member to its next, by call-off and meter. */
export const bridgeBetween = (before: BridgeBill, after: BridgeBill): Bridge => {
  const [old, now] = [partsOf(before), partsOf(after)];
  const services = [...new Set([...now.own.keys(), ...old.own.keys()])];
  const rows = [
    ...services.flatMap((key) => serviceRows(old.own.get(key) ?? [], now.own.get(key) ?? [])),
    ...[...now.other.values()].map((lines) => row('EARLIER_MONTHS', lines, netOf(lines))),
    ...[...old.other.values()].map((lines) => row('EARLIER_MONTHS_GONE', lines, -netOf(lines))),
    row('CREDITS', [], -after.credited),
    row('CREDITS_GONE', [], before.credited),
  ];
  return {
    start: netOf(before.lines) - before.credited,
    rows: rows.filter(({ amount }) => amount !== 0n),
    end: netOf(after.lines) - after.credited,
  };
};

type ByService = ReadonlyMap<string, readonly BridgeLine[]>;

/** What is for the bill's own month and was not billed before, and all else, by call-off and meter. */
const partsOf = ({ period, lines }: BridgeBill): { own: ByService; other: ByService } => {
  const isOwn = (line: BridgeLine): boolean =>
    line.calculation.alreadyBilled === 0n &&
    line.period.start >= period.start &&
    line.period.end <= period.end;
  return {
    own: byService(lines.filter(isOwn)),
    other: byService(lines.filter((line) => !isOwn(line))),
  };
};

const byService = (lines: readonly BridgeLine[]): ByService => {
  const found = new Map<string, BridgeLine[]>();
  for (const line of lines) {
    const key = `${line.callOffId}/${line.meterId}`;
    found.set(key, [...(found.get(key) ?? []), line]);
  }
  return found;
};

const netOf = (lines: readonly BridgeLine[]): Pence => lines.reduce((sum, { net }) => sum + net, 0n);

const row = (
  kind: BridgeKind,
  [line]: readonly BridgeLine[],
  amount: Pence,
  quantities: BridgeRow['quantities'] = null,
): BridgeRow => ({
  kind,
  service: line ? { callOffId: line.callOffId, meterId: line.meterId } : null,
  amount,
  quantities,
});

/** The three effects add up to the difference: each is one step further from the old bill to the new one. */
const serviceRows = (old: readonly BridgeLine[], now: readonly BridgeLine[]): readonly BridgeRow[] => {
  if (old.length === 0) return [row('NEW_SERVICE', now, netOf(now))];
  if (now.length === 0) return [row('ENDED_SERVICE', old, -netOf(old))];
  const used = usedIn(now);
  const moreUsed = worthOf(old, used, {});
  const { prorate } = (now[0] as BridgeLine).calculation.price;
  const { final } = (now[0] as BridgeLine).calculation;
  const atOldPrice = worthOf(old, used, { prorate, final });
  return [
    row('VOLUME', now, moreUsed - netOf(old), { before: usedIn(old).quantity, after: used.quantity }),
    row('PERIOD', now, atOldPrice - moreUsed),
    row('PRICE', now, netOf(now) - atOldPrice),
  ];
};

interface Used {
  readonly quantity: Exact;
  readonly events: bigint;
}

const usedIn = (lines: readonly BridgeLine[]): Used => ({
  quantity: Exact.sum(lines.map(({ calculation }) => calculation.quantity)),
  events: lines.reduce((sum, { calculation }) => sum + BigInt(calculation.events), 0n),
});

/**
 * What the old lines would have come to for another use. Where a price changed inside the old month, the use is shared
 * out over its prices as it was then.
 */
const worthOf = (
  old: readonly BridgeLine[],
  used: Used,
  change: { readonly prorate?: LineInput['price']['prorate']; readonly final?: boolean },
): Pence => {
  const before = usedIn(old);
  const weights = old.map(({ calculation: { quantity } }) =>
    before.quantity.isZero() ? Exact.ONE : quantity,
  );
  const whole = Exact.sum(weights);
  const events = allocate(used.events, weights);
  return old.reduce((sum, { calculation }, index) => {
    const { price, final } = calculation;
    const share = (weights[index] ?? Exact.ZERO).over(whole);
    const { net } = rateLine({
      ...calculation,
      price: change.prorate === undefined ? price : { ...price, prorate: change.prorate },
      final: change.final ?? final,
      quantity: used.quantity.times(share),
      events: events[index] ?? 0n,
      alreadyBilled: 0n,
    });
    return sum + net;
  }, 0n);
};
