/**
 * What is not metered, over runs, prices and terms that change in any order, against what each month is worth in whole
 * numbers. ACCEDE_TEST_SEED repeats a run.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  daysBetween,
  exact,
  formatPence,
  localDate,
  monthOf,
  nextMonth,
  type LocalDate,
} from '#libs/kernel';
import type { Billed, Position } from './billed.js';
import { decideBills } from './bills.js';
import { callOffOf, meterOf, monthNamed, priceFrom, used } from './call-off-cases.js';
import { keyText, type MeterToBill } from './charge.js';
import { totalsOf } from '#libs/pricing';

const seed = Number(process.env['ACCEDE_TEST_SEED'] ?? Date.now() % 2_147_483_647);
const licences = (more: Partial<MeterToBill> = {}, unit = '30') =>
  meterOf('licences', [priceFrom('2026-01-01', { model: 'perUnit', unit })], 'SUM', {
    ...{ charge: 'RECURRING', timing: 'ADVANCE', units: exact('2') },
    ...more,
  });

/** A member whose documents are issued at once. */
class Member {
  private lines: {
    key: Position['key'];
    invoiceId: string;
    lineId: string;
    net: bigint;
    left: bigint;
    revision: number;
  }[] = [];
  private runs = 0;

  billed(): Billed {
    const positions = new Map<string, Position>();
    for (const { key, left, revision } of this.lines) {
      const before = positions.get(keyText(key)) ?? { net: 0n, callOffRevision: 0 };
      const callOffRevision = Math.max(before.callOffRevision, revision);
      positions.set(keyText(key), { key, net: before.net + left, countedTo: 0n, callOffRevision });
    }
    const vat = { vatTreatment: 'STANDARD', vatRate: exact('0.2') };
    const lines = [...this.lines].reverse().map((line) => ({ ...line, ...vat }));
    const ids = [...new Set(lines.map(({ invoiceId }) => invoiceId))];
    const invoices = ids.map((invoiceId) => {
      const own = lines.filter((line) => line.invoiceId === invoiceId);
      return {
        invoiceId,
        number: invoiceId,
        groups: totalsOf(own.map(({ left, ...line }) => ({ ...line, net: left }))).vatSummary,
      };
    });
    return { positions: [...positions.values()], lines, invoices };
  }

  /** Answers what was charged and credited. */
  run(
    month: string,
    callOff: ReturnType<typeof callOffOf>,
    usageDays = [] as ReturnType<typeof used>[],
  ): string[] {
    const usageMonths = usageDays.map(({ callOffId, meterId, day, lastReceipt }) => ({
      callOffId,
      meterId,
      month: monthOf(day).start,
      lastReceipt,
    }));
    const input = {
      today: localDate('2030-01-01'),
      callOffs: [callOff],
      usageDays,
      usageMonths,
      readings: [],
    };
    const result = decideBills([monthNamed(month)], input, this.billed());
    if (!result.ok) throw new Error(result.refusals[0]?.message);
    const bill = result.value[0]?.bill;
    if (!bill) throw new Error('a run has a bill');
    this.runs += 1;
    const said: string[] = [];
    for (const { charge, rated, callOffRevision } of bill.lines) {
      const lineId = `${this.runs}/${said.length}`;
      this.lines.push({
        key: charge.key,
        invoiceId: `${this.runs}`,
        lineId,
        net: rated.net,
        left: rated.net,
        revision: callOffRevision,
      });
      said.push(`${charge.meter.id} ${charge.period.start} ${formatPence(rated.net)}`);
    }
    for (const { difference, line, net } of bill.credits.flatMap((credit) => credit.lines)) {
      const own = this.lines.find(({ lineId }) => lineId === line.lineId);
      if (!own) throw new Error('credited what was not billed');
      own.left -= net;
      own.revision = Math.max(own.revision, difference.callOffRevision);
      said.push(`${difference.charge.meter.id} ${difference.charge.period.start} -${formatPence(net)}`);
    }
    expect(bill.waiting).toBe(0n);
    return said;
  }

  net(): bigint {
    return this.lines.reduce((sum, { left }) => sum + left, 0n);
  }
}

