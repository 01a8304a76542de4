/**
 * The arithmetic is tried with random volumes and prices against a second way of working that shares no code with the
 * product: whole numbers only. ACCEDE_TEST_SEED repeats a run.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exact, formatPence, localDate, refuse } from '#libs/kernel';
import { parsePrice } from '#libs/pricing';
import {
  estimateFaults,
  oneMonthOf,
  perMonthOf,
  sizeFaults,
  workOut,
  type MeterToEstimate,
  type YearlyVolume,
} from './estimate.js';

const seed = Number(process.env['ACCEDE_TEST_SEED'] ?? Date.now() % 2_147_483_647);
const TODAY = localDate('2026-05-06');

const meterAt = (price: object | null, change: Partial<MeterToEstimate> = {}): MeterToEstimate => {
  const parsed = price === null ? null : parsePrice(price);
  if (parsed !== null && !parsed.ok) throw new Error(`not a price: ${JSON.stringify(price)}`);
  return {
    id: 'm1',
    title: 'Payslips',
    unit: 'payslip',
    charge: 'USAGE',
    offeringTitle: 'Payroll Core',
    closed: null,
    vatTreatment: 'STANDARD',
    vatRate: exact('0.2'),
    current: parsed && { id: 'v1', price: parsed.value },
    ...change,
  };
};
const payslips = meterAt({ model: 'perUnit', unit: '4.42' });
const volume = (perYear: string, meterId = 'm1'): YearlyVolume => ({ meterId, perYear });

describe('a month of a year', () => {
  it.each([
    ['12', '1'],
    ['1000', '83.333333'],
    ['2000', '166.666667'],
    ['0.0001', '0.000008'],
    ['0.0006', '0.00005'],
    // 0.1110 / 12 = 0.00925 exactly; 0.0003 / 12 = 0.000025 exactly.
    ['0.111', '0.00925'],
    ['0.0003', '0.000025'],
    ['999999999999.9999', '83333333333.333325'],
  ])('%s is %s', (perYear, perMonth) => {
    expect(perMonthOf(exact(perYear)).toDecimalString()).toBe(perMonth);
  });
});

describe('an estimate', () => {
  it("has a month with VAT on the month's net, as an invoice of it has", () => {
    const figures = workOut([volume('1000')], [payslips]);
    expect(oneMonthOf(figures)).toEqual({ net: 36_833n, vat: 7_367n, gross: 44_200n });
  });

  it('is twelve equal months, each rounded once, with VAT on the year', () => {
    const figures = workOut([volume('1000')], [payslips]);
    // 83.333333 × £4.42 = £368.33333186.
    expect(figures).toEqual({
      lines: [
        {
          ...{
            meterId: 'm1',
            offeringTitle: 'Payroll Core',
            meterTitle: 'Payslips',
            unit: 'payslip',
            charge: 'USAGE',
          },
          ...{ perYear: exact('1000'), perMonth: exact('83.333333') },
          ...{ priceVersionId: 'v1', priceWords: ['£4.42 each'] },
          ...{ netPerMonth: 36833n, netPerYear: 441996n },
          ...{ vatTreatment: 'STANDARD', vatRate: exact('0.2') },
        },
      ],
      netPerYear: 441996n,
      vatPerYear: 88399n,
      grossPerYear: 530395n,
    });
  });

  it('takes each month as complete, so a minimum is made up', () => {
    const atLeast = meterAt({ model: 'perUnit', unit: '1', minimum: '50' });
    expect(workOut([volume('12')], [atLeast]).netPerYear).toBe(60000n);
  });

  it('leaves out what a price asks for single events', () => {
    const fees = meterAt({ model: 'percentage', rate: '1.5', fixed: '2' });
    expect(workOut([volume('120000')], [fees]).netPerYear).toBe(180000n);
  });

  it('sums VAT by treatment and rate, and has the lines in the order of the meters', () => {
    const cheap = { model: 'perUnit', unit: '0.01' };
    const meters = [
      meterAt(cheap, { id: 'a' }),
      meterAt(cheap, { id: 'b' }),
      meterAt(cheap, { id: 'c', vatTreatment: 'REDUCED', vatRate: exact('0.05') }),
      meterAt(cheap, { id: 'd', vatTreatment: 'OUTSIDE_SCOPE', vatRate: exact('0') }),
      meterAt(cheap, { id: 'e' }),
    ];
    const volumes = [
      volume('12', 'd'),
      volume('12', 'c'),
      volume('12', 'b'),
      volume('12', 'a'),
      volume('0', 'e'),
    ];
    const { lines, netPerYear, vatPerYear, grossPerYear } = workOut(volumes, meters);
    expect(lines.map(({ meterId }) => meterId)).toEqual(['a', 'b', 'c', 'd']);
    // 24p at 20% is 4.8p, 12p at 5% is 0.6p: 5p and 1p.
    expect([netPerYear, vatPerYear, grossPerYear]).toEqual([48n, 6n, 54n]);
  });

  it('is refused with all that is wrong, each with its place', () => {
    const meters = [
      payslips,
      meterAt(null, { id: 'm2', title: 'Supply payslips' }),
      meterAt(
        { model: 'perUnit', unit: '1' },
        {
          id: 'm3',
          title: 'Reports',
          closed: refuse('LOT_CLOSED', { offering: 'Payroll Plus', why: 'It was suspended on 3 May 2026.' }),
        },
      ),
    ];
    const said = (volumes: readonly YearlyVolume[]): readonly string[] =>
      estimateFaults(volumes, meters, TODAY).map(
        ({ code, path, message }) => `${code} ${path.join('.')}: ${message}`,
      );
    expect(
      said([
        volume('-1'),
        volume('5', 'm2'),
        volume('5', 'm3'),
        volume('5', 'x'),
        volume('1'),
        volume('1.5', 'm2'),
      ]),
    ).toEqual([
      'TOO_SMALL volumes.0.perYear: The yearly volume of Payslips must be 0 or more.',
      'PRICE_MISSING volumes.1.meterId: There is no price for Supply payslips on 6 May 2026. Leave it out of this estimate.',
      'LOT_CLOSED volumes.2.meterId: Payroll Plus is not open to new members. It was suspended on 3 May 2026.',
      'NOT_FOUND volumes.3.meterId: We could not find that record.',
      'VOLUME_TWICE volumes.4.meterId: The yearly volume of Payslips is listed twice. Enter it once.',
      'VOLUME_TWICE volumes.5.meterId: The yearly volume of Supply payslips is listed twice. Enter it once.',
    ]);
    expect(said([volume('1.23456')])).toEqual([
      'TOO_MANY_DECIMALS volumes.0.perYear: The yearly volume of Payslips must have no more than 4 decimal places.',
    ]);
    expect(said([volume('1000000000000')])).toEqual([
      'TOO_BIG volumes.0.perYear: The yearly volume of Payslips must be 999999999999 or less.',
    ]);
    const empty = ['ESTIMATE_EMPTY volumes: Enter how much you use in a year of at least one service.'];
    expect(said([])).toEqual(empty);
    // A volume of 0 needs no price and no open offering.
    expect(said([volume('0'), volume('0.00', 'm2'), volume('0', 'm3')])).toEqual(empty);
    expect(said([volume('1'), volume('0', 'm2'), volume('0', 'm3')])).toEqual([]);
    expect(said(Array.from({ length: 101 }, () => volume('x', 'y')))).toEqual([
      'LIST_TOO_LONG volumes: Send 100 items or fewer at a time.',
    ]);
  });

  it('has figures that can be kept', () => {
    const dear = meterAt({ model: 'perUnit', unit: '90000' });
    expect(sizeFaults(workOut([volume('1000')], [dear]))).toEqual([]);
    expect(sizeFaults(workOut([volume('999999999999')], [dear])).map(({ message }) => message)).toEqual([
      'The cost of a year must be £999,999,999,999,999.99 or less.',
    ]);
  });
});

/** Prices in whole thousandths of a pound, tier widths in whole units, volumes in ten-thousandths. */
interface Drawn {
  readonly model: 'flat' | 'perUnit' | 'graduated' | 'volume';
  readonly milli: number;
  readonly tiers: readonly { readonly width: number; readonly milli: number; readonly flat: number }[];
  readonly free: number;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly vatPercent: 20 | 5 | 0;
  readonly volume: number;
}

