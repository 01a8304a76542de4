import {
  Exact,
  addDays,
  addsUpByDay,
  contains,
  daysIn,
  err,
  formatLongDate,
  intersect,
  lastDayOf,
  laterOf,
  monthLabel,
  ok,
  okUnless,
  refuse,
  type LocalDate,
  type Period,
  type Refusal,
  type Result,
} from '#libs/kernel';
import type { DaysOf } from '#libs/pricing';
import type { CallOffToBill, Charge, MeterToBill, MonthReading, PriceToBill, UsageDay } from './charge.js';
import { newestReceipts, type UsageMonth } from './newest-receipts.js';

export interface MonthOfCallOff {
  readonly callOff: CallOffToBill;
  readonly month: Period;
  /** What to charge for: all of its meters unless given. */
  readonly meters?: readonly MeterToBill[];
  /** Whether its usage counts; true unless given. */
  readonly withUsage?: boolean;
  /** What the call-off used in the month; days of other call-offs and months are left alone. */
  readonly usage: readonly UsageDay[];
  readonly usageMonths: readonly UsageMonth[];
  /** Of every meter that does not add up by day. */
  readonly readings: readonly MonthReading[];
  readonly today: LocalDate;
}

/**
 * What one call-off owes for in one month: a charge for each meter and each price that holds in it, each rated alone.
 * A meter costs nothing before its first price. What is not metered is due for the units that the call-off takes:
 * each month by the days of the term, or once on its first day. Refuses when something used could not be charged: on a day outside
 * the call-off (USAGE_OUTSIDE_CALLOFF), on a day without a price (PRICE_GAP), of a meter that the call-off does not
 * have (METER_UNKNOWN), or less than nothing in all (QUANTITY_NEGATIVE); and when the price of what is read from a
 * month as a whole changes inside it (PRICE_MID_MONTH), which the catalogue lets nobody do.
 */
export const chargesDue = (input: MonthOfCallOff): Result<readonly Charge[]> => {
  const { callOff, month, meters = callOff.meters, withUsage = true } = input;
  const used = withUsage
    ? input.usage.filter(({ callOffId, day }) => callOffId === callOff.id && contains(month, day))
    : [];
  const live = intersect(callOff.term, month);
  const faults = used.flatMap((day) => dayFaults(day, callOff));
  if (faults.length > 0 || live === null) return okUnless(faults, () => []);

  const charges: Charge[] = [];
  for (const meter of meters) {
    const days = used.filter(({ meterId }) => meterId === meter.id);
    const ofMeter =
      meter.charge === 'USAGE' ? chargesOfMeter(input, meter, live, days) : chargesOfItem(input, meter, live);
    if (!ofMeter.ok) return ofMeter;
    charges.push(...ofMeter.value);
  }
  return ok(charges);
};

const dayFaults = ({ meterId, day }: UsageDay, { term, meters }: CallOffToBill): readonly Refusal[] => {
  const date = formatLongDate(day);
  if (day < term.start)
    return [
      refuse('USAGE_OUTSIDE_CALLOFF', {
        date,
        why: `before this call-off starts on ${formatLongDate(term.start)}`,
      }),
    ];
  if (day >= term.end)
    return [
      refuse('USAGE_OUTSIDE_CALLOFF', {
        date,
        why: `after this call-off ended on ${formatLongDate(lastDayOf(term))}`,
      }),
    ];
  return meters.some(({ id, charge }) => id === meterId && charge === 'USAGE')
    ? []
    : [refuse('METER_UNKNOWN', { meter: meterId })];
};

const chargesOfMeter = (
  input: MonthOfCallOff,
  meter: MeterToBill,
  live: Period,
  days: readonly UsageDay[],
): Result<readonly Charge[]> => {
  const priced = pricedDays(meter, live);
  const { month, today } = input;
  if (days.some(({ day }) => priced === null || day < priced.start)) {
    const gap = { start: live.start, end: priced?.start ?? live.end };
    const [from, to] = [formatLongDate(gap.start), formatLongDate(lastDayOf(gap))];
    return err(refuse('PRICE_GAP', { meter: meter.title, from, to }));
  }
  if (priced === null) return ok([]);
  const parts = meter.pricesIn(priced);
  if (!parts.ok) return parts;
  const [, second] = parts.value;
  if (second && !addsUpByDay(meter.aggregation)) return err(midMonth(meter, month));

  const prorate = shareUnlessWhole(daysIn(priced), daysIn(month));
  const charges = parts.value.map(({ version, period }): Charge => ({
    ...chargeAt(input, meter, version, period),
    part: shareUnlessWhole(daysIn(period), daysIn(priced)),
    prorate,
    held: null,
    ...usedIn(
      input,
      meter,
      days.filter(({ day }) => contains(period, day)),
    ),
    final: today >= month.end,
  }));
  const negative = charges.some(({ quantity, events }) => quantity.isNegative() || events < 0n);
  return negative ? err(refuse('QUANTITY_NEGATIVE')) : ok(charges);
};

