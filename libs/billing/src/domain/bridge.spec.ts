import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exact, formatPence, month, type Period } from '#libs/kernel';
import { parseCalculation, rateLine } from '#libs/pricing';
import { bridgeBetween, type BridgeBill, type BridgeLine } from './bridge.js';

const seed = Number(process.env['ACCEDE_TEST_SEED'] ?? Date.now() % 2_147_483_647);
const [april, may, june] = [month('2026-04'), month('2026-05'), month('2026-06')];

interface Given {
  readonly period?: Period;
  readonly price?: object;
  readonly quantity?: string;
  readonly events?: number;
  readonly part?: object;
  readonly held?: object;
  readonly final?: boolean;
  readonly alreadyBilled?: string;
  readonly callOffId?: string;
  readonly meterId?: string;
}

/** A line as billing makes it: its net is what the calculator says. */
const line = ({
  period = april,
  callOffId = 'c',
  meterId = 'payslips',
  ...given
}: Given = {}): BridgeLine => {
  const { price = { model: 'perUnit', unit: '4.42' }, quantity = '100', events = 1, final = true } = given;
  const parsed = parseCalculation({
    ...{ price, quantity, events, final, vatRate: '0.2' },
    alreadyBilled: { net: given.alreadyBilled ?? '0.00' },
    ...(given.part ? { part: given.part } : {}),
    ...(given.held ? { held: given.held } : {}),
  });
  if (!parsed.ok) throw new RangeError(parsed.refusals[0]?.message);
  return { callOffId, meterId, period, calculation: parsed.value, net: rateLine(parsed.value).net };
};
const bill = (period: Period, lines: readonly BridgeLine[], credited = 0n): BridgeBill => ({
  period,
  lines,
  credited,
});
const rowsOf = (before: BridgeBill, after: BridgeBill) =>
  bridgeBetween(before, after).rows.map(
    ({ kind, service, amount }) => `${kind} ${service?.meterId ?? '-'} ${formatPence(amount)}`,
  );
const inMay = (given: Given) => line({ period: may, ...given });

