import { date, month } from '../../../formats/dates.js';
import { quantity } from '../../../formats/money.js';

interface Shown {
  readonly total: string;
  readonly highest: { readonly day: string; readonly quantity: string } | null;
  readonly isAll: boolean;
  readonly days: readonly unknown[];
}

export const words = {
  title: 'Usage by day',
  titleOf: (service: string, start: string) => `${service}: usage in ${month(start)}`,
  services: 'Services',
  members: 'Call-offs',
  usage: 'Usage',
  months: 'Months',
  previous: (label: string) => month(label),
  totals: 'In the whole month',
  chartTitle: (meter: string, start: string) => `${meter} by day, ${month(start)}`,
  /** What the chart shows, in words. */
  conclusion: ({ total, highest, isAll, days }: Shown, start: string): string => {
    if (highest === null) return `Nothing was recorded in ${month(start)}.`;
    if (isAll) return `${quantity(total)} in ${month(start)}, all on ${date(highest.day)}.`;
    return `${quantity(total)} in ${month(start)}, on ${days.length} days. The most was ${quantity(highest.quantity)} on ${date(highest.day)}.`;
  },
  caption: (meter: string) => `${meter} by day`,
  day: 'Day',
  quantity: 'Quantity',
  unit: (unit: string) => `counted in: ${unit}`,
  events: 'Events',
  total: 'Total',
  records: (meter: string) => `Records behind ${meter.toLowerCase()}`,
  receipts: 'Usage received',
  record: 'Record usage by hand',
  charges: 'Charges in this month',
};
