import { describe, expect, it } from '@jest/globals';
import { exact, localDate, type LocalDate } from '#libs/kernel';
import { forecastOf, monthsBefore, type MeterSoFar } from './forecast.js';
import { month } from '#libs/kernel';

const d = localDate;
const monthly = (of: Readonly<Record<string, string>>) =>
  new Map(Object.entries(of).map(([label, quantity]) => [month(label).start, exact(quantity)]));
const daily = (quantity: (day: LocalDate) => string | null, from: string, to: string) => {
  const days: { day: LocalDate; quantity: ReturnType<typeof exact> }[] = [];
  for (let at = Date.parse(from); at < Date.parse(to); at += 86_400_000) {
    const day = d(new Date(at).toISOString().slice(0, 10));
    const amount = quantity(day);
    if (amount !== null) days.push({ day, quantity: exact(amount) });
  }
  return days;
};
const soFar = (more: Partial<MeterSoFar> = {}): MeterSoFar => ({
  aggregation: 'SUM',
  fedBy: 'EVENTS',
  term: { start: d('2025-04-01'), end: d('2027-04-01') },
  today: d('2026-06-15'),
  days: [],
  months: new Map(),
  ...more,
});
const brief = (meter: MeterSoFar): string => {
  const { soFar: now, monthEnd, yearEnd } = forecastOf(meter);
  return [now, monthEnd, yearEnd].map((each) => each.toDecimalString()).join(' ');
};
/** 10 on each day from Monday to Friday, nothing at weekends. */
const weekdays = (day: LocalDate) => ([0, 6].includes(new Date(day).getUTCDay()) ? null : '10');

describe('a forecast of what adds up by day', () => {
  it('is the days before today, and each weekday as it was in the four weeks before', () => {
    // June 2026: 22 weekdays, of which 10 are before Monday the 15th.
    const days = daily(weekdays, '2026-05-18', '2026-06-15');
    const months = monthly({ '2026-03': '220', '2026-04': '200', '2026-05': '240', '2026-06': '100' });
    // 220, and for the year April 200 + May 240 + June 220 + 9 months at the mean of March to May.
    expect(brief(soFar({ days, months }))).toBe('100 220 2640');
  });

  it('takes today as it is when it has brought more than its weekday does', () => {
    const days = [
      ...daily(weekdays, '2026-05-18', '2026-06-15'),
      { day: d('2026-06-15'), quantity: exact('35') },
    ];
    expect(brief(soFar({ days, months: monthly({ '2026-06': '135' }) })).split(' ')[1]).toBe('245');
    const less = [
      ...daily(weekdays, '2026-05-18', '2026-06-15'),
      { day: d('2026-06-15'), quantity: exact('4') },
    ];
    expect(brief(soFar({ days: less, months: monthly({ '2026-06': '104' }) })).split(' ')[1]).toBe('220');
  });

  it('of a term that began this month: all its days stand for weekdays that it has not had', () => {
    const term = { start: d('2026-06-12'), end: d('2027-04-01') };
    const days = daily(() => '6', '2026-06-12', '2026-06-15');
    // 12 to 14 June brought 18; 16 days are left at 6; then 9 whole months at this month's forecast.
    expect(brief(soFar({ term, days, months: monthly({ '2026-06': '18' }) }))).toBe('18 114 1140');
  });

  it('stops where the term does', () => {
    const term = { start: d('2025-04-01'), end: d('2026-07-16') };
    const days = daily(() => '1', '2026-05-01', '2026-06-15');
    const months = monthly({ '2026-03': '31', '2026-04': '31', '2026-05': '31', '2026-06': '14' });
    // 15 of the 31 days of July, at 31 a month.
    expect(brief(soFar({ term, days, months }))).toBe('14 30 107');
    const ends = { start: d('2025-04-01'), end: d('2026-06-18') };
    expect(brief(soFar({ term: ends, days, months }))).toBe('14 17 79');
  });
});

describe('a forecast of all else', () => {
  it('is what the month has come to, or the mean of the three months before if that is more', () => {
    const months = monthly({ '2026-03': '3', '2026-04': '4', '2026-05': '5', '2026-06': '2' });
    const days = daily(() => '1', '2026-05-18', '2026-06-15');
    expect(brief(soFar({ aggregation: 'MAX', days, months }))).toBe('2 4 49');
    expect(brief(soFar({ fedBy: 'RETURN', months: monthly({ '2026-05': '9' }) }))).toBe('0 3 39');
    expect(brief(soFar({ aggregation: 'MAX', months: monthly({ '2026-05': '3', '2026-06': '8' }) }))).toBe(
      '8 8 20',
    );
  });

  it('counts a month of the term in full where it does not add up by day', () => {
    const term = { start: d('2026-06-01'), end: d('2026-07-16') };
    expect(brief(soFar({ aggregation: 'LAST', term, months: monthly({ '2026-06': '8' }) }))).toBe('8 8 16');
  });
});

it('the three months before a month are in order', () => {
  expect(monthsBefore(month('2026-02')).map(({ start }) => start)).toEqual([
    '2025-11-01',
    '2025-12-01',
    '2026-01-01',
  ]);
});
