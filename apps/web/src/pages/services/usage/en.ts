import { date, month } from '../../../formats/dates.js';
import { quantity } from '../../../formats/money.js';
import { unusualWords } from '../../../words/unusual-usage.js';
import { returnStates } from '../../../words/usage-returns.js';
import { aggregations } from '../../../words/catalogue.js';

interface Shown {
  readonly aggregation: keyof typeof figures;
  readonly total: string;
  readonly highest: { readonly day: string; readonly quantity: string } | null;
  readonly isAll: boolean;
  readonly days: readonly unknown[];
}

/** What the month's figure is, and what the figure of a day is. */
const figures = {
  SUM: { month: 'In the whole month', day: 'Quantity' },
  COUNT: { month: 'Records in the whole month', day: 'Records' },
  MAX: { month: 'The highest in the month', day: 'Highest' },
  LAST: { month: 'The last in the month', day: 'Last' },
  UNIQUE: { month: 'Different ones in the whole month', day: 'Different ones' },
  TIME_WEIGHTED: { month: 'On average in the month', day: 'Average' },
} as const;

const addsUp = ({ aggregation }: Shown): boolean => aggregation === 'SUM' || aggregation === 'COUNT';

export const words = {
  title: 'Usage by day',
  titleOf: (service: string, start: string) => `${service}: usage in ${month(start)}`,
  services: 'Services',
  members: 'Call-offs',
  usage: 'Usage',
  months: 'Months',
  previous: (label: string) => month(label),
  figures,
  aggregations,
  chartTitle: (meter: string, start: string) => `${meter} by day, ${month(start)}`,
  /** What the chart shows, in words. */
  conclusion: (meter: Shown, start: string): string => {
    const { aggregation, total, highest, isAll, days } = meter;
    if (highest === null) return `Nothing was recorded in ${month(start)}.`;
    if (!addsUp(meter))
      return `${figures[aggregation].month}: ${quantity(total)}. The day with the most was ${date(highest.day)} with ${quantity(highest.quantity)}.`;
    if (isAll) return `${quantity(total)} in ${month(start)}, all on ${date(highest.day)}.`;
    return `${quantity(total)} in ${month(start)}, on ${days.length} days. The most was ${quantity(highest.quantity)} on ${date(highest.day)}.`;
  },
  caption: (meter: string) => `${meter} by day`,
  day: 'Day',
  unit: (unit: string) => `counted in: ${unit}`,
  events: 'Events',
  total: (meter: Shown) => (addsUp(meter) ? 'Total' : figures[meter.aggregation].month),
  records: (meter: string) => `Records behind ${meter.toLowerCase()}`,
  receipts: 'Usage received',
  month: 'Everything missing or unusual in this month',
  return: 'Usage return of this month',
  returnStates,
  kinds: { SPIKE: 'Spike', GAP: 'Gap' },
  unusual: unusualWords,
  explained: 'Explanation:',
  explain: 'Explain it',
  forecast: ({ monthEnd, yearEnd }: { monthEnd: string; yearEnd: string }) =>
    `Forecast: ${quantity(monthEnd)} by the end of the month, and ${quantity(yearEnd)} in the whole financial year.`,
  record: 'Record usage by hand',
  charges: 'Charges in this month',
};
