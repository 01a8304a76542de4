import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/kernel';
import { amountFaults, awardFaults, type AwardLimits, type AwardTerms } from './award.js';
import { callOffReference, callOffStateOn, earliestLeaveOn, lastDayOfTerm } from './call-off.js';
import {
  orderCovering,
  purchaseOrderFaults,
  type PurchaseOrder,
  type PurchaseOrderTerms,
} from './purchase-order.js';

describe('a term', () => {
  it.each([
    ['2026-04-01', 12, '2027-03-31'],
    ['2026-04-01', 1, '2026-04-30'],
    ['2026-04-01', 60, '2031-03-31'],
    ['2026-04-15', 6, '2026-10-14'],
    ['2026-01-31', 1, '2026-02-27'],
    ['2028-02-29', 12, '2029-02-27'],
    ['2027-03-01', 12, '2028-02-29'],
    ['2026-10-25', 12, '2027-10-24'],
  ])('from %s of %d months ends on %s', (startsOn, months, endsOn) => {
    expect(lastDayOfTerm(localDate(startsOn), months)).toBe(endsOn);
  });
});

describe('when a member can leave', () => {
  it.each([
    ['2026-11-30', 6, '2029-03-31', '2027-05-30'],
    ['2026-08-31', 6, '2029-03-31', '2027-02-28'],
    ['2027-08-31', 6, '2029-03-31', '2028-02-29'],
    ['2026-08-31', 1, '2029-03-31', '2026-09-30'],
    ['2026-06-15', 0, '2029-03-31', '2026-06-15'],
    ['2028-09-30', 6, '2029-03-31', '2029-03-30'],
    ['2028-10-01', 6, '2029-03-31', '2029-03-31'],
    ['2029-01-01', 6, '2029-03-31', '2029-03-31'],
    ['2029-05-01', 6, '2029-03-31', '2029-03-31'],
  ])('who gives notice on %s of %d months in a term to %s leaves on %s', (today, months, endsOn, leaves) => {
    expect(earliestLeaveOn({ endsOn: localDate(endsOn) }, months, localDate(today))).toBe(leaves);
  });
});

describe('callOffStateOn', () => {
  const callOff = {
    state: 'AWARDED',
    startsOn: localDate('2026-04-01'),
    endsOn: localDate('2027-03-31'),
  } as const;

  it.each([
    ['2026-03-31', 'AWARDED'],
    ['2026-04-01', 'LIVE'],
    ['2027-03-31', 'LIVE'],
    ['2027-04-01', 'EXPIRED'],
  ])('on %s is %s', (today, state) => {
    expect(callOffStateOn(callOff, localDate(today))).toBe(state);
  });
  it.each(['NOTICE_GIVEN', 'TERMINATED', 'CLOSED'] as const)('leaves %s as it is stored', (state) => {
    expect(callOffStateOn({ ...callOff, state }, localDate('2026-06-01'))).toBe(state);
  });
  it('is named by number and revision', () => {
    expect([callOffReference(45n, 1), callOffReference(1_234_567n, 12)]).toEqual([
      'CO-000045-01',
      'CO-1234567-12',
    ]);
  });
});

