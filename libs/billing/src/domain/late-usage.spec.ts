import { exact, localDate } from '#libs/kernel';
import { nothingBilled, type Billed, type Position } from './billed.js';
import { decideBill } from './bill.js';
import { decideBills } from './bills.js';
import { callOffOf, meterOf, monthNamed, priceFrom, used } from './call-off-cases.js';
import type { UsageDay } from './charge.js';
import { nothingHeld, type LateUsageRule } from './late-usage.js';

const pound = [priceFrom('2026-04-01', { model: 'perUnit', unit: '1' })];
const callOff = callOffOf([
  meterOf('payslips', pound),
  meterOf('letters', pound),
  meterOf('licence', pound, 'SUM', { charge: 'RECURRING' }),
  meterOf('share', pound, 'SUM', { isUsed: false }),
]);

const rule = (limit: bigint, approvedUpTo = 0n): LateUsageRule => ({
  limit,
  approved: [{ callOffId: 'call-off', month: localDate('2026-04-01'), upTo: approvedUpTo }],
});

const input = (usageDays: readonly UsageDay[]) => ({
  today: localDate('2026-07-01'),
  callOffs: [callOff],
  usageDays,
  readings: [],
  usageMonths: usageDays.map(({ callOffId, meterId, day, lastReceipt }) => ({
    callOffId,
    meterId,
    month: localDate(`${day.slice(0, 7)}-01`),
    lastReceipt,
  })),
});

const billedOf = (meterId: string, net: bigint, countedTo: bigint): Position => ({
  key: {
    callOffId: 'call-off',
    meterId,
    month: localDate('2026-04-01'),
    priceVersionId: 'price-2026-04-01',
  },
  net,
  countedTo,
  callOffRevision: 1,
});
/** April was billed: £100 of payslips up to receipt 1, and the licence. */
const april: Billed = {
  ...nothingBilled,
  positions: [billedOf('payslips', 10_000n, 1n), billedOf('licence', 100n, 0n)],
};

const decide = (
  usageDays: readonly UsageDay[],
  lateUsage: LateUsageRule,
  billed = april,
  month = '2026-05',
) => {
  const result = decideBill({ ...input(usageDays), month: monthNamed(month) }, billed, lateUsage);
  if (!result.ok) throw new Error(result.refusals[0]?.message);
  const { lines, late, totals } = result.value;
  return {
    lines: lines
      .filter(({ charge }) => charge.meter.charge === 'USAGE')
      .map(({ charge, rated }) => `${charge.meter.id} ${charge.key.month}: ${rated.net}`),
    late: late.map(({ month: of, net, receiptUpTo }) => `${of}: ${net} up to ${receiptUpTo}`),
    net: totals.net,
  };
};

const inApril = used('2026-04-20', '150', { lastReceipt: 5n });
const lettersInApril = used('2026-04-21', '30', { meterId: 'letters', lastReceipt: 6n });
const inMay = used('2026-05-10', '7', { lastReceipt: 7n });

describe('use that came after its month was billed', () => {
  it('is billed unasked up to the limit, and waits above it', () => {
    expect(decide([inApril, inMay], rule(5_000n))).toMatchObject({
      lines: ['payslips 2026-04-01: 5000', 'payslips 2026-05-01: 700'],
      late: [],
    });
    expect(decide([inApril, inMay], rule(4_999n))).toMatchObject({
      lines: ['payslips 2026-05-01: 700'],
      late: ['2026-04-01: 5000 up to 5'],
    });
  });

  it('counts together for a call-off and month, and waits together', () => {
    expect(decide([inApril, lettersInApril], rule(7_999n))).toMatchObject({
      lines: [],
      late: ['2026-04-01: 8000 up to 6'],
    });
    expect(decide([inApril, lettersInApril], rule(8_000n)).lines).toEqual([
      'payslips 2026-04-01: 5000',
      'letters 2026-04-01: 3000',
    ]);
  });

  it('is not in the totals while it waits', () => {
    const held = decide([inApril, inMay], rule(0n));
    const billed = decide([inApril, inMay], nothingHeld);
    expect(billed.net - held.net).toBe(5_000n);
  });

  it('is billed once it is approved, up to the receipt that was approved', () => {
    expect(decide([inApril], rule(0n, 5n)).lines).toEqual(['payslips 2026-04-01: 5000']);
    expect(decide([inApril], rule(0n, 4n)).late).toEqual(['2026-04-01: 5000 up to 5']);
  });

  it('is not billed by the approval of another call-off or another month', () => {
    const [own] = rule(0n, 5n).approved;
    if (!own) throw new Error('there is an approval');
    const others = [
      { ...own, callOffId: 'other' },
      { ...own, month: localDate('2026-03-01') },
    ];
    expect(decide([inApril], { limit: 0n, approved: others }).late).toEqual(['2026-04-01: 5000 up to 5']);
    expect(decide([inApril], { limit: 0n, approved: [...others, own] }).lines).toEqual([
      'payslips 2026-04-01: 5000',
    ]);
  });

  it('waits up to the newest receipt among it, whichever meter that is of', () => {
    const older = used('2026-04-21', '30', { meterId: 'letters', lastReceipt: 4n });
    expect(decide([inApril, older], rule(0n)).late).toEqual(['2026-04-01: 8000 up to 5']);
  });

  it('counts each month alone against the limit', () => {
    const may = { ...billedOf('payslips', 100n, 1n), key: { ...billedOf('payslips', 0n, 0n).key } };
    const both: Billed = {
      ...april,
      positions: [...april.positions, { ...may, key: { ...may.key, month: localDate('2026-05-01') } }],
    };
    expect(decide([inApril, inMay], rule(5_000n), both, '2026-06')).toMatchObject({
      lines: ['payslips 2026-04-01: 5000', 'payslips 2026-05-01: 600'],
      late: [],
    });
    expect(decide([inApril, inMay], rule(599n), both, '2026-06').late).toEqual([
      '2026-04-01: 5000 up to 5',
      '2026-05-01: 600 up to 7',
    ]);
  });

  it('is late after a bill of the month that charged before any use, or was credited in full', () => {
    const charged = { ...nothingBilled, positions: [billedOf('payslips', 100n, 0n)] };
    expect(decide([inApril], rule(0n), charged).late).toEqual(['2026-04-01: 14900 up to 5']);
    const credited = { ...nothingBilled, positions: [billedOf('payslips', 0n, 1n)] };
    expect(decide([inApril], rule(0n), credited).late).toEqual(['2026-04-01: 15000 up to 5']);
  });

  it('waits in the month of its own run too, when that was billed before', () => {
    expect(decide([inApril], rule(0n), april, '2026-04').late).toEqual(['2026-04-01: 5000 up to 5']);
  });
});

