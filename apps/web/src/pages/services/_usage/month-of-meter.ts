import { addDays, daysIn, Exact, exact, type LocalDate, type Period } from '#libs/kernel';
import { barChart, type BarChart } from '../../../charts/bar-chart.js';

/** What a meter counted on a day; decimals as text. */
export interface DayOfMeter {
  readonly day: string;
  readonly quantity: string;
  readonly events: number;
}

/** A month of a meter: its days, what they come to, and their chart. */
export interface MonthOfMeter {
  readonly days: readonly DayOfMeter[];
  readonly total: string;
  readonly events: number;
  /** The day with the most, the first of them when there are several; null when nothing was used. */
  readonly highest: DayOfMeter | null;
  /** Whether that day has all of it. */
  readonly isAll: boolean;
  readonly chart: BarChart;
}

export const monthOfMeter = (days: readonly DayOfMeter[], month: Period): MonthOfMeter => {
  const total = Exact.sum(days.map(({ quantity }) => exact(quantity)));
  const used = days.filter(({ quantity }) => !exact(quantity).isZero());
  const byDay = new Map(days.map(({ day, quantity }) => [day, quantity]));
  return {
    days,
    total: total.toDecimalString(),
    events: days.reduce((sum, { events }) => sum + events, 0),
    highest: highestOf(used),
    isAll: used.length === 1,
    chart: barChart(
      daysOf(month).map((day, index) => ({ label: String(index + 1), value: byDay.get(day) ?? '0' })),
    ),
  };
};

const highestOf = ([first, ...others]: readonly DayOfMeter[]): DayOfMeter | null =>
  first === undefined
    ? null
    : others.reduce(
        (highest, each) => (exact(each.quantity).compare(exact(highest.quantity)) > 0 ? each : highest),
        first,
      );

const daysOf = (month: Period): readonly LocalDate[] =>
  Array.from({ length: daysIn(month) }, (_, index) => addDays(month.start, index));
