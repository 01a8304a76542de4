import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysIn, localDate, month, periodOf, type Period } from '#libs/kernel';
import { parsePrice, type Price } from '#libs/pricing';
import {
  lastDayOfVersion,
  newPriceFaults,
  priceVersionOn,
  priceVersionStateOn,
  priceVersionsIn,
  withdrawPriceFaults,
  type PriceContext,
  type PriceVersion,
} from './price-version.js';

const perUnit = (unit: string): Price => {
  const read = parsePrice({ model: 'perUnit', unit });
  if (!read.ok) throw new Error(unit);
  return read.value;
};
const from = (startsOn: string, unit = '1'): PriceVersion => ({
  leadId: 'l',
  id: startsOn,
  meterId: 'm',
  version: 1,
  startsOn: localDate(startsOn),
  price: perUnit(unit),
  createdAt: new Date(0),
});
const partsOf = (versions: readonly PriceVersion[], period: Period) => {
  const parts = priceVersionsIn(versions, period, 'payslips');
  return parts.ok
    ? parts.value.map(({ version, period: { start, end } }) => `${version.id}: ${start} ${end}`)
    : parts.refusals.map(({ message }) => message);
};

describe('splitting a period by its prices', () => {
  it.each([
    ['one price for all of it', ['2026-01-01'], ['2026-01-01: 2026-05-01 2026-06-01']],
    ['a price that starts with it', ['2026-05-01'], ['2026-05-01: 2026-05-01 2026-06-01']],
    [
      'a change inside it',
      ['2026-01-01', '2026-05-15'],
      ['2026-01-01: 2026-05-01 2026-05-15', '2026-05-15: 2026-05-15 2026-06-01'],
    ],
    ['a change on its first day', ['2026-01-01', '2026-05-01'], ['2026-05-01: 2026-05-01 2026-06-01']],
    [
      'a change on its last day',
      ['2026-01-01', '2026-05-31'],
      ['2026-01-01: 2026-05-01 2026-05-31', '2026-05-31: 2026-05-31 2026-06-01'],
    ],
    ['a change the day after it', ['2026-01-01', '2026-06-01'], ['2026-01-01: 2026-05-01 2026-06-01']],
    [
      'several, given in any order',
      ['2026-05-20', '2026-05-10', '2025-01-01', '2026-05-11'],
      [
        '2025-01-01: 2026-05-01 2026-05-10',
        '2026-05-10: 2026-05-10 2026-05-11',
        '2026-05-11: 2026-05-11 2026-05-20',
        '2026-05-20: 2026-05-20 2026-06-01',
      ],
    ],
    [
      'days before the first price',
      ['2026-05-15'],
      ['There is no price for payslips from 1 May 2026 to 14 May 2026.'],
    ],
    [
      'a first price after it',
      ['2026-07-01'],
      ['There is no price for payslips from 1 May 2026 to 31 May 2026.'],
    ],
    ['no price', [], ['There is no price for payslips from 1 May 2026 to 31 May 2026.']],
  ])('%s', (_, starts, expected) => {
    expect(
      partsOf(
        starts.map((start) => from(start)),
        month('2026-05'),
      ),
    ).toEqual(expected);
  });

  it('fills any period without gap or overlap, each day at the price that holds on it', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays(localDate('2026-01-01'), days));
    fc.assert(
      fc.property(
        fc.uniqueArray(day, { maxLength: 6 }),
        day,
        fc.integer({ min: 1, max: 90 }),
        (starts, start, days) => {
          const versions = [from('2025-12-31'), ...starts.map((date) => from(date))];
          const period = periodOf(start, addDays(start, days));
          const parts = priceVersionsIn(versions, period, 'payslips');
          if (!parts.ok) throw new Error('a gap');
          let next = period.start;
          for (const { version, period: part } of parts.value) {
            expect(part.start).toBe(next);
            for (let i = 0; i < daysIn(part); i += 1)
              expect(priceVersionOn(versions, addDays(part.start, i))).toBe(version);
            next = part.end;
          }
          expect(next).toBe(period.end);
        },
      ),
    );
  });
});

describe('the versions of a price', () => {
  const versions = [from('2026-01-01'), from('2026-04-01'), from('2026-07-01')];

  it.each([
    ['2025-12-31', ['SCHEDULED', 'SCHEDULED', 'SCHEDULED']],
    ['2026-03-31', ['CURRENT', 'SCHEDULED', 'SCHEDULED']],
    ['2026-04-01', ['SUPERSEDED', 'CURRENT', 'SCHEDULED']],
    ['2027-01-01', ['SUPERSEDED', 'SUPERSEDED', 'CURRENT']],
  ])('on %s are %j', (today, states) => {
    expect(versions.map((version) => priceVersionStateOn(version, versions, localDate(today)))).toEqual(
      states,
    );
  });

  it('end when the next one starts', () => {
    expect(versions.map((version) => lastDayOfVersion(version, versions))).toEqual([
      '2026-03-31',
      '2026-06-30',
      null,
    ]);
  });

  it('are withdrawn only before they start', () => {
    const codes = (today: string) =>
      withdrawPriceFaults(from('2026-04-01'), localDate(today)).map(({ message }) => message);
    expect(codes('2026-03-31')).toEqual([]);
    expect(codes('2026-04-01')).toEqual([
      'This price started on 1 April 2026 and cannot be changed. Add a new price with a later start date.',
    ]);
  });
});

