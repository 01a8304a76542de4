import {
  addDays,
  Exact,
  exact,
  laterOf,
  localDate,
  ok,
  parseMonth,
  type Aggregation,
  type LocalDate,
  type Period,
} from '#libs/kernel';
import { parsePrice } from '#libs/pricing';
import type { CallOffToBill, MeterToBill, PriceToBill, UsageDay } from './charge.js';

/** Call-offs, prices and usage for tests, in few words. */
export const monthNamed = (label: string): Period => {
  const month = parseMonth(label);
  if (month === null) throw new RangeError(label);
  return month;
};

export const priceFrom = (
  startsOn: string,
  price: object,
  version = 1,
  id = `price-${startsOn}`,
): PriceToBill => {
  const parsed = parsePrice(price);
  if (!parsed.ok) throw new RangeError(parsed.refusals[0]?.message);
  return { id, version, startsOn: localDate(startsOn), price: parsed.value };
};

export const meterOf = (
  id: string,
  prices: readonly PriceToBill[],
  aggregation: Aggregation = 'SUM',
  more: Partial<MeterToBill> = {},
): MeterToBill => ({
  id,
  aggregation,
  charge: 'USAGE',
  timing: 'ARREARS',
  isUsed: (more.charge ?? 'USAGE') === 'USAGE',
  units: Exact.ONE,
  title: id === 'payslips' ? 'Payslips' : id,
  prices,
  pricesIn: (days) => ok(split(prices, days)),
  volumeBandIn: () => null,
  discountIn: () => Exact.ZERO,
  ...more,
});

const split = (prices: readonly PriceToBill[], days: Period): { version: PriceToBill; period: Period }[] => {
  const parts: { version: PriceToBill; period: Period }[] = [];
  let day: LocalDate = days.start;
  while (day < days.end) {
    const version = [...prices]
      .sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1))
      .find(({ startsOn }) => startsOn <= day);
    if (!version) throw new RangeError('a day without a price');
    const last = parts.at(-1);
    if (last?.version === version)
      parts[parts.length - 1] = { version, period: { start: last.period.start, end: addDays(day, 1) } };
    else parts.push({ version, period: { start: day, end: addDays(day, 1) } });
    day = addDays(day, 1);
  }
  return parts;
};

export const callOffOf = (
  meters: readonly MeterToBill[],
  { id = 'call-off', firstDay = '2026-04-01', lastDay = '2030-03-31', revision = 1, vatRate = '0.2' } = {},
): CallOffToBill => ({
  id,
  reference: 'CO-000045-01',
  revision,
  agreementId: 'agreement',
  offeringTitle: 'Payroll Core',
  term: { start: localDate(firstDay), end: laterOf(addDays(localDate(lastDay), 1), localDate(firstDay)) },
  vatTreatment: 'STANDARD',
  vatRate: exact(vatRate),
  meters,
});

export const used = (
  day: string,
  quantity: string,
  { callOffId = 'call-off', meterId = 'payslips', events = 1n, lastReceipt = 1n } = {},
): UsageDay => ({ callOffId, meterId, day: localDate(day), quantity: exact(quantity), events, lastReceipt });
