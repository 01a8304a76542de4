import fc from 'fast-check';
import { addDays, addMonths, localDate, monthOf, type Pence } from '#libs/kernel';
import { billedAfter } from './bill.js';
import { decideBills } from './bills.js';
import { nothingBilled, type Billed } from './billed.js';
import { callOffOf, meterOf, monthNamed, priceFrom, used } from './call-off-cases.js';
import { carriedWords, wordsOfRun } from './carried.js';
import type { UsageDay } from './charge.js';

const meter = meterOf('payslips', [priceFrom('2026-04-01', { model: 'perUnit', unit: '0.01' })]);

interface Case {
  /** Pence by month. */
  readonly amounts: Readonly<Record<string, number>>;
  readonly smallest: Pence;
  readonly lastDay?: string;
  readonly billed?: Billed;
  readonly months?: readonly string[];
}

const decide = ({ amounts, smallest, lastDay = '2030-03-31', billed = nothingBilled, months }: Case) => {
  const usageDays: UsageDay[] = Object.entries(amounts).map(([month, pence], index) =>
    used(`${month}-02`, String(pence), { lastReceipt: BigInt(index + 1) }),
  );
  const result = decideBills(
    (months ?? Object.keys(amounts)).map(monthNamed),
    {
      today: localDate('2028-12-01'),
      callOffs: [callOffOf([meter], { lastDay })],
      usageDays,
      usageMonths: usageDays.map(({ day, ...rest }) => ({ ...rest, month: monthOf(day).start })),
      readings: [],
    },
    billed,
    smallest,
  );
  if (!result.ok) throw new Error(result.refusals[0]?.message);
  return result.value;
};
const nets = (of: Case) => decide(of).map(({ bill, carried }) => [bill.totals.net, carried]);

describe('a bill below the smallest invoice', () => {
  it('is carried to the next run, which bills both months', () => {
    const bills = decide({ amounts: { '2026-04': 320, '2026-05': 5000 }, smallest: 2500n });
    expect(bills.map(({ carried }) => carried)).toEqual([320n, 0n]);
    expect(bills[1]?.bill.lines.map(({ description, rated }) => [description, rated.net])).toEqual([
      ['Payroll Core: Payslips, April 2026', 320n],
      ['Payroll Core: Payslips, May 2026', 5000n],
    ]);
  });

  it('is carried on as long as all of it is too little', () => {
    expect(nets({ amounts: { '2026-04': 1000, '2026-05': 1000, '2026-06': 1000 }, smallest: 2500n })).toEqual(
      [
        [1000n, 1000n],
        [2000n, 2000n],
        [3000n, 0n],
      ],
    );
  });

  it('is billed when it is the smallest, a penny less is not, and every bill is when none is set', () => {
    expect(nets({ amounts: { '2026-04': 2500 }, smallest: 2500n })).toEqual([[2500n, 0n]]);
    expect(nets({ amounts: { '2026-04': 2499 }, smallest: 2500n })).toEqual([[2499n, 2499n]]);
    expect(nets({ amounts: { '2026-04': 1 }, smallest: 0n })).toEqual([[1n, 0n]]);
  });

  it('is never carried past 31 March', () => {
    expect(nets({ amounts: { '2027-02': 100, '2027-03': 100, '2027-04': 100 }, smallest: 2500n })).toEqual([
      [100n, 100n],
      [200n, 0n],
      [100n, 100n],
    ]);
  });

  it('is never carried for a member whose call-offs have all ended by the end of the month', () => {
    const amounts = { '2026-04': 100 };
    expect(nets({ amounts, smallest: 2500n, lastDay: '2026-04-30' })).toEqual([[100n, 0n]]);
    expect(nets({ amounts, smallest: 2500n, lastDay: '2026-05-01' })).toEqual([[100n, 100n]]);
  });

  it('is said on the run’s page', () => {
    expect(carriedWords(monthNamed('2026-04'), 320n)).toBe('£3.20 carried to May');
    expect(carriedWords(monthNamed('2026-12'), 123_456n)).toBe('£1,234.56 carried to January');
  });

  it('is carried on while one of the call-offs runs on', () => {
    const ended = callOffOf([meter], { lastDay: '2026-04-30' });
    const usageDays = [used('2026-04-02', '100')];
    const input = {
      ...{
        today: localDate('2026-12-01'),
        callOffs: [ended, callOffOf([meter], { id: 'other' })],
        usageDays,
      },
      usageMonths: usageDays.map(({ day, ...rest }) => ({ ...rest, month: monthOf(day).start })),
      readings: [],
    };
    const result = decideBills([monthNamed('2026-04')], input, nothingBilled, 2500n);
    expect(result.ok && result.value.map(({ carried }) => carried)).toEqual([100n]);
  });

  it('does not hold back a credit', () => {
    const callOff = { callOffId: 'call-off', meterId: 'payslips', priceVersionId: 'price-2026-04-01' };
    const key = { ...callOff, month: localDate('2026-04-01') };
    const vat = { vatTreatment: 'STANDARD', vatRate: callOffOf([meter]).vatRate };
    const group = { treatment: 'STANDARD', rate: vat.vatRate, net: 1000n, vat: 200n };
    const billed: Billed = {
      positions: [{ key, net: 1000n, countedTo: 0n, callOffRevision: 1 }],
      lines: [{ key, invoiceId: 'invoice', lineId: 'line', ...vat, left: 1000n }],
      invoices: [{ invoiceId: 'invoice', number: 'LCC-1', groups: [group] }],
    };
    const [april, may, june] = decide({
      ...{ amounts: { '2026-04': 400, '2026-05': 100, '2026-06': 3000 }, smallest: 2500n, billed },
    });
    expect(april?.bill.credits.map(({ totals }) => totals.net)).toEqual([600n]);
    expect([april?.carried, may?.carried, june?.carried]).toEqual([0n, 100n, 0n]);
    expect([may?.bill.credits, june?.bill.totals.net]).toEqual([[], 3100n]);
  });
});

