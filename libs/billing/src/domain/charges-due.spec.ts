import { err, formatPence, localDate, refuse } from '#libs/kernel';
import { differenceOf } from './bill.js';
import { callOffOf, meterOf, monthNamed, priceFrom, used } from './call-off-cases.js';
import { chargesDue } from './charges-due.js';
import type { CallOffToBill, Charge, UsageDay } from './charge.js';

const perUnit = (unit: string) => ({ model: 'perUnit', unit });

const whole = (callOff: CallOffToBill, month: string, usage: readonly UsageDay[]) => ({
  ...{ callOff, month: monthNamed(month), usage },
  ...{ usageMonths: [], readings: [] },
});

const due = (
  callOff: CallOffToBill,
  month: string,
  usage: readonly UsageDay[],
  today = '2026-12-01',
): readonly Charge[] => {
  const result = chargesDue({ ...whole(callOff, month, usage), today: localDate(today) });
  if (!result.ok) throw new Error(result.refusals.map(({ message }) => message).join(' '));
  return result.value;
};

const refusedWith = (callOff: CallOffToBill, month: string, usage: readonly UsageDay[]) => {
  const result = chargesDue({ ...whole(callOff, month, usage), today: localDate('2026-12-01') });
  if (result.ok) throw new Error('was not refused');
  return result.refusals.map(({ code, message }) => `${code}: ${message}`);
};

const worth = (charge: Charge): string => {
  const nothing = { key: charge.key, net: 0n, countedTo: 0n, callOffRevision: 0 };
  return formatPence(differenceOf(charge, nothing).rated.net);
};

const shape = (charge: Charge) => ({
  days: `${charge.period.start}/${charge.period.end}`,
  price: charge.key.priceVersionId,
  quantity: charge.quantity.toDecimalString(),
  worth: worth(charge),
});

describe('what a call-off owes for in a month', () => {
  it('is one charge for each meter, with the sum of its days', () => {
    const callOff = callOffOf([
      meterOf('payslips', [priceFrom('2026-04-01', perUnit('4.42'))]),
      meterOf('letters', [priceFrom('2026-04-01', perUnit('0.5'), 1, 'letters-1')]),
    ]);
    const usage = [
      used('2026-04-01', '10'),
      used('2026-04-30', '0.5'),
      used('2026-05-01', '99'),
      used('2026-04-03', '7', { meterId: 'letters', lastReceipt: 9n }),
    ];
    const charges = due(callOff, '2026-04', usage);
    expect(charges.map(shape)).toEqual([
      { days: '2026-04-01/2026-05-01', price: 'price-2026-04-01', quantity: '10.5', worth: '46.41' },
      { days: '2026-04-01/2026-05-01', price: 'letters-1', quantity: '7', worth: '3.50' },
    ]);
    expect(charges.map(({ receiptUpTo, events }) => [receiptUpTo, events])).toEqual([
      [1n, 2n],
      [9n, 1n],
    ]);
  });

  it('counts the use of its own alone, up to the newest receipt among the days', () => {
    const callOff = callOffOf([meterOf('payslips', [priceFrom('2026-04-01', perUnit('1'))])]);
    const usage = [
      used('2026-04-01', '10', { lastReceipt: 9n }),
      used('2026-04-02', '3', { lastReceipt: 4n }),
      used('2026-04-02', '50', { callOffId: 'another', lastReceipt: 20n }),
    ];
    expect(due(callOff, '2026-04', usage).map((charge) => [worth(charge), charge.receiptUpTo])).toEqual([
      ['13.00', 9n],
    ]);
  });

  it('is nothing in a month without a day of the term', () => {
    const callOff = callOffOf(
      [meterOf('payslips', [priceFrom('2026-04-01', { model: 'flat', amount: '30' })])],
      {
        firstDay: '2026-05-01',
        lastDay: '2026-06-30',
      },
    );
    expect(due(callOff, '2026-04', [])).toEqual([]);
    expect(due(callOff, '2026-05', []).map(worth)).toEqual(['30.00']);
    expect(due(callOff, '2026-07', [])).toEqual([]);
  });

  it('is final, so that a minimum is made up, once the month is over on London’s calendar', () => {
    const price = { ...perUnit('1'), minimum: '50' };
    const callOff = callOffOf([meterOf('payslips', [priceFrom('2026-04-01', price)])]);
    expect(due(callOff, '2026-04', [used('2026-04-02', '3')], '2026-04-30').map(worth)).toEqual(['3.00']);
    expect(due(callOff, '2026-04', [used('2026-04-02', '3')], '2026-05-01').map(worth)).toEqual(['50.00']);
  });
});