const milli = fc.oneof(fc.nat(20), fc.nat(50_000), fc.constantFrom(0, 5, 10, 995, 1005));
const drawn: fc.Arbitrary<Drawn> = fc.record({
  model: fc.constantFrom('flat', 'perUnit', 'graduated', 'volume'),
  milli,
  tiers: fc.array(fc.record({ width: fc.integer({ min: 1, max: 500 }), milli, flat: milli }), {
    minLength: 1,
    maxLength: 4,
  }),
  free: fc.oneof(fc.constant(0), fc.nat(60)),
  minimum: fc.option(fc.nat(100_000)),
  maximum: fc.option(fc.nat(100_000)),
  vatPercent: fc.constantFrom(20, 5, 0),
  volume: fc.oneof(
    fc.nat(20),
    fc.nat(500_000_000),
    fc.nat(20_000).map((units) => units * 10_000),
  ),
});

const decimal = (whole: number, places: number): string =>
  (BigInt(whole) / 10n ** BigInt(places)).toString() +
  '.' +
  (BigInt(whole) % 10n ** BigInt(places)).toString().padStart(places, '0');
const upperBounds = (tiers: Drawn['tiers']): readonly (number | null)[] =>
  tiers.map((_, i) =>
    i === tiers.length - 1 ? null : tiers.slice(0, i + 1).reduce((sum, { width }) => sum + width, 0),
  );