describe('what there is to know of a member in a run', () => {
  const ofMonth = (label: string, carried = 0n, waiting = 0n, ...late: readonly bigint[]) => ({
    ...{ month: monthNamed(label), carried },
    bill: {
      waiting,
      late: late.map((net) => ({
        ...{ callOffId: 'call-off', month: localDate('2026-02-01'), net, receiptUpTo: 1n },
      })),
    },
  });
  const april = monthNamed('2026-04');

  it('is nothing where all is billed', () => {
    expect(wordsOfRun([], april)).toBeNull();
    expect(wordsOfRun([ofMonth('2026-04')], april)).toBeNull();
  });

  it('is what its own month carries on, and not what other months do', () => {
    const bills = [ofMonth('2026-03', 999n), ofMonth('2026-04', 320n), ofMonth('2026-05', 500n)];
    expect(wordsOfRun(bills, april)).toBe('£3.20 carried to May');
    expect(wordsOfRun([ofMonth('2026-05', 500n)], april)).toBeNull();
  });

  it('is what is still to be credited, and all that came late, as the last of its bills has it', () => {
    expect(wordsOfRun([ofMonth('2026-04', 0n, 100n), ofMonth('2026-05', 0n, 500n)], april)).toBe(
      '£5.00 is still to be credited. A run after the invoice concerned is issued credits it, as far as anything is left on it',
    );
    expect(wordsOfRun([ofMonth('2026-04', 0n, 0n, 7n), ofMonth('2026-05', 0n, 0n, 1000n, 200n)], april)).toBe(
      '£12.00 of late usage is not billed before it is approved',
    );
  });

  it('is said one after the other', () => {
    expect(wordsOfRun([ofMonth('2026-04', 320n, 500n, 1200n)], april)).toBe(
      '£3.20 carried to May. £5.00 is still to be credited. A run after the invoice concerned is issued credits it, as far as anything is left on it. £12.00 of late usage is not billed before it is approved',
    );
  });
});

describe('whatever was used', () => {
  it('each month’s run, one after the other, leaves nothing unbilled after March, and bills nothing twice', () => {
    const months = Array.from({ length: 24 }, (_, index) =>
      addMonths(localDate('2026-04-01'), index).slice(0, 7),
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2000 })), {
          minLength: 24,
          maxLength: 24,
        }),
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 0, max: 23 }),
        (pence, smallest, lastMonth) => {
          const last = months[lastMonth] ?? '';
          const lastDay = addDays(addMonths(localDate(`${last}-01`), 1), -1);
          const amounts = Object.fromEntries(
            months.slice(0, lastMonth + 1).map((month, i) => [month, pence[i] ?? 0]),
          );
          let billed = nothingBilled;
          let open = 0;
          for (const [index, month] of months.entries()) {
            const known = Object.fromEntries(Object.entries(amounts).filter(([each]) => each <= month));
            const [ofMonth] = decide({
              amounts: known,
              smallest: BigInt(smallest),
              lastDay,
              billed,
              months: [month],
            });
            if (!ofMonth) throw new Error('there is a bill');
            // In whole numbers: what is open, and whether this month's run may hold it back.
            open += index <= lastMonth ? (pence[index] ?? 0) : 0;
            const held = open < smallest && !month.endsWith('-03') && index < lastMonth;
            expect([ofMonth.bill.totals.net, ofMonth.carried]).toEqual([
              BigInt(open),
              held ? BigInt(open) : 0n,
            ]);
            if (held) continue;
            open = 0;
            billed = billedAfter(billed, ofMonth.bill);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