describe('a price that changes inside a month', () => {
  const tiers = (first: string) => ({
    model: 'graduated',
    tiers: [
      { upTo: '30', unit: first, flat: '60' },
      { upTo: null, unit: '1', flat: '0' },
    ],
  });

  it('splits it by days; each part is rated alone with its share of bounds, flat amounts and minimum', () => {
    const callOff = callOffOf([
      meterOf('payslips', [priceFrom('2026-04-01', tiers('10')), priceFrom('2026-04-21', tiers('20'), 2)]),
    ]);
    const charges = due(callOff, '2026-04', [used('2026-04-20', '25'), used('2026-04-21', '25')]);
    // 20 of 30 days: 20 at £10, 5 at £1, £40 flat. 10 of 30 days: 10 at £20, 15 at £1, £20 flat.
    expect(charges.map(shape)).toEqual([
      { days: '2026-04-01/2026-04-21', price: 'price-2026-04-01', quantity: '25', worth: '245.00' },
      { days: '2026-04-21/2026-05-01', price: 'price-2026-04-21', quantity: '25', worth: '235.00' },
    ]);
    expect(charges.map(({ part, prorate }) => [part, prorate])).toEqual([
      [{ days: 20, of: 30 }, null],
      [{ days: 10, of: 30 }, null],
    ]);
  });

  it('splits nothing on the first of a month', () => {
    const callOff = callOffOf([
      meterOf('payslips', [priceFrom('2026-04-01', tiers('10')), priceFrom('2026-05-01', tiers('20'), 2)]),
    ]);
    expect(due(callOff, '2026-04', []).map(({ part }) => part)).toEqual([null]);
    expect(due(callOff, '2026-05', []).map(({ part, key }) => [part, key.priceVersionId])).toEqual([
      [null, 'price-2026-05-01'],
    ]);
  });

  it('splits the days of a call-off that is there for some of them, and prorates what belongs to a month', () => {
    const flat = (amount: string) => ({ model: 'flat', amount });
    const callOff = callOffOf(
      [meterOf('payslips', [priceFrom('2026-04-01', flat('300')), priceFrom('2026-04-21', flat('600'), 2)])],
      {
        firstDay: '2026-04-11',
      },
    );
    // £300 and £600 a month of 30 days, 10 days of each.
    expect(due(callOff, '2026-04', []).map(shape)).toEqual([
      { days: '2026-04-11/2026-04-21', price: 'price-2026-04-01', quantity: '0', worth: '100.00' },
      { days: '2026-04-21/2026-05-01', price: 'price-2026-04-21', quantity: '0', worth: '200.00' },
    ]);
  });

  it('is one price alone for a call-off that starts with it', () => {
    const callOff = callOffOf(
      [meterOf('payslips', [priceFrom('2026-04-01', tiers('10')), priceFrom('2026-04-21', tiers('20'), 2)])],
      {
        firstDay: '2026-04-21',
      },
    );
    const charges = due(callOff, '2026-04', [used('2026-04-25', '40')]);
    // Bounds are whole: 30 at £20, 10 at £1; the flat £60 is for 10 of 30 days.
    expect(charges.map(shape)).toEqual([
      { days: '2026-04-21/2026-05-01', price: 'price-2026-04-21', quantity: '40', worth: '630.00' },
    ]);
    expect(charges.map(({ part, prorate }) => [part, prorate])).toEqual([[null, { days: 10, of: 30 }]]);
  });
});

describe('what is not metered', () => {
  const licence = (more: object = {}) =>
    meterOf('licence', [priceFrom('2026-04-01', { ...perUnit('2'), minimum: '50' })], 'SUM', {
      ...{ charge: 'RECURRING', ...more },
    });

  it('has its minimum from the first day, for no more can come', () => {
    expect(due(callOffOf([licence()]), '2026-04', [], '2026-04-02').map(worth)).toEqual(['50.00']);
  });

  it('cannot be billed when the catalogue refuses its days', () => {
    const gap = { meter: 'Licence', from: 'then', to: 'now' };
    const refusing = licence({ pricesIn: () => err(refuse('PRICE_GAP', gap)) });
    expect(refusedWith(callOffOf([refusing]), '2026-04', [])).toEqual([
      'PRICE_GAP: There is no price for Licence from then to now.',
    ]);
  });
});

describe('a call-off that starts or ends inside a month', () => {
  it.each([
    ['2026-04-11', '2030-03-31', '2026-04', '20.00'],
    ['2026-04-01', '2026-04-01', '2026-04', '1.00'],
    ['2026-04-10', '2026-04-12', '2026-04', '3.00'],
    ['2026-04-01', '2026-05-10', '2026-05', '9.68'],
    ['2028-02-29', '2030-03-31', '2028-02', '1.03'],
    ['2027-02-15', '2030-03-31', '2027-02', '15.00'],
    ['2026-12-31', '2030-03-31', '2026-12', '0.97'],
  ])('from %s to %s pays for its days of %s: £%s of £30', (firstDay, lastDay, month, amount) => {
    const callOff = callOffOf(
      [meterOf('payslips', [priceFrom('2026-04-01', { model: 'flat', amount: '30' })])],
      { firstDay, lastDay },
    );
    expect(due(callOff, month, [], '2031-01-01').map(worth)).toEqual([amount]);
  });

  it('pays per unit, whatever the days', () => {
    const callOff = callOffOf([meterOf('payslips', [priceFrom('2026-04-01', perUnit('2'))])], {
      firstDay: '2026-04-30',
    });
    expect(due(callOff, '2026-04', [used('2026-04-30', '7')]).map(worth)).toEqual(['14.00']);
  });
});