describe('why a bill differs from the one before', () => {
  it('tells more use from a new price', () => {
    const bridge = bridgeBetween(
      bill(april, [line({ quantity: '1180' })]),
      bill(may, [inMay({ quantity: '1228', price: { model: 'perUnit', unit: '4.50' } })]),
    );
    expect(bridge).toEqual({
      start: 521_560n,
      rows: [
        {
          kind: 'VOLUME',
          service: { callOffId: 'c', meterId: 'payslips' },
          amount: 21_216n,
          quantities: { before: exact('1180'), after: exact('1228') },
        },
        {
          kind: 'PRICE',
          service: { callOffId: 'c', meterId: 'payslips' },
          amount: 9_824n,
          quantities: null,
        },
      ],
      end: 552_600n,
    });
  });

  it('is nothing when nothing changed', () => {
    expect(rowsOf(bill(april, [line()]), bill(may, [inMay({})]))).toEqual([]);
  });

  it('tells days of the month from use and price', () => {
    const price = { model: 'flat', amount: '150.00' };
    const half = { ...price, prorate: { days: 15, of: 30 } };
    expect(rowsOf(bill(april, [line({ price: half })]), bill(may, [inMay({ price })]))).toEqual([
      'PERIOD payslips 75.00',
    ]);
    expect(rowsOf(bill(april, [line({ price })]), bill(may, [inMay({ price: half })]))).toEqual([
      'PERIOD payslips -75.00',
    ]);
  });

  it('counts a minimum that is not made up yet as a month that is not over', () => {
    const price = { model: 'perUnit', unit: '1', minimum: '50' };
    const so = { price, quantity: '20' };
    expect(rowsOf(bill(april, [line(so)]), bill(may, [inMay({ ...so, final: false })]))).toEqual([
      'PERIOD payslips -30.00',
    ]);
  });

  it('compares a month with two prices by the share that each had', () => {
    const [first, second] = [
      line({ quantity: '60', price: { model: 'perUnit', unit: '1' }, part: { days: 15, of: 30 } }),
      line({ quantity: '40', price: { model: 'perUnit', unit: '2' }, part: { days: 15, of: 30 } }),
    ];
    const after = (quantity: string) =>
      bill(may, [inMay({ quantity, price: { model: 'perUnit', unit: '2' } })]);
    expect(rowsOf(bill(april, [first, second]), after('100'))).toEqual(['PRICE payslips 60.00']);
    expect(rowsOf(bill(april, [first, second]), after('200'))).toEqual([
      'VOLUME payslips 140.00',
      'PRICE payslips 120.00',
    ]);
  });

  it('counts more use at what is off the old price, and what comes or goes of that as price', () => {
    const price = { model: 'perUnit', unit: '1' };
    const off = { ...price, volumeBand: { over: '50000', discount: '10' }, discount: '50' };
    expect(
      rowsOf(bill(april, [line({ price: off })]), bill(may, [inMay({ price: off, quantity: '300' })])),
    ).toEqual(['VOLUME payslips 90.00']);
    expect(
      rowsOf(bill(april, [line({ price: off })]), bill(may, [inMay({ price, quantity: '300' })])),
    ).toEqual(['VOLUME payslips 90.00', 'PRICE payslips 165.00']);
  });

  it('tells the days that units are held for from their number and price, however the old month was cut', () => {
    const units = (quantity: string, unit: string, days?: number) => ({
      ...{ quantity, price: { model: 'perUnit', unit } },
      ...(days === undefined ? {} : { held: { days, of: 30 } }),
    });
    const cut = bill(april, [line(units('10', '30', 12)), line(units('10', '60', 6))]);
    // 10 at £30 for 12 days and at £60 for 6 come to £240; all of April, in the same way, to £400.
    expect(rowsOf(cut, bill(may, [inMay(units('10', '60'))]))).toEqual([
      'PERIOD payslips 160.00',
      'PRICE payslips 200.00',
    ]);
    expect(rowsOf(cut, bill(may, [inMay(units('11', '60'))]))).toEqual([
      'VOLUME payslips 24.00',
      'PERIOD payslips 176.00',
      'PRICE payslips 220.00',
    ]);
    const whole = bill(may, [inMay(units('10', '30'))]);
    const next = [10, 5].map((days) => line({ ...units('10', '30', days), period: june }));
    expect(rowsOf(whole, bill(june, next))).toEqual(['PERIOD payslips -150.00']);
  });

  it('compares what is charged in advance by the month after the bill', () => {
    const price = { model: 'flat', amount: '150.00' };
    const first = bill(april, [line({ price }), line({ price, period: may })]);
    const second = bill(may, [line({ price: { ...price, amount: '151.00' }, period: june })]);
    expect(rowsOf(bill(month('2026-03'), []), first)).toEqual([
      'NEW_SERVICE payslips 150.00',
      'EARLIER_MONTHS payslips 150.00',
    ]);
    expect(rowsOf(first, second)).toEqual(['PRICE payslips 1.00', 'EARLIER_MONTHS_GONE payslips -150.00']);
    expect(rowsOf(second, bill(june, []))).toEqual(['ENDED_SERVICE payslips -151.00']);
  });

  it('is of the month ahead for a service charged in advance, and of its first month as an earlier one', () => {
    const flat = (amount: string) => ({ model: 'flat', amount });
    const first = [line({ price: flat('150') }), line({ price: flat('160'), period: may })];
    expect(rowsOf(bill(month('2026-03'), []), bill(april, first))).toEqual([
      'NEW_SERVICE payslips 160.00',
      'EARLIER_MONTHS payslips 150.00',
    ]);
  });

  it('adds up the use of a month with two prices', () => {
    const price = { model: 'perUnit', unit: '1' };
    const half = { price, quantity: '60', part: { days: 15, of: 30 } };
    const { rows } = bridgeBetween(bill(april, [line({ price })]), bill(may, [inMay(half), inMay(half)]));
    expect(rows).toEqual([
      {
        ...{ kind: 'VOLUME', service: { callOffId: 'c', meterId: 'payslips' }, amount: 2000n },
        quantities: { before: exact('100'), after: exact('120') },
      },
    ]);
  });

  it('names no service where it tells of credits', () => {
    expect(bridgeBetween(bill(april, [], 700n), bill(may, [], 1_000n)).rows).toEqual([
      { kind: 'CREDITS', service: null, amount: -1_000n, quantities: null },
      { kind: 'CREDITS_GONE', service: null, amount: 700n, quantities: null },
    ]);
  });

  it('shares out events without losing one', () => {
    const price = { model: 'percentage', rate: '0', fixed: '1' };
    const lines = [1, 2].map(() => line({ price, quantity: '0', events: 1, part: { days: 15, of: 30 } }));
    expect(rowsOf(bill(april, lines), bill(may, [inMay({ price, quantity: '0', events: 5 })]))).toEqual([
      'VOLUME payslips 3.00',
    ]);
  });

  it('names what is new and what has ended, call-off by call-off', () => {
    const before = bill(april, [line(), line({ meterId: 'gone', quantity: '1' })]);
    const after = bill(may, [inMay({}), inMay({ callOffId: 'other', quantity: '2' })]);
    expect(rowsOf(before, after)).toEqual(['NEW_SERVICE payslips 8.84', 'ENDED_SERVICE gone -4.42']);
  });

  it('keeps apart what came late, changed afterwards, or was credited, on both bills', () => {
    const before = bill(
      april,
      [line(), line({ period: month('2026-02'), quantity: '1' }), line({ quantity: '2', meterId: 'x' })],
      700n,
    );
    const changed = inMay({ quantity: '12', alreadyBilled: '44.20', meterId: 'x' });
    const after = bill(may, [inMay({}), line({ quantity: '3' }), changed], 1_000n);
    expect(rowsOf(before, after)).toEqual([
      'ENDED_SERVICE x -8.84',
      'EARLIER_MONTHS payslips 13.26',
      'EARLIER_MONTHS x 8.84',
      'EARLIER_MONTHS_GONE payslips -4.42',
      'CREDITS - -10.00',
      'CREDITS_GONE - 7.00',
    ]);
  });

  it(`adds up to the penny, whatever the bills (seed ${seed})`, () => {
    const unit = fc.constantFrom('0.005', '1', '4.42', '7.777');
    const price = fc.oneof(
      unit.map((each) => ({ model: 'perUnit', unit: each, minimum: '3.33' })),
      unit.map((amount) => ({ model: 'flat', amount, prorate: { days: 11, of: 30 } })),
      fc.constant({
        model: 'graduated',
        tiers: [
          { upTo: '10', unit: '3', flat: '0.37' },
          { upTo: null, unit: '0.333' },
        ],
      }),
      fc.constant({ model: 'package', size: '7', unit: '9.99', freeUnits: '3' }),
      fc.constant({ model: 'percentage', rate: '1.3', fixed: '0.17', freeEvents: 2 }),
      unit.map((each) => ({ model: 'perUnit', unit: each, discount: '12.5', maximum: '900' })),
      fc.constant({
        model: 'perUnit',
        unit: '7',
        volumeBand: { over: '100', discount: '33.3' },
        discount: '1',
      }),
    );
    const given = fc.record({
      price,
      quantity: fc.constantFrom('0', '0.5', '3', '10', '99.999', '1234'),
      events: fc.nat({ max: 50 }),
      final: fc.boolean(),
      part: fc.constantFrom(undefined, { days: 13, of: 30 }),
      held: fc.constantFrom(undefined, { days: 13, of: 30 }, { days: 3, of: 31 }),
      period: fc.constantFrom(month('2026-03'), april, may, june),
      alreadyBilled: fc.constantFrom('0.00', '0.00', '5.55'),
      callOffId: fc.constantFrom('c', 'd'),
      meterId: fc.constantFrom('payslips', 'seats'),
    });
    const lines = fc
      .array(given, { maxLength: 6 })
      .map((all) =>
        all.map(({ part, held, ...rest }) =>
          line({ ...rest, ...(part ? { part } : {}), ...(held ? { held } : {}) }),
        ),
      );
    const pence = fc.bigInt({ min: 0n, max: 10_000n });
    fc.assert(
      fc.property(lines, lines, pence, pence, (old, now, creditedThen, creditedNow) => {
        const bridge = bridgeBetween(bill(april, old, creditedThen), bill(may, now, creditedNow));
        const sum = (of: readonly BridgeLine[]) => of.reduce((total, { net }) => total + net, 0n);
        expect(bridge.start).toBe(sum(old) - creditedThen);
        expect(bridge.end).toBe(sum(now) - creditedNow);
        expect(bridge.rows.reduce((total, { amount }) => total + amount, bridge.start)).toBe(bridge.end);
        expect(bridge.rows.filter(({ amount }) => amount === 0n)).toEqual([]);
      }),
      { seed },
    );
  });

  it(`by units is price times more use, and what a unit costs more times use (seed ${seed})`, () => {
    const amount = fc.nat({ max: 100_000 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (oldUse, newUse, oldPrice, newPrice) => {
        const unit = (price: number) => ({ model: 'perUnit', unit: formatPence(BigInt(price)) });
        const bridge = bridgeBetween(
          bill(april, [line({ quantity: String(oldUse), price: unit(oldPrice) })]),
          bill(may, [inMay({ quantity: String(newUse), price: unit(newPrice) })]),
        );
        const of = (kind: string) => bridge.rows.find((row) => row.kind === kind)?.amount ?? 0n;
        expect(of('VOLUME')).toBe(BigInt((newUse - oldUse) * oldPrice));
        expect(of('PRICE')).toBe(BigInt((newPrice - oldPrice) * newUse));
        expect(of('PERIOD')).toBe(0n);
      }),
      { seed },
    );
  });
});