/** What is charged for, and at what price. */
const chargeAt = (
  { callOff, month }: MonthOfCallOff,
  meter: MeterToBill,
  price: PriceToBill,
  period: Period,
): Pick<Charge, 'key' | 'callOff' | 'meter' | 'price' | 'month' | 'period' | 'volumeBand' | 'discount'> => ({
  key: { callOffId: callOff.id, meterId: meter.id, month: month.start, priceVersionId: price.id },
  callOff,
  meter,
  price,
  month,
  period,
  volumeBand: meter.volumeBandIn(month),
  discount: meter.discountIn(month),
});

/**
 * What the call-off takes of something that is not metered: every part of the month at its own price is its share of
 * the days of all that a whole month at that price is worth. ONE_TIME is due on the first day of the term, whole.
 */
const chargesOfItem = (
  input: MonthOfCallOff,
  meter: MeterToBill,
  live: Period,
): Result<readonly Charge[]> => {
  const { callOff, month } = input;
  const monthly = meter.charge === 'RECURRING';
  const firstDay = { start: callOff.term.start, end: addDays(callOff.term.start, 1) };
  const due = monthly ? live : intersect(live, firstDay);
  const priced = due === null ? null : pricedDays(meter, due);
  if (priced === null) return ok([]);
  const parts = meter.pricesIn(priced);
  if (!parts.ok) return parts;
  return ok(
    parts.value.map(({ version, period }): Charge => ({
      ...chargeAt(input, meter, version, period),
      part: null,
      prorate: null,
      held: monthly ? shareUnlessWhole(daysIn(period), daysIn(month)) : null,
      quantity: meter.units,
      events: 0n,
      receiptUpTo: 0n,
      final: true,
    })),
  );
};

/** The days of the month that the meter has a price for. */
const pricedDays = ({ prices }: MeterToBill, live: Period): Period | null => {
  const starts = prices.map(({ startsOn }) => startsOn).sort();
  const [first] = starts;
  return first === undefined
    ? null
    : intersect(live, { start: first, end: laterOf(live.end, addDays(first, 1)) });
};

const shareUnlessWhole = (days: number, of: number): DaysOf | null => (days === of ? null : { days, of });

const midMonth = ({ title }: MeterToBill, { start, end }: Period): Refusal =>
  refuse('PRICE_MID_MONTH', { meter: title, before: formatLongDate(start), after: formatLongDate(end) });

type Used = Pick<Charge, 'quantity' | 'events' | 'receiptUpTo'>;

/** What a meter comes to on these days: all of its use in the month, unless a price change splits it. */
const usedIn = (input: MonthOfCallOff, meter: MeterToBill, days: readonly UsageDay[]): Used => {
  const events = days.reduce((sum, day) => sum + day.events, 0n);
  if (addsUpByDay(meter.aggregation)) {
    const sum = Exact.sum(days.map(({ quantity }) => quantity));
    const receiptUpTo = days.reduce(
      (newest, day) => (day.lastReceipt > newest ? day.lastReceipt : newest),
      0n,
    );
    return { quantity: meter.aggregation === 'COUNT' ? Exact.of(events) : sum, events, receiptUpTo };
  }
  const { callOff, month, readings, usageMonths } = input;
  const reading = readings.find(
    (each) => each.callOffId === callOff.id && each.meterId === meter.id && each.month === monthLabel(month),
  );
  if (!reading) throw new Error(`meter ${meter.id} was not read in ${month.start}`);
  const receiptUpTo = newestReceipts(callOff, usageMonths, month.start).get(meter.id) ?? 0n;
  return { quantity: reading.quantity, events, receiptUpTo };
};