describe('a meter that gets its first price inside a month', () => {
  const callOff = callOffOf([
    meterOf('payslips', [priceFrom('2026-04-16', { model: 'flat', amount: '30' })]),
  ]);

  it('costs nothing before it', () => {
    expect(due(callOff, '2026-04', []).map(shape)).toEqual([
      { days: '2026-04-16/2026-05-01', price: 'price-2026-04-16', quantity: '0', worth: '15.00' },
    ]);
    expect(due(callOffOf([meterOf('payslips', [])]), '2026-04', [])).toEqual([]);
    const later = callOffOf([meterOf('payslips', [priceFrom('2026-06-01', perUnit('1'))])]);
    expect(due(later, '2026-04', [])).toEqual([]);
  });

  it('is the earliest of its prices, in whatever order they are kept', () => {
    const flat = (amount: string) => ({ model: 'flat', amount });
    const [first, second] = [priceFrom('2026-04-11', flat('30')), priceFrom('2026-04-21', flat('60'), 2)];
    expect(due(callOffOf([meterOf('payslips', [second, first])]), '2026-04', []).map(shape)).toEqual([
      { days: '2026-04-11/2026-04-21', price: 'price-2026-04-11', quantity: '0', worth: '10.00' },
      { days: '2026-04-21/2026-05-01', price: 'price-2026-04-21', quantity: '0', worth: '20.00' },
    ]);
  });

  it('cannot be billed when the catalogue refuses its days', () => {
    const refusing = {
      ...meterOf('payslips', [priceFrom('2026-04-01', perUnit('1'))]),
      pricesIn: () => err(refuse('PRICE_GAP', { meter: 'Payslips', from: 'then', to: 'now' })),
    };
    expect(refusedWith(callOffOf([refusing]), '2026-04', [])).toEqual([
      'PRICE_GAP: There is no price for Payslips from then to now.',
    ]);
  });

  it('cannot be billed for use before it: nothing is passed over', () => {
    expect(refusedWith(callOff, '2026-04', [used('2026-04-15', '1')])).toEqual([
      'PRICE_GAP: There is no price for Payslips from 1 April 2026 to 15 April 2026.',
    ]);
    expect(refusedWith(callOffOf([meterOf('payslips', [])]), '2026-04', [used('2026-04-15', '0')])).toEqual([
      'PRICE_GAP: There is no price for Payslips from 1 April 2026 to 30 April 2026.',
    ]);
    const later = callOffOf([meterOf('payslips', [priceFrom('2026-06-01', perUnit('1'))])]);
    expect(refusedWith(later, '2026-04', [used('2026-04-30', '1')])).toEqual([
      'PRICE_GAP: There is no price for Payslips from 1 April 2026 to 30 April 2026.',
    ]);
  });
});

describe('use that nothing can charge for', () => {
  const callOff = callOffOf([meterOf('payslips', [priceFrom('2026-01-01', perUnit('1'))])], {
    firstDay: '2026-04-10',
    lastDay: '2026-06-20',
  });

  it.each([
    [
      '2026-04',
      '2026-04-09',
      'USAGE_OUTSIDE_CALLOFF: 9 April 2026 is before this call-off starts on 10 April 2026.',
    ],
    [
      '2026-06',
      '2026-06-21',
      'USAGE_OUTSIDE_CALLOFF: 21 June 2026 is after this call-off ended on 20 June 2026.',
    ],
    [
      '2026-08',
      '2026-08-01',
      'USAGE_OUTSIDE_CALLOFF: 1 August 2026 is after this call-off ended on 20 June 2026.',
    ],
    [
      '2026-03',
      '2026-03-31',
      'USAGE_OUTSIDE_CALLOFF: 31 March 2026 is before this call-off starts on 10 April 2026.',
    ],
  ])('in %s, on %s, stops the bill', (month, day, refusal) => {
    expect(refusedWith(callOff, month, [used(day, '1')])).toEqual([refusal]);
  });

  it('of a meter that is not the call-off’s stops the bill', () => {
    expect(refusedWith(callOff, '2026-04', [used('2026-04-10', '1', { meterId: 'faxes' })])).toEqual([
      'METER_UNKNOWN: "faxes" is not a meter of this call-off.',
    ]);
  });

  it('that comes to less than nothing at one of two prices stops the bill', () => {
    const changed = callOffOf([
      meterOf('payslips', [priceFrom('2026-04-01', perUnit('1')), priceFrom('2026-04-16', perUnit('2'), 2)]),
    ]);
    const usage = [used('2026-04-15', '5'), used('2026-04-16', '-1')];
    expect(refusedWith(changed, '2026-04', usage)[0]).toContain('QUANTITY_NEGATIVE');
  });

  it('that comes to less than nothing stops the bill', () => {
    expect(refusedWith(callOff, '2026-04', [used('2026-04-10', '-1')])[0]).toContain('QUANTITY_NEGATIVE');
    expect(refusedWith(callOff, '2026-04', [used('2026-04-10', '1', { events: -1n })])[0]).toContain(
      'QUANTITY_NEGATIVE',
    );
  });
});
