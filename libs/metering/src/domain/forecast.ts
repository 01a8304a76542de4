import {
  addDays,
  addsUpByDay,
  contains,
  daysIn,
  Exact,
  financialYearOf,
  financialYearPeriod,
  intersect,
  laterOf,
  monthOf,
  nextMonth,
  previousMonth,
  weekdayOf,
  type Aggregation,
  type LocalDate,
  type MeterFeed,
  type Period,
} from '#libs/kernel';
import { meanOf } from './deviation.js';

/** What a forecast of a meter is made from. */
export interface MeterSoFar {
  readonly aggregation: Aggregation;
  readonly fedBy: MeterFeed;
  /** The call-off's term: half-open. */
  readonly term: Period;
  readonly today: LocalDate;
  /** What each day came to, of this month and the four weeks before today; days without use may be left out. */
  readonly days: readonly { readonly day: LocalDate; readonly quantity: Exact }[];
  /** What each month came to, of the financial year and the three months before this one, by its first day. */
  readonly months: ReadonlyMap<LocalDate, Exact>;
}

export interface Forecast {
  /** This month until now. */
  readonly soFar: Exact;
  /** What the whole month is likely to come to. */
  readonly monthEnd: Exact;
  /** What the months of the financial year are likely to come to, added up. */
  readonly yearEnd: Exact;
}

const WEEKS = 4;

/**
 * To the month's end: where usage adds up by day, the days before today as they are, and every day from today on at
 * what its weekday brought on average in the four weeks before today (today at what it has brought already, if that is
 * more). All else, and what comes as one figure a month: what it has come to so far, or the mean of the three months
 * before if that is more. To the year's end: the months that are over, this month's forecast, and each later month of
 * the term at the mean of the three months before this one. Only days and months of the term count.
 */
export const forecastOf = (meter: MeterSoFar): Forecast => {
  const month = monthOf(meter.today);
  const soFar = meter.months.get(month.start) ?? Exact.ZERO;
  const typicalMonth = meanOfMonthsBefore(meter, month);
  const adds = addsUpByDay(meter.aggregation) && meter.fedBy === 'EVENTS';
  const monthEnd = adds ? daysToMonthEnd(meter, month) : Exact.max(soFar, typicalMonth ?? Exact.ZERO);
  return { soFar, monthEnd, yearEnd: yearEndOf(meter, month, monthEnd, typicalMonth ?? monthEnd) };
};

/** Null when the term has no day before this month. */
const meanOfMonthsBefore = ({ months, term }: MeterSoFar, month: Period): Exact | null => {
  const before = monthsBefore(month)
    .filter((earlier) => intersect(earlier, term) !== null)
    .map(({ start }) => months.get(start) ?? Exact.ZERO);
  return before.length === 0 ? null : meanOf(before);
};

/** The three months before a month, the oldest first. */
export const monthsBefore = (month: Period): readonly Period[] => {
  const last = previousMonth(month);
  const second = previousMonth(last);
  return [previousMonth(second), second, last];
};

const daysToMonthEnd = (meter: MeterSoFar, month: Period): Exact => {
  const { term, today } = meter;
  const live = intersect(term, month);
  if (live === null) return Exact.ZERO;
  const byDay = new Map(meter.days.map(({ day, quantity }) => [day, quantity]));
  const on = (day: LocalDate): Exact => byDay.get(day) ?? Exact.ZERO;
  const before = daysOf({ start: live.start, end: today }).filter((day) => contains(live, day));
  const left = daysOf({ start: laterOf(live.start, today), end: live.end });
  const expected = left.map((day) => {
    const typical = typicalOf(day, meter, on);
    return day === today ? Exact.max(typical, on(today)) : typical;
  });
  return Exact.sum([...before.map(on), ...expected]);
};

/** The mean of a weekday; of all days when the term has no such weekday in the four weeks yet. */
const typicalOf = (day: LocalDate, { term, today }: MeterSoFar, on: (day: LocalDate) => Exact): Exact => {
  const past = daysOf({ start: addDays(today, -7 * WEEKS), end: today }).filter((each) =>
    contains(term, each),
  );
  const sameWeekday = past.filter((each) => weekdayOf(each) === weekdayOf(day));
  return meanOf((sameWeekday.length > 0 ? sameWeekday : past).map(on));
};

const yearEndOf = (
  { months, term, today, aggregation }: MeterSoFar,
  month: Period,
  monthEnd: Exact,
  typicalMonth: Exact,
): Exact => {
  const { start, end } = financialYearPeriod(financialYearOf(today));
  const parts: Exact[] = [];
  for (let each = monthOf(start); each.start < end; each = nextMonth(each)) {
    const live = intersect(each, term);
    if (live === null) continue;
    if (each.start < month.start) parts.push(months.get(each.start) ?? Exact.ZERO);
    else if (each.start === month.start) parts.push(monthEnd);
    else {
      const share = Exact.of(BigInt(daysIn(live)), BigInt(daysIn(each)));
      parts.push(addsUpByDay(aggregation) ? typicalMonth.times(share) : typicalMonth);
    }
  }
  return Exact.sum(parts);
};

const daysOf = ({ start, end }: Period): readonly LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = start; day < end; day = addDays(day, 1)) days.push(day);
  return days;
};
