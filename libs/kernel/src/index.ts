export { ok, err, okUnless, type Result, type Ok, type Refused } from './result.js';
export { refuse, under, type Refusal, type RefusalCode } from './refusal.js';
export { refusals } from './messages/en/refusals.js';
export { addsUpByDay, aggregations, type Aggregation } from './aggregation.js';
export { chargeKinds, chargeTimings, type ChargeKind, type ChargeTiming } from './charge-kind.js';
export { meterFeeds, type MeterFeed } from './meter-feed.js';
export { toPublicId, fromPublicId, isUuid, type IdKind } from './id.js';
export { allocate } from './allocate.js';
export { textFaults, type TextRule } from './text.js';
export { Exact, exact, parseDecimal, readDecimal, type DecimalFault, type DecimalLimits } from './decimal.js';
export { roundToPence } from './rounding.js';
export { formatPence, formatPounds, parsePence, penceToExact, type Pence } from './money.js';
export {
  addDays,
  addMonths,
  daysBetween,
  earlierOf,
  formatLongDate,
  isAfter,
  laterOf,
  localDate,
  parseLocalDate,
  startOfMonth,
  type LocalDate,
} from './local-date.js';
export { londonDateOf, startOfDay } from './london.js';
export { timeWords } from './time-words.js';
export { addWorkingDays, isBankHoliday } from './working-days.js';
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
export { weekdayOf } from './weekday.js';
export { financialYearOf, financialYearPeriod, type Quarter } from './financial-year.js';