describe('adding a price', () => {
  const context: PriceContext = {
    meterTitle: 'payslips',
    aggregation: 'SUM',
    fedBy: 'EVENTS',
    offeringPublished: true,
    noticeDays: 90,
    today: localDate('2026-12-01'),
  };
  const versions = [from('2026-04-01', '4.42')];
  const words = (startsOn: string, unit: string, change: Partial<PriceContext> = {}) =>
    newPriceFaults({ startsOn: localDate(startsOn), price: perUnit(unit) }, versions, {
      ...context,
      ...change,
    }).map(({ message }) => message);

  it('is refused for a day on which one starts already', () => {
    expect(words('2026-04-01', '1')).toEqual(['There is already a price for payslips from 1 April 2026.']);
    expect(words('2026-04-01', '1', { offeringPublished: false })).toHaveLength(1);
  });

  it('leaves the days that are over alone', () => {
    expect(words('2026-11-30', '1')).toEqual([
      'This price started on 1 April 2026 and cannot be changed. Add a new price with a later start date.',
    ]);
    expect(words('2026-11-30', '1', { offeringPublished: false })).toEqual([]);
  });

  it('gives notice of an increase, to the day', () => {
    const refusal =
      "Members need 90 days' notice of a price increase. The earliest start date is 1 March 2027.";
    expect(words('2026-12-01', '4.43')).toEqual([refusal]);
    expect(words('2027-02-28', '4.43')).toEqual([refusal]);
    expect(words('2027-03-01', '4.43')).toEqual([]);
    expect(words('2027-02-28', '4.43', { offeringPublished: false })).toEqual([]);
    expect(words('2026-12-01', '4.43', { noticeDays: 0 })).toEqual([]);
  });

  it('needs no notice when nobody pays more', () => {
    expect(words('2026-12-01', '4.42')).toEqual([]);
    expect(words('2026-12-02', '4.41')).toEqual([]);
  });

  it.each(['MAX', 'LAST', 'UNIQUE', 'TIME_WEIGHTED'] as const)(
    'of what is read from a month as a whole (%s) starts with a month',
    (aggregation) => {
      const refusal =
        'A price for payslips can only start on the first day of a month. Choose 1 March 2027 or 1 April 2027.';
      expect(words('2027-03-02', '1', { aggregation })).toEqual([refusal]);
      expect(words('2027-03-31', '1', { aggregation, offeringPublished: false })).toEqual([refusal]);
      expect(words('2027-03-01', '1', { aggregation })).toEqual([]);
      expect(words('2027-02-01', '4.43', { aggregation, noticeDays: 91 })).toEqual([
        "Members need 91 days' notice of a price increase. The earliest start date is 1 April 2027.",
      ]);
    },
  );

  it('of a meter that is fed by returns starts with a month', () => {
    expect(words('2027-03-15', '1', { fedBy: 'RETURN' })).toEqual([
      'A price for payslips can only start on the first day of a month. Choose 1 March 2027 or 1 April 2027.',
    ]);
    expect(words('2027-04-01', '1', { fedBy: 'RETURN' })).toEqual([]);
  });

  it('of a volume model starts, and ends, with a month', () => {
    const read = parsePrice({ model: 'volume', tiers: [{ upTo: null, unit: '1' }] });
    if (!read.ok) throw new Error('volume');
    const volume = { ...from('2027-01-01'), price: read.value };
    const codes = (startsOn: string, price: Price, others: readonly PriceVersion[]) =>
      newPriceFaults({ startsOn: localDate(startsOn), price }, others, context).map(({ code }) => code);
    expect(codes('2027-03-15', volume.price, versions)).toEqual(['PRICE_MID_MONTH']);
    expect(codes('2027-03-15', perUnit('1'), [...versions, volume])).toEqual(['PRICE_MID_MONTH']);
    expect(codes('2027-03-01', perUnit('1'), [...versions, volume])).toEqual([]);
    expect(codes('2027-03-15', perUnit('1'), [...versions, volume, from('2027-02-01')])).toEqual([]);
    expect(words('2027-03-15', '1', { aggregation: 'COUNT' })).toEqual([]);
  });

  it('compares with the price that would hold on the day before, scheduled ones too', () => {
    const scheduled = [...versions, from('2026-12-10', '3')];
    const back = { startsOn: localDate('2026-12-20'), price: perUnit('4.42') };
    expect(newPriceFaults(back, scheduled, context).map(({ code }) => code)).toEqual(['PRICE_NOTICE']);
  });
});