describe('a recurring charge', () => {
  it('in advance is billed by the run of the month before, by the days of the term, and never beyond it', () => {
    const member = new Member();
    const callOff = callOffOf([licences()], { firstDay: '2026-04-16', lastDay: '2026-06-10' });
    // £60 a month: 15 of 30 days, then a whole month, then 10 of 30 days.
    expect(member.run('2026-03', callOff)).toEqual(['licences 2026-04-16 30.00']);
    expect(member.run('2026-04', callOff)).toEqual(['licences 2026-05-01 60.00']);
    expect(member.run('2026-04', callOff)).toEqual([]);
    expect(member.run('2026-05', callOff)).toEqual(['licences 2026-06-01 20.00']);
    expect(member.run('2026-06', callOff)).toEqual([]);
    expect(member.run('2026-07', callOff)).toEqual([]);
  });

  it('in advance is billed for the run’s own month, and for those before, when no run did', () => {
    const callOff = callOffOf([licences()], { firstDay: '2026-04-01' });
    expect(new Member().run('2026-05', callOff)).toEqual([
      'licences 2026-04-01 60.00',
      'licences 2026-05-01 60.00',
      'licences 2026-06-01 60.00',
    ]);
  });

  it('in arrears is billed once the month is over', () => {
    const callOff = callOffOf([licences({ timing: 'ARREARS' })], { firstDay: '2026-04-01' });
    expect(new Member().run('2026-04', callOff)).toEqual(['licences 2026-04-01 60.00']);
  });

  it('that was billed ahead is credited when the call-off ends earlier', () => {
    const member = new Member();
    const term = { firstDay: '2026-04-01' };
    member.run('2026-04', callOffOf([licences()], term));
    const ended = callOffOf([licences()], { ...term, lastDay: '2026-04-20', revision: 2 });
    expect(member.run('2026-05', ended)).toEqual([
      'licences 2026-04-01 -20.00',
      'licences 2026-05-01 -60.00',
    ]);
    expect(member.net()).toBe(40_00n);
  });

  it('follows a price that changes inside a month that was billed ahead, each part by its days', () => {
    const member = new Member();
    member.run('2026-04', callOffOf([licences()], { firstDay: '2026-05-01' }));
    const prices = [
      priceFrom('2026-01-01', { model: 'perUnit', unit: '30' }),
      priceFrom('2026-05-17', { model: 'perUnit', unit: '15.50' }, 2),
    ];
    const changed = meterOf('licences', prices, 'SUM', {
      charge: 'RECURRING',
      timing: 'ADVANCE',
      units: exact('2'),
    });
    // May has 31 days: 16 at £60, 15 at £31.
    expect(member.run('2026-05', callOffOf([changed], { firstDay: '2026-05-01' }))).toEqual([
      'licences 2026-05-17 15.00',
      'licences 2026-06-01 31.00',
      'licences 2026-05-01 -29.03',
    ]);
  });

  it('is not touched by what is metered beside it, nor touches it', () => {
    const payslips = meterOf('payslips', [priceFrom('2026-01-01', { model: 'perUnit', unit: '1' })]);
    const callOff = callOffOf([licences(), payslips], { firstDay: '2026-04-01' });
    const member = new Member();
    const usage = [used('2026-04-10', '7'), used('2026-05-10', '9', { lastReceipt: 2n })];
    expect(member.run('2026-04', callOff, usage)).toEqual([
      'licences 2026-04-01 60.00',
      'payslips 2026-04-01 7.00',
      'licences 2026-05-01 60.00',
    ]);
    // The run of May never came: the usage of May is not taken for billed.
    expect(member.run('2026-06', callOff, usage)).toContain('payslips 2026-05-01 9.00');
    const again = new Member();
    again.run('2026-05', callOff, usage);
    expect(again.run('2026-04', callOff, usage)).toEqual([]);
  });

  it('takes a discount off for its months, whenever it was agreed', () => {
    const member = new Member();
    member.run('2026-04', callOffOf([licences()], { firstDay: '2026-04-01' }));
    const discountIn: MeterToBill['discountIn'] = ({ start }) => exact(start === '2026-05-01' ? '10' : '0');
    const discounted = callOffOf([licences({ discountIn })], { firstDay: '2026-04-01' });
    expect(member.run('2026-05', discounted)).toEqual([
      'licences 2026-06-01 60.00',
      'licences 2026-05-01 -6.00',
    ]);
  });

  it('refuses usage as no meter of the call-off', () => {
    const member = new Member();
    const usage = [used('2026-04-10', '7', { meterId: 'licences' })];
    expect(() => member.run('2026-04', callOffOf([licences(), meterOf('payslips', [])]), usage)).toThrow(
      '"licences" is not a meter of this call-off.',
    );
  });
});

