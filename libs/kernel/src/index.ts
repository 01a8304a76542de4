export { ok, err, okUnless, type Result, type Ok, type Refused } from './result.js';
export { refuse, under, type Refusal, type RefusalCode } from './refusal.js';
export { refusals } from './messages/en/refusals.js';
export { toPublicId, fromPublicId, isUuid, idKinds, type IdKind } from './id.js';
export { textFaults, type TextRule } from './text.js';
export { Exact, exact, parseDecimal, readDecimal, type DecimalFault, type DecimalLimits } from './decimal.js';
export { roundToPence } from './rounding.js';
export { formatPence, formatPounds, parsePence, penceToExact, type Pence } from './money.js';
export { allocate } from './allocate.js';
export {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  earlierOf,
  formatLongDate,
  isAfter,
  isBefore,
  laterOf,
  localDate,
  parseLocalDate,
  startOfMonth,
  type LocalDate,
} from './local-date.js';
export { instantBounds, londonDateOf, startOfDay } from './london.js';
export {
  contains,
  daysIn,
  intersect,
  lastDayOf,
  month,
  monthLabel,
  monthName,
  monthOf,
  nextMonth,
  parseMonth,
  periodOf,
  previousMonth,
  type Period,
} from './period.js';
export { financialYearOf, financialYearPeriod, quarterOf, type Quarter } from './financial-year.js';
