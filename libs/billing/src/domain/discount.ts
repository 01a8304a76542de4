import {
  Exact,
  intersect,
  lastDayOf,
  monthName,
  monthOf,
  parseMonth,
  readDecimal,
  refuse,
  textFaults,
  type LocalDate,
  type Period,
  type Refusal,
} from '#libs/kernel';

export const discountStates = ['PROPOSED', 'APPROVED', 'DECLINED'] as const;
export type DiscountState = (typeof discountStates)[number];

/** Per cent off a call-off's charges for whole months. Ids are uuids. */
export interface Discount {
  readonly tenantId: string;
  readonly leadId: string;
  readonly id: string;
  readonly callOffId: string;
  /** Null for all that the call-off is charged for. */
  readonly meterId: string | null;
  readonly percent: Exact;
  /** From the first day of its first month to the last day of its last: half-open. */
  readonly months: Period;
  readonly reason: string;
  readonly state: DiscountState;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** A discount as typed in: months like '2026-04', the percentage as decimal text. */
export interface DiscountTerms {
  readonly meterId: string | null;
  readonly percent: string;
  readonly firstMonth: string;
  readonly lastMonth: string;
  readonly reason: string;
}

/** The call-off that it is for. */
export interface DiscountedCallOff {
  /** Half-open. */
  readonly term: Period;
  readonly meterIds: readonly string[];
}

/** Everything that is wrong with a discount. Whether it meets another one is a question for when it is approved. */
export const discountFaults = (
  { meterId, percent, firstMonth, lastMonth, reason }: DiscountTerms,
  { term, meterIds }: DiscountedCallOff,
): readonly Refusal[] => [
  ...(meterId === null || meterIds.includes(meterId) ? [] : [refuse('NOT_FOUND', {}, ['meterId'])]),
  ...percentFaults(percent),
  ...monthFaults(firstMonth, lastMonth, term),
  ...textFaults(reason, { field: 'the reason', path: ['reason'], max: 1000 }),
];

const HUNDRED = Exact.of(100n);

const percentFaults = (text: string): readonly Refusal[] => {
  const read = readDecimal(text, { maxIntegerDigits: 3, maxPlaces: 4 });
  const [field, path] = ['The discount', ['percent']];
  if (read === 'FORMAT') return [refuse('AMOUNT_FORMAT', { field }, path)];
  if (read === 'TOO_MANY_DECIMALS') return [refuse('TOO_MANY_DECIMALS', { field, places: '4' }, path)];
  if (read === 'TOO_BIG' || (read instanceof Exact && read.compare(HUNDRED) > 0))
    return [refuse('TOO_BIG', { field, max: '100' }, path)];
  const positive = read instanceof Exact && !read.isZero();
  return positive ? [] : [refuse('TOO_SMALL', { field, min: '0.0001' }, path)];
};

const monthFaults = (firstMonth: string, lastMonth: string, term: Period): readonly Refusal[] => {
  const [first, last] = [parseMonth(firstMonth), parseMonth(lastMonth)];
  if (first === null || last === null)
    return [
      ...(first === null ? [refuse('MONTH_FORMAT', {}, ['firstMonth'])] : []),
      ...(last === null ? [refuse('MONTH_FORMAT', {}, ['lastMonth'])] : []),
    ];
  if (last.start < first.start)
    return [refuse('DATE_ORDER', { later: 'The last month', earlier: 'the first month' }, ['lastMonth'])];
  const [from, to] = [monthName(monthOf(term.start)), monthName(monthOf(lastDayOf(term)))];
  const outside = (month: Period, field: string): readonly Refusal[] =>
    intersect(month, term) === null ? [refuse('DISCOUNT_OUTSIDE', { from, to }, [field])] : [];
  return [...outside(first, 'firstMonth'), ...outside(last, 'lastMonth')];
};

/** The months of terms without faults. */
export const monthsOfTerms = ({ firstMonth, lastMonth }: DiscountTerms): Period => {
  const [first, last] = [parseMonth(firstMonth), parseMonth(lastMonth)];
  if (first === null || last === null) throw new RangeError('not months');
  return { start: first.start, end: last.end };
};

/**
 * Why a discount cannot be approved beside those that are: a charge has one discount in a month, whether it is for all
 * that the call-off is charged for or for one meter.
 */
export const overlapFault = (
  discount: Pick<Discount, 'callOffId' | 'meterId' | 'months'>,
  approved: readonly Discount[],
): Refusal | null => {
  const met = approved.find(
    ({ callOffId, meterId, months }) =>
      callOffId === discount.callOffId &&
      (meterId === null || discount.meterId === null || meterId === discount.meterId) &&
      intersect(months, discount.months) !== null,
  );
  if (met === undefined) return null;
  const [from, to] = [monthName(monthOf(met.months.start)), monthName(monthOf(lastDayOf(met.months)))];
  return refuse('DISCOUNT_OVERLAP', { percent: met.percent.toDecimalString(), from, to });
};

/** Per cent off a meter of a call-off in a month; 0 where nothing was agreed. */
export const discountOf = (
  approved: readonly Discount[],
  { callOffId, meterId }: { readonly callOffId: string; readonly meterId: string },
  month: LocalDate,
): Exact =>
  approved.find(
    (discount) =>
      discount.callOffId === callOffId &&
      (discount.meterId === null || discount.meterId === meterId) &&
      discount.months.start <= month &&
      month < discount.months.end,
  )?.percent ?? Exact.ZERO;