describe('a charge that is due once', () => {
  const setup = meterOf('setup', [priceFrom('2026-01-01', { model: 'flat', amount: '500' })], 'SUM', {
    charge: 'ONE_TIME',
  });

  it('is due on the first day of the term, whole, and in no other month', () => {
    const member = new Member();
    const callOff = callOffOf([setup], { firstDay: '2026-04-16' });
    expect(member.run('2026-03', callOff)).toEqual([]);
    expect(member.run('2026-04', callOff)).toEqual(['setup 2026-04-16 500.00']);
    expect(member.run('2026-05', callOff)).toEqual([]);
  });

  it('is due at the price of that day', () => {
    const prices = [
      priceFrom('2026-04-01', { model: 'flat', amount: '500' }),
      priceFrom('2026-04-17', { model: 'flat', amount: '9' }, 2),
    ];
    const changed = meterOf('setup', prices, 'SUM', { charge: 'ONE_TIME' });
    expect(new Member().run('2026-04', callOffOf([changed], { firstDay: '2026-04-16' }))).toEqual([
      'setup 2026-04-16 500.00',
    ]);
  });
});

describe(`any history of what is not metered (seed ${seed})`, () => {
  const firstDay = localDate('2026-01-20');
  interface History {
    readonly timing: 'ARREARS' | 'ADVANCE';
    readonly pence: number;
    readonly units: number;
    readonly steps: readonly (['run', number] | ['end', number] | ['price', number, number])[];
  }
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constant('run' as const), fc.nat(11)) },
    { weight: 1, arbitrary: fc.tuple(fc.constant('end' as const), fc.integer({ min: 1, max: 400 })) },
    { weight: 1, arbitrary: fc.tuple(fc.constant('price' as const), fc.nat(300), fc.nat(99_999)) },
  );
  const history: fc.Arbitrary<History> = fc.record({
    timing: fc.constantFrom('ARREARS', 'ADVANCE'),
    pence: fc.nat(99_999),
    units: fc.integer({ min: 1, max: 500 }),
    steps: fc.array(step, { minLength: 3, maxLength: 25 }),
  });
  const pounds = (pence: number) => `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;

  it('comes to what each month up to the last run is worth, by its days', () => {
    fc.assert(
      fc.property(history, ({ timing, pence, units, steps }) => {
        const member = new Member();
        let revision = 1;
        let lastDay: LocalDate = localDate('2027-01-31');
        const prices = new Map<LocalDate, number>([[localDate('2025-01-01'), pence]]);
        const callOff = () => {
          const versions = [...prices].map(([from, amount], index) =>
            priceFrom(from, { model: 'perUnit', unit: pounds(amount) }, index + 1),
          );
          const meter = meterOf('licences', versions, 'SUM', {
            charge: 'RECURRING',
            timing,
            units: exact(`${units}`),
          });
          return callOffOf([meter], { firstDay, lastDay, revision });
        };
        for (const [what, number, amount] of [...steps, ['run', 11] as const]) {
          if (what === 'end') {
            lastDay = addDays(firstDay, number);
            revision += 1;
          }
          if (what === 'price') prices.set(addDays(firstDay, number), amount ?? 0);
          if (what === 'run') member.run(monthOf(addMonths(firstDay, number)).start.slice(0, 7), callOff());
        }
        // The last run is December's, so January is in it when it is in advance.
        const upTo = timing === 'ADVANCE' ? localDate('2027-01-01') : localDate('2026-12-01');
        let worth = 0n;
        for (let month = monthOf(firstDay); month.start <= upTo; month = nextMonth(month)) {
          const days = new Map<LocalDate, bigint>();
          for (let day = month.start; day < month.end; day = addDays(day, 1)) {
            if (day < firstDay || day > lastDay) continue;
            const from = [...prices.keys()]
              .filter((start) => start <= day)
              .sort()
              .at(-1);
            if (from !== undefined) days.set(from, (days.get(from) ?? 0n) + 1n);
          }
          const of = BigInt(daysBetween(month.start, month.end));
          for (const [from, count] of days)
            worth += (2n * BigInt(prices.get(from) ?? 0) * BigInt(units) * count + of) / (2n * of);
        }
        expect(member.net()).toBe(worth);
      }),
      { seed, numRuns: 150 },
    );
  });
});
