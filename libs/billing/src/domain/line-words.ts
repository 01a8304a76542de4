import { formatLongDate, lastDayOf, monthName, type Period } from '#libs/kernel';
import type { Charge } from './charge.js';

/** The words of an invoice's line: what, and for which days. */
export const lineWords = ({ callOff, meter, month, period }: Charge, firstTime: boolean): string => {
  const days =
    period.start === month.start && period.end === month.end ? monthName(month) : daysWords(period);
  return `${callOff.offeringTitle}: ${meter.title}, ${days}${firstTime ? '' : ' (change since it was billed)'}`;
};

/** The words of a credit note that a recalculation makes. */
export const recalculationReason = (months: readonly string[], metered: boolean): string =>
  `What ${metered ? 'was used in' : 'is due for'} ${months.join(', ')} comes to less than was billed.`;

const daysWords = (period: Period): string => {
  const [first, last] = [period.start, lastDayOf(period)];
  return first === last ? formatLongDate(first) : `${formatLongDate(first)} to ${formatLongDate(last)}`;
};