describe('awardFaults', () => {
  const terms: AwardTerms = {
    startsOn: localDate('2026-07-01'),
    endsOn: localDate('2027-06-30'),
    value: '500000.00',
  };
  const limits: AwardLimits = {
    maxTermMonths: 60,
    directAwardLimitPence: 50_000_000n,
    today: localDate('2026-06-15'),
  };
  const faults = (change: Partial<Record<keyof AwardTerms, string>>, other: Partial<AwardLimits> = {}) =>
    awardFaults({ ...terms, ...change } as AwardTerms, { ...limits, ...other }).map(
      ({ code, path }) => `${code} ${path.join('.')}`,
    );

  it('takes terms at their limits', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ startsOn: '2026-03-15', endsOn: '2031-03-14' })).toEqual([]);
    expect(faults({ endsOn: '2026-07-02', value: '0.01' })).toEqual([]);
    expect(faults({ value: '999999999999999.99' }, { directAwardLimitPence: null })).toEqual([]);
  });

  it.each([
    [{ startsOn: '2026-03-14', endsOn: '2026-12-31' }, ['START_IN_PAST startsOn']],
    [{ endsOn: '2026-07-01' }, ['END_BEFORE_START endsOn']],
    [{ endsOn: '2026-06-30' }, ['END_BEFORE_START endsOn']],
    [{ endsOn: '2031-07-01' }, ['TERM_OVER_MAXIMUM endsOn']],
    [{ value: '500000.01' }, ['VALUE_OVER_ROUTE_LIMIT value']],
    [
      { startsOn: '2020-01-01', value: '0' },
      ['START_IN_PAST startsOn', 'TERM_OVER_MAXIMUM endsOn', 'TOO_SMALL value'],
    ],
  ])('refuses %j', (change, expected) => {
    expect(faults(change)).toEqual(expected);
  });

  it('counts three months back to the last day of a shorter month', () => {
    const other = { today: localDate('2026-05-31') };
    expect(faults({ startsOn: '2026-02-28', endsOn: '2026-12-31' }, other)).toEqual([]);
    expect(faults({ startsOn: '2026-02-27', endsOn: '2026-12-31' }, other)).toEqual([
      'START_IN_PAST startsOn',
    ]);
  });

  it.each([
    ['0.00', 'TOO_SMALL'],
    ['-1.00', 'TOO_SMALL'],
    ['1.001', 'TOO_MANY_DECIMALS'],
    ['1000000000000000', 'TOO_BIG'],
    ['1,000', 'AMOUNT_FORMAT'],
    ['£5', 'AMOUNT_FORMAT'],
    ['', 'AMOUNT_FORMAT'],
  ])('refuses the amount %j', (text, code) => {
    expect(amountFaults(text, 'The value', ['value']).map((fault) => fault.code)).toEqual([code]);
  });
});

describe('purchase orders', () => {
  const terms: PurchaseOrderTerms = {
    number: '4500012345',
    exempt: false,
    value: '1200.00',
    startsOn: localDate('2026-04-01'),
    endsOn: null,
  };
  const faults = (change: Partial<PurchaseOrderTerms>) =>
    purchaseOrderFaults({ ...terms, ...change }).map(({ code, path }) => `${code} ${path.join('.')}`);

  it('have a number, or are exempt', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ number: null, value: null, exempt: true })).toEqual([]);
    expect(faults({ number: null })).toEqual(['FIELD_REQUIRED number']);
    expect(faults({ number: 'x'.repeat(51) })).toEqual(['TEXT_TOO_LONG number']);
    expect(faults({ exempt: true })).toEqual(['FIELD_UNKNOWN number', 'FIELD_UNKNOWN value']);
  });

  it('have a value above nothing and dates in order', () => {
    expect(faults({ value: '0', endsOn: localDate('2026-03-31') })).toEqual([
      'TOO_SMALL value',
      'DATE_ORDER endsOn',
    ]);
    expect(faults({ value: null, endsOn: localDate('2026-04-01') })).toEqual([]);
  });

  const order = (id: string, startsOn: string, endsOn: string | null, at: string): PurchaseOrder => ({
    ...{ tenantId: 't', leadId: 'l', id, callOffId: 'c', number: id, exempt: false, valuePence: null },
    startsOn: localDate(startsOn),
    endsOn: endsOn === null ? null : localDate(endsOn),
    ...{ recordedAt: new Date(at), recordedBy: 'p' },
  });
  const orders = [
    order('first', '2026-04-01', '2027-03-31', '2026-04-01T09:00:00Z'),
    order('second', '2026-10-01', null, '2026-09-20T09:00:00Z'),
  ];

  it.each([
    ['2026-03-31', undefined],
    ['2026-04-01', 'first'],
    ['2026-09-30', 'first'],
    ['2026-10-01', 'second'],
    ['2030-01-01', 'second'],
  ])('on %s, %s is quoted', (date, id) => {
    const charge = { callOffId: 'c', date: localDate(date) };
    expect(orderCovering(orders, charge)?.id).toBe(id);
    expect(orderCovering([...orders].reverse(), charge)?.id).toBe(id);
    expect(orderCovering(orders, { ...charge, callOffId: 'other' })).toBeNull();
  });
});
