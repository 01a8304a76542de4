import { describe, expect, it } from '@jest/globals';
import { localDate, month, type LocalDate } from '#libs/kernel';
import { missingDays, type ReceivedDay } from './missing-days.js';

const d = localDate;
const JUNE = month('2026-06');
const sent = (source: string, days: Readonly<Record<string, number>>): ReceivedDay[] =>
  Object.entries(days).map(([day, events]) => ({ source, day: d(day), events: BigInt(events) }));
const brief = (received: readonly ReceivedDay[], today = '2026-07-01', days = JUNE): string[] =>
  missingDays(received, days, d(today)).map(
    (each) => `${each.day} ${each.source} ${each.received} of ${each.expected.toDecimalString()}`,
  );
/** The Tuesdays of May. */
const MAY = { '2026-05-05': 90, '2026-05-12': 100, '2026-05-19': 110, '2026-05-26': 100 };
const from = (day: LocalDate) => ({ start: day, end: d('2026-06-03') });
const TUESDAY = from(d('2026-06-02'));

describe('days on which usage is missing', () => {
  it('are those without anything, or with less than half of the mean of that weekday', () => {
    expect(brief(sent('payroll', MAY), '2026-07-01', TUESDAY)).toEqual(['2026-06-02 payroll 0 of 100']);
    expect(brief(sent('payroll', { ...MAY, '2026-06-02': 49 }), '2026-07-01', TUESDAY)).toEqual([
      '2026-06-02 payroll 49 of 100',
    ]);
    expect(brief(sent('payroll', { ...MAY, '2026-06-02': 50 }), '2026-07-01', TUESDAY)).toEqual([]);
  });

  it('are over: today may still bring something', () => {
    expect(brief(sent('payroll', MAY), '2026-06-02')).toEqual([]);
    expect(brief(sent('payroll', MAY), '2026-06-03')).toEqual(['2026-06-02 payroll 0 of 100']);
  });

  it('need a weekday that brought something in three of the four weeks before', () => {
    const { '2026-05-05': _, ...three } = MAY;
    expect(brief(sent('payroll', three), '2026-07-01', TUESDAY)).toEqual(['2026-06-02 payroll 0 of 77.5']);
    expect(brief(sent('payroll', { '2026-05-19': 110, '2026-05-26': 100 }))).toEqual([]);
  });

  it('go on as long as the weeks before are full enough, and then end by themselves', () => {
    expect(brief(sent('payroll', MAY)).map((line) => line.slice(0, 10))).toEqual([
      '2026-06-02',
      '2026-06-09',
    ]);
  });

  it('are told for each source, by day', () => {
    const wednesdays = { '2026-05-06': 4, '2026-05-13': 4, '2026-05-20': 4, '2026-05-27': 4 };
    const days = { start: d('2026-06-01'), end: d('2026-06-04') };
    expect(brief([...sent('desk', wednesdays), ...sent('payroll', MAY)], '2026-07-01', days)).toEqual([
      '2026-06-02 payroll 0 of 100',
      '2026-06-03 desk 0 of 4',
    ]);
  });

  it('are no bank holidays, and those before do not count', () => {
    // Mondays: 4 and 25 May 2026 are bank holidays, and nothing is expected of the 31st of August.
    const mondays = { '2026-05-11': 10, '2026-05-18': 10, '2026-06-01': 10, '2026-06-08': 10 };
    expect(brief(sent('payroll', mondays), '2026-06-16')).toEqual(['2026-06-15 payroll 0 of 10']);
    const august = { '2026-08-03': 10, '2026-08-10': 10, '2026-08-17': 10, '2026-08-24': 10 };
    expect(brief(sent('payroll', august), '2026-09-30', month('2026-08'))).toEqual([]);
  });
});
