import {
  allocate,
  Exact,
  exact,
  readDecimal,
  refuse,
  textFaults,
  type LocalDate,
  type Pence,
  type Refusal,
} from '#libs/kernel';

/** A share of what is charged, in a member's own codes. */
export interface CostShare {
  readonly costCentre: string;
  /** Empty where the member uses none. */
  readonly subjectiveCode: string;
  /** Of 100, as decimal text. */
  readonly percent: string;
}

/** How a member splits a call-off, or one meter of it, from a month on. */
export interface CostSplit {
  readonly tenantId: string;
  readonly id: string;
  readonly callOffId: string;
  /** Null for every meter that has no split of its own. */
  readonly meterId: string | null;
  /** The month's first day. */
  readonly fromMonth: LocalDate;
  /** None when it is not split any more. */
  readonly shares: readonly CostShare[];
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** A share with what it comes to of one line. */
export interface CostShareOfLine extends CostShare {
  readonly net: Pence;
}

const MAX_SHARES = 50;
const MAX_CODE = 50;
const WHOLE = exact('100');

/** Everything that is wrong with the shares of a split; none at all ends one. */
export const shareFaults = (shares: readonly CostShare[]): readonly Refusal[] => {
  if (shares.length > MAX_SHARES) return [refuse('LIST_TOO_LONG', { max: String(MAX_SHARES) }, ['shares'])];
  const faults = shares.flatMap(({ costCentre, subjectiveCode, percent }, index) => {
    const at = (name: string) => ['shares', String(index), name];
    return [
      ...textFaults(costCentre, { field: 'the cost centre', path: at('costCentre'), max: MAX_CODE }),
      ...textFaults(subjectiveCode, {
        ...{ field: 'the subjective code', path: at('subjectiveCode'), max: MAX_CODE },
        required: false,
      }),
      ...percentFaults(percent, at('percent')),
    ];
  });
  if (faults.length > 0 || shares.length === 0) return faults;
  const sum = Exact.sum(shares.map(({ percent }) => exact(percent)));
  return sum.compare(WHOLE) === 0
    ? []
    : [refuse('APPORTION_SUM', { sum: sum.toDecimalString() }, ['shares'])];
};

const percentFaults = (text: string, path: readonly string[]): readonly Refusal[] => {
  const field = 'The share';
  const share = readDecimal(text, { maxIntegerDigits: 3, maxPlaces: 4 });
  if (share === 'NEGATIVE') return [refuse('TOO_SMALL', { field, min: '0.0001%' }, path)];
  if (share === 'TOO_BIG') return [refuse('TOO_BIG', { field, max: '100%' }, path)];
  if (share === 'TOO_MANY_DECIMALS') return [refuse('TOO_MANY_DECIMALS', { field, places: '4' }, path)];
  if (typeof share === 'string') return [refuse('AMOUNT_FORMAT', { field }, path)];
  if (share.isZero()) return [refuse('TOO_SMALL', { field, min: '0.0001%' }, path)];
  return share.compare(WHOLE) > 0 ? [refuse('TOO_BIG', { field, max: '100%' }, path)] : [];
};

/** What a line's split depends on. */
interface LineToSplit {
  readonly callOffId: string;
  readonly meterId: string;
  readonly period: { readonly start: LocalDate };
  readonly net: Pence;
}

/**
 * The shares of a line by the splits of its member: its meter's own before the call-off's, of each the one of the latest
 * month that is not after the line's, recorded last. Together they are the line, to the penny; none when it is not split.
 */
export const splitOfLine = (splits: readonly CostSplit[], line: LineToSplit): readonly CostShareOfLine[] => {
  const inEffect = splits.filter(
    ({ callOffId, fromMonth }) => callOffId === line.callOffId && fromMonth <= line.period.start,
  );
  const ofMeter = newest(inEffect.filter(({ meterId }) => meterId === line.meterId));
  const ofCallOff = newest(inEffect.filter(({ meterId }) => meterId === null));
  const shares = ofMeter.length > 0 ? ofMeter : ofCallOff;
  if (shares.length === 0) return [];
  const amounts = allocate(
    line.net,
    shares.map(({ percent }) => exact(percent)),
  );
  return shares.map((share, index) => ({ ...share, net: amounts[index] ?? 0n }));
};

const newest = (splits: readonly CostSplit[]): readonly CostShare[] =>
  splits.reduce<CostSplit | null>((best, split) => (best && !isAfter(split, best) ? best : split), null)
    ?.shares ?? [];

const isAfter = (a: CostSplit, b: CostSplit): boolean => {
  if (a.fromMonth !== b.fromMonth) return a.fromMonth > b.fromMonth;
  const [first, second] = [a.recordedAt.getTime(), b.recordedAt.getTime()];
  return first === second ? a.id > b.id : first > second;
};