const priceOf = ({ model, milli: unit, tiers, free, minimum, maximum }: Drawn): object => ({
  model,
  ...(model === 'flat' ? { amount: decimal(unit, 3) } : {}),
  ...(model === 'perUnit' ? { unit: decimal(unit, 3) } : {}),
  ...(model === 'graduated' || model === 'volume'
    ? {
        tiers: upperBounds(tiers).map((upTo, i) => ({
          upTo: upTo === null ? null : String(upTo),
          unit: decimal(tiers[i]?.milli ?? 0, 3),
          flat: decimal(tiers[i]?.flat ?? 0, 3),
        })),
      }
    : {}),
  ...(free === 0 ? {} : { freeUnits: String(free) }),
  ...(minimum === null ? {} : { minimum: decimal(minimum, 3) }),
  ...(maximum === null ? {} : { maximum: decimal(maximum, 3) }),
});

const MILLION = 1_000_000n;
/** Halves go up; nothing here is negative. */
const divided = (whole: bigint, by: bigint): bigint => (2n * whole + by) / (2n * by);

/** The pence of a month for a quantity in millionths, in thousandths of a pound times millionths. */
const penceOfMonth = (one: Drawn, millionths: bigint): bigint => {
  const freed = BigInt(one.free) * MILLION;
  const left = millionths > freed ? millionths - freed : 0n;
  let amount = 0n;
  if (one.model === 'flat') amount = BigInt(one.milli) * MILLION;
  if (one.model === 'perUnit') amount = left * BigInt(one.milli);
  if (one.model === 'graduated') {
    let from = 0n;
    for (const [i, tier] of one.tiers.entries()) {
      const last = i === one.tiers.length - 1;
      const to = last ? left : from + BigInt(tier.width) * MILLION;
      const units = (left < to ? left : to) - from;
      if (units > 0n || i === 0)
        amount += (units > 0n ? units : 0n) * BigInt(tier.milli) + BigInt(tier.flat) * MILLION;
      from = to;
    }
  }
  if (one.model === 'volume') {
    const bounds = upperBounds(one.tiers);
    const tier = one.tiers[bounds.findIndex((upTo) => upTo === null || left <= BigInt(upTo) * MILLION)];
    amount = left * BigInt(tier?.milli ?? 0) + BigInt(tier?.flat ?? 0) * MILLION;
  }
  if (one.minimum !== null && amount < BigInt(one.minimum) * MILLION) amount = BigInt(one.minimum) * MILLION;
  if (one.maximum !== null && amount > BigInt(one.maximum) * MILLION) amount = BigInt(one.maximum) * MILLION;
  // Thousandths of a pound are tenths of a penny.
  return divided(amount, 10n * MILLION);
};

describe('the arithmetic', () => {
  it('is that of whole numbers, for any prices and volumes', () => {
    const treatments = { 20: 'STANDARD', 5: 'REDUCED', 0: 'ZERO' } as const;
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 6 }), (all) => {
        const meters = all.map((one, i) =>
          meterAt(priceOf(one), {
            id: `m${i}`,
            vatTreatment: treatments[one.vatPercent],
            vatRate: exact(decimal(one.vatPercent, 2)),
          }),
        );
        const volumes = all.map((one, i) => volume(decimal(one.volume, 4), `m${i}`));
        const { lines, ...totals } = workOut(volumes, meters);

        const entered = all.filter((one) => one.volume > 0);
        const nets = entered.map((one) => 12n * penceOfMonth(one, divided(BigInt(one.volume) * 100n, 12n)));
        const net = nets.reduce((sum, one) => sum + one, 0n);
        const vat = ([20, 5, 0] as const).reduce((sum, percent) => {
          const ofRate = nets.filter((_, i) => entered[i]?.vatPercent === percent);
          return sum + divided(ofRate.reduce((a, b) => a + b, 0n) * BigInt(percent), 100n);
        }, 0n);
        expect(lines.map(({ netPerYear }) => formatPence(netPerYear))).toEqual(nets.map(formatPence));
        expect(totals).toEqual({ netPerYear: net, vatPerYear: vat, grossPerYear: net + vat });
      }),
      { seed, numRuns: 2_000 },
    );
    console.log(`estimates: 2000 tried, seed ${seed}`);
  });
});