describe('what is not late', () => {
  it('is use of a month that was never billed, or whose only bill was voided', () => {
    expect(decide([inApril], rule(0n), nothingBilled).lines).toEqual(['payslips 2026-04-01: 15000']);
    const voided = { ...nothingBilled, positions: [billedOf('payslips', 0n, 0n)] };
    expect(decide([inApril], rule(0n), voided).lines).toEqual(['payslips 2026-04-01: 15000']);
  });

  it('is use of a month in which only something that is not metered was billed', () => {
    const licence = { ...nothingBilled, positions: [billedOf('licence', 100n, 0n)] };
    expect(decide([inApril], rule(0n), licence).lines).toEqual(['payslips 2026-04-01: 15000']);
  });

  it('is a share of a cost, which was agreed before', () => {
    const share = used('2026-04-30', '900', { meterId: 'share', lastReceipt: 5n });
    expect(decide([share], rule(0n))).toMatchObject({ lines: ['share 2026-04-01: 90000'], late: [] });
  });

  it('is use of a month in which only a share was billed', () => {
    const share = { ...nothingBilled, positions: [billedOf('share', 100n, 1n)] };
    expect(decide([inApril], rule(0n), share).late).toEqual([]);
  });

  it('is another price for what was counted already', () => {
    const counted = { ...nothingBilled, positions: [billedOf('payslips', 9_000n, 5n)] };
    const of = { ...callOff, revision: 2 };
    const result = decideBill(
      { ...input([inApril]), callOffs: [of], month: monthNamed('2026-05') },
      counted,
      rule(0n),
    );
    if (!result.ok) throw new Error('refused');
    expect(result.value.late).toEqual([]);
    expect(result.value.lines.map(({ rated }) => rated.net)).toContain(6_000n);
  });

  it('is less use: it is credited at once', () => {
    const line = {
      key: billedOf('payslips', 0n, 0n).key,
      invoiceId: 'invoice',
      lineId: 'line',
      vatTreatment: 'STANDARD',
      vatRate: exact('0.2'),
      left: 10_000n,
    };
    const groups = [{ treatment: 'STANDARD', rate: exact('0.2'), net: 10_000n, vat: 2_000n }];
    const billed: Billed = {
      positions: april.positions,
      lines: [line],
      invoices: [{ invoiceId: 'invoice', number: 'N-1', groups }],
    };
    const less = used('2026-04-20', '60', { lastReceipt: 5n });
    const result = decideBill({ ...input([less]), month: monthNamed('2026-05') }, billed, rule(0n));
    if (!result.ok) throw new Error('refused');
    expect(result.value.late).toEqual([]);
    expect(result.value.credits.map(({ totals }) => totals.net)).toEqual([4_000n]);
  });
});

describe('late use over several runs', () => {
  it('is billed by the next one after its approval, and by one alone', () => {
    const months = ['2026-05', '2026-06'].map(monthNamed);
    const lines = (lateUsage: LateUsageRule) => {
      const result = decideBills(months, input([inApril]), april, 0n, lateUsage);
      if (!result.ok) throw new Error('refused');
      return result.value.map(({ bill }) =>
        bill.lines.filter(({ charge }) => charge.meter.charge === 'USAGE').map(({ rated }) => rated.net),
      );
    };
    expect(lines(rule(0n))).toEqual([[], []]);
    expect(lines(rule(0n, 5n))).toEqual([[5_000n], []]);
  });
});
