import { localDate } from '#libs/kernel';
import { decideBills } from './bills.js';
import { nothingBilled } from './billed.js';
import { callOffOf, meterOf, monthNamed, priceFrom, used } from './call-off-cases.js';
import type { UsageDay } from './charge.js';

const callOff = callOffOf([meterOf('payslips', [priceFrom('2026-04-01', { model: 'perUnit', unit: '1' })])]);

const decide = (months: readonly string[], usageDays: readonly UsageDay[], today = '2026-12-01') =>
  decideBills(
    months.map(monthNamed),
    {
      today: localDate(today),
      callOffs: [callOff],
      usageDays,
      readings: [],
      usageMonths: usageDays.map(({ callOffId, meterId, day, lastReceipt }) => ({
        callOffId,
        meterId,
        month: localDate(`${day.slice(0, 7)}-01`),
        lastReceipt,
      })),
    },
    nothingBilled,
  );

const words = (months: readonly string[], usageDays: readonly UsageDay[]) => {
  const result = decide(months, usageDays);
  if (!result.ok) throw new Error(result.refusals[0]?.message);
  return result.value.map(({ month, bill }) => [
    month.start,
    ...bill.lines.map(({ description, rated }) => `${description}: ${rated.net}`),
  ]);
};

const usage = [
  used('2026-04-02', '4', { lastReceipt: 1n }),
  used('2026-05-02', '5', { lastReceipt: 2n }),
  used('2026-06-02', '6', { lastReceipt: 3n }),
];

describe('bills of several runs at once', () => {
  it('are decided oldest month first, and none bills again what one before it bills', () => {
    const expected = [
      ['2026-04-01', 'Payroll Core: Payslips, April 2026: 400'],
      ['2026-05-01', 'Payroll Core: Payslips, May 2026: 500'],
      ['2026-06-01', 'Payroll Core: Payslips, June 2026: 600'],
    ];
    expect(words(['2026-04', '2026-05', '2026-06'], usage)).toEqual(expected);
    expect(words(['2026-06', '2026-04', '2026-05'], usage)).toEqual(expected);
    expect(words(['2026-05', '2026-06', '2026-04'], usage)).toEqual(expected);
  });

  it('put a month without a run of its own into the oldest that may hold it', () => {
    expect(words(['2026-06', '2026-05'], usage)).toEqual([
      ['2026-05-01', 'Payroll Core: Payslips, April 2026: 400', 'Payroll Core: Payslips, May 2026: 500'],
      ['2026-06-01', 'Payroll Core: Payslips, June 2026: 600'],
    ]);
  });

  it('are none for no run, and stop at what cannot be charged', () => {
    expect(words([], usage)).toEqual([]);
    const refused = decide(['2026-04', '2026-05'], [...usage, used('2026-05-03', '1', { meterId: 'faxes' })]);
    expect(refused.ok ? [] : refused.refusals.map(({ code }) => code)).toEqual(['METER_UNKNOWN']);
  });
});
