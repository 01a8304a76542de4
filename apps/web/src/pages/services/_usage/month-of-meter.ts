import { addDays, daysIn, exact, type LocalDate, type Period } from '#libs/kernel';
import { barChart, type BarChart } from '../../../charts/bar-chart.js';

/** What a meter counted on a day; decimals as text. */
export interface DayOfMeter {
  readonly day: string;
  readonly quantity: string;
  readonly events: number;
}

/** A month of a meter: its days, what it comes to, and the chart of its days. */
export interface MonthOfMeter {
  readonly days: readonly DayOfMeter[];
  readonly total: string;
  readonly events: number;
  /** The day with the most, the first of them when there are several; null when nothing was used. */
  readonly highest: DayOfMeter | null;
  /** Whether it is the only day with anything. */
  readonly isAll: boolean;
  readonly chart: BarChart;
}

/** `whole` is what the month comes to, which only for some meters is the sum of its days. */
export const monthOfMeter = (
  days: readonly DayOfMeter[],
  whole: Omit<DayOfMeter, 'day'>,
  month: Period,
): MonthOfMeter => {
  const used = days.filter(({ quantity }) => !exact(quantity).isZero());
  const byDay = new Map(days.map(({ day, quantity }) => [day, quantity]));
  return {
    days,
    total: whole.quantity,
    events: whole.events,
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
