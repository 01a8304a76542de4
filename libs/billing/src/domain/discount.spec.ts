import { describe, expect, it } from '@jest/globals';
import { exact, localDate } from '#libs/kernel';
import { discountFaults, discountOf, monthsOfTerms, overlapFault, type Discount } from './discount.js';

const terms = {
  meterId: null,
  percent: '10',
  firstMonth: '2026-04',
  lastMonth: '2026-06',
  reason: 'First year',
};
const callOff = {
  term: { start: localDate('2026-04-16'), end: localDate('2027-04-01') },
  meterIds: ['payslips', 'setup', 'share'],
  keptMeters: [{ id: 'share', title: 'Share of the cost' }],
};
const said = (change: Partial<Record<keyof typeof terms, string | null>>) =>
  discountFaults({ ...terms, ...change } as Parameters<typeof discountFaults>[0], callOff).map(
    ({ code, path }) => `${code} ${path.join('.')}`,
  );
const approved = (meterId: string | null, first: string, end: string, percent = '10'): Discount => ({
  ...{ tenantId: 't', leadId: 'l', id: 'd', callOffId: 'c', meterId, percent: exact(percent) },
  months: { start: localDate(first), end: localDate(end) },
  ...{
    reason: 'r',
    state: 'APPROVED',
    proposedBy: 'p',
    proposedAt: new Date(0),
    decidedBy: 'q',
    decidedAt: new Date(0),
  },
});

const messages = (change: Partial<Record<keyof typeof terms, string | null>>) =>
  discountFaults({ ...terms, ...change } as Parameters<typeof discountFaults>[0], callOff).map(
    ({ message }) => message,
  );

describe('a discount', () => {
  it.each([
    [
      { meterId: 'share' },
      'Share of the cost is kept by cost sharing: its usage and its price cannot be changed by hand.',
    ],
    [{ percent: 'ten' }, 'The discount must be an amount written as text, like "12.34".'],
    [{ percent: '1.00001' }, 'The discount must have no more than 4 decimal places.'],
    [{ percent: '100.01' }, 'The discount must be 100 or less.'],
    [{ percent: '0' }, 'The discount must be 0.0001 or more.'],
    [{ lastMonth: '2026-03', firstMonth: '2026-04' }, 'The last month must be on or after the first month.'],
    [
      { lastMonth: '2027-04' },
      'Choose months between April 2026 and March 2027, in which this call-off runs.',
    ],
    [{ reason: '' }, 'Enter the reason.'],
  ])('with %j is refused in words', (change, message) => {
    expect(messages(change)).toEqual([message]);
  });

  it('may be of one month, and names the month that cannot be read', () => {
    expect(said({ firstMonth: '2026-06' })).toEqual([]);
    expect(said({ firstMonth: 'June' })).toEqual(['MONTH_FORMAT firstMonth']);
    expect(said({ lastMonth: 'June' })).toEqual(['MONTH_FORMAT lastMonth']);
  });

  it('is for months in which the call-off runs, the part ones too', () => {
    expect(said({})).toEqual([]);
    expect(said({ lastMonth: '2027-03' })).toEqual([]);
    expect(said({ firstMonth: '2026-03', lastMonth: '2027-04' })).toEqual([
      'DISCOUNT_OUTSIDE firstMonth',
      'DISCOUNT_OUTSIDE lastMonth',
    ]);
    expect(said({ firstMonth: '2026-07' })).toEqual(['DATE_ORDER lastMonth']);
    expect(said({ firstMonth: 'April', lastMonth: '2026-13' })).toEqual([
      'MONTH_FORMAT firstMonth',
      'MONTH_FORMAT lastMonth',
    ]);
    expect(monthsOfTerms(terms)).toEqual({ start: '2026-04-01', end: '2026-07-01' });
    expect(() => monthsOfTerms({ ...terms, firstMonth: 'April' })).toThrow(RangeError);
    expect(() => monthsOfTerms({ ...terms, lastMonth: 'June' })).toThrow(RangeError);
  });

  it('has a percentage, a reason, and a meter of the call-off', () => {
    expect(said({ percent: '0', reason: ' ', meterId: 'faxes' })).toEqual([
      'NOT_FOUND meterId',
      'TOO_SMALL percent',
      'FIELD_REQUIRED reason',
    ]);
    expect(said({ meterId: 'share' })).toEqual(['METER_KEPT meterId']);
    for (const [percent, code] of [
      ['100', ''],
      ['100.01', 'TOO_BIG'],
      ['1000', 'TOO_BIG'],
      ['-1', 'TOO_SMALL'],
      ['1.00001', 'TOO_MANY_DECIMALS'],
      ['ten', 'AMOUNT_FORMAT'],
    ])
      expect(said({ percent: percent ?? '' })).toEqual(code === '' ? [] : [`${code} percent`]);
  });

  it('is the only one of a charge in a month', () => {
    const all = approved(null, '2026-04-01', '2026-07-01');
    const one = approved('payslips', '2026-07-01', '2026-09-01');
    expect(overlapFault(approved('setup', '2026-06-01', '2026-07-01'), [all, one])?.message).toBe(
      'There is already a discount of 10% for these charges from April 2026 to June 2026. Choose other months.',
    );
    expect(overlapFault(approved(null, '2026-08-01', '2026-09-01'), [all, one])?.code).toBe(
      'DISCOUNT_OVERLAP',
    );
    expect(overlapFault(approved('payslips', '2026-08-01', '2026-10-01'), [one])?.code).toBe(
      'DISCOUNT_OVERLAP',
    );
    expect(overlapFault(approved('setup', '2026-07-01', '2026-09-01'), [all, one])).toBeNull();
    expect(
      overlapFault({ ...approved(null, '2026-04-01', '2026-05-01'), callOffId: 'x' }, [all, one]),
    ).toBeNull();
  });

  it('holds in its months, for its meter', () => {
    const discounts = [approved('payslips', '2026-04-01', '2026-06-01', '12.5')];
    const percent = (meterId: string, month: string, callOffId = 'c') =>
      discountOf(discounts, { callOffId, meterId }, localDate(month)).toDecimalString();
    expect(
      ['2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01'].map((month) => percent('payslips', month)),
    ).toEqual(['0', '12.5', '12.5', '0']);
    expect([percent('setup', '2026-04-01'), percent('payslips', '2026-04-01', 'x')]).toEqual(['0', '0']);
    const ofAll = [approved(null, '2026-04-01', '2026-06-01', '5')];
    const meter = { callOffId: 'c', meterId: 'setup' };
    expect(discountOf(ofAll, meter, localDate('2026-04-01')).toDecimalString()).toBe('5');
  });
});
