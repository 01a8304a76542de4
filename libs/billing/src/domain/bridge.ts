import { allocate, Exact, type Pence, type Period } from '#libs/kernel';
import { rateLine, type DaysOf, type LineInput } from '#libs/pricing';

/**
 * Why one bill differs from the one before. VOLUME: more or less was used, at the old price. PERIOD: it is for more or
 * fewer days of its month, or for one that is over. PRICE: the rest, which is the price with what is off it. EARLIER_MONTHS:
 * what came late, changed or is due for other months; the old bill's is gone again. CREDITS: credit notes that came with the bill.
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

/**
 * What is for the bill's own month and was not billed before, and all else, by call-off and meter. What is charged in
 * advance has its own month after the bill's.
 */
const partsOf = ({ period, lines }: BridgeBill): { own: ByService; other: ByService } => {
  const isAhead = (line: BridgeLine): boolean => line.period.start >= period.end;
  const inAdvance = new Set(lines.filter(isAhead).map(serviceOf));
  const isOwn = (line: BridgeLine): boolean =>
    line.calculation.alreadyBilled === 0n &&
    line.period.start >= period.start &&
    isAhead(line) === inAdvance.has(serviceOf(line));
  return {
    own: byService(lines.filter(isOwn)),
    other: byService(lines.filter((line) => !isOwn(line))),
  };
};

const serviceOf = ({ callOffId, meterId }: BridgeLine): string => `${callOffId}/${meterId}`;

const byService = (lines: readonly BridgeLine[]): ByService => {
  const found = new Map<string, BridgeLine[]>();
  for (const line of lines) {
    const key = serviceOf(line);
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
  const moreUsed = worthOf(old, used, null);
  const { price, final } = (now[0] as BridgeLine).calculation;
  const atOldPrice = worthOf(old, used, { prorate: price.prorate, held: heldIn(now), final });
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

/** Use adds up. Units that are held do not: those of a part of the month are there again in the next part. */
const usedIn = (lines: readonly BridgeLine[]): Used => ({
  quantity:
    heldIn(lines) === null
      ? Exact.sum(lines.map(({ calculation }) => calculation.quantity))
      : averageHeld(lines),
  events: lines.reduce((sum, { calculation }) => sum + BigInt(calculation.events), 0n),
});

/** The days that units are held for in all; null where nothing is held, or for the whole month. */
const heldIn = (lines: readonly BridgeLine[]): DaysOf | null => {
  const parts = lines.flatMap(({ calculation: { held } }) => held ?? []);
  const [first] = parts;
  if (!first) return null;
  const days = parts.reduce((sum, part) => sum + part.days, 0);
  return { days: Math.min(days, first.of), of: first.of };
};

const averageHeld = (lines: readonly BridgeLine[]): Exact => {
  const days = lines.map(({ calculation: { held } }) => Exact.of(BigInt(held?.days ?? 1)));
  const held = lines.map(({ calculation }, index) => calculation.quantity.times(days[index] ?? Exact.ZERO));
  return Exact.sum(held).over(Exact.sum(days));
};

/** What of the period a bill is for. */
interface Days {
  readonly prorate: DaysOf | null;
  readonly held: DaysOf | null;
  readonly final: boolean;
}

/**
 * What the old lines would have come to for another use, and for other days unless they are null. Where a price changed
 * inside the old month, the use is shared out over its prices as it was then, and so are the days that units are held.
 */
const worthOf = (old: readonly BridgeLine[], used: Used, days: Days | null): Pence => {
  const before = usedIn(old);
  const held = heldIn(old);
  const weights = old.map(({ calculation: { quantity } }) =>
    before.quantity.isZero() ? Exact.ONE : quantity,
  );
  const whole = Exact.sum(weights);
  const events = allocate(used.events, weights);
  return old.reduce((sum, { calculation }, index) => {
    const share = held === null ? (weights[index] ?? Exact.ZERO).over(whole) : Exact.ONE;
    const { net } = rateLine({
      ...calculation,
      ...(days && {
        price: { ...calculation.price, prorate: days.prorate },
        held: partHeld(calculation.held ?? null, held, days.held),
        final: days.final,
      }),
      quantity: used.quantity.times(share),
      events: events[index] ?? 0n,
      alreadyBilled: 0n,
    });
    return sum + net;
  }, 0n);
};

/** A part's share of the old days, of the new ones. */
const partHeld = (part: DaysOf | null, whole: DaysOf | null, now: DaysOf | null): DaysOf | null => {
  if (part === null || whole === null) return now;
  const { days, of } = now ?? { days: 1, of: 1 };
  return { days: part.days * days, of: whole.days * of };
};
