import { exact, formatPence, localDate, monthLabel, monthOf, type Aggregation } from '#libs/kernel';
import { decideBills } from './bills.js';
import { nothingBilled, type Billed } from './billed.js';
import { callOffOf, meterOf, monthNamed, priceFrom, used } from './call-off-cases.js';
import { chargesDue } from './charges-due.js';
import type { MonthReading, UsageDay } from './charge.js';

const perUnit = (startsOn = '2026-04-01', unit = '2') => priceFrom(startsOn, { model: 'perUnit', unit });
const monthsOf = (usage: readonly UsageDay[]) =>
  usage.map(({ callOffId, meterId, day, lastReceipt }) => ({
    ...{ callOffId, meterId, month: monthOf(day).start, lastReceipt },
  }));
const read = (month: string, quantity: string): MonthReading => ({
  ...{ callOffId: 'call-off', meterId: 'payslips', month, quantity: exact(quantity) },
});

describe('a meter that is read from the month as a whole', () => {
  const due = (
    aggregation: Aggregation,
    prices = [perUnit()],
    usage = [
      used('2026-04-02', '900', { events: 2n, lastReceipt: 5n }),
      used('2026-04-20', '4', { lastReceipt: 9n }),
    ],
    readings = [read('2026-04', '7'), read('2026-05', '8')],
  ) => {
    const callOff = callOffOf([meterOf('payslips', prices, aggregation)]);
    const result = chargesDue({
      ...{ callOff, month: monthNamed('2026-04'), usage, readings },
      ...{ usageMonths: monthsOf(usage), today: localDate('2026-12-01') },
    });
    return result.ok
      ? result.value.map(
          ({ quantity, events, receiptUpTo }) => `${quantity.toDecimalString()} ${events} ${receiptUpTo}`,
        )
      : result.refusals.map(({ code }) => code);
  };

  it.each(['MAX', 'LAST', 'UNIQUE', 'TIME_WEIGHTED'] as const)(
    '%s is charged for its reading',
    (aggregation) => {
      expect(due(aggregation)).toEqual(['7 3 9']);
      // A price change inside the month cannot be added; where there is one all the same, nothing is guessed.
      expect(due(aggregation, [perUnit(), perUnit('2026-04-16', '3')])).toEqual(['PRICE_MID_MONTH']);
      expect(due(aggregation, [perUnit(), perUnit('2026-05-01', '3')])).toEqual(['7 3 9']);
      expect(() => due(aggregation, [perUnit()], [], [])).toThrow(/was not read/);
    },
  );

  it('is charged for its own reading, and not for one of another call-off, meter or month', () => {
    const own = read('2026-04', '7');
    const others = [{ ...own, callOffId: 'other' }, { ...own, meterId: 'letters' }, read('2026-05', '8')];
    const wrong = others.map((each) => ({ ...each, quantity: exact('99') }));
    expect(due('MAX', [perUnit()], [], [...wrong, own])).toEqual(['7 0 0']);
    expect(() => due('MAX', [perUnit()], [], wrong)).toThrow(/was not read/);
  });

  it('whose price changes inside the month says when it may change', () => {
    const callOff = callOffOf([meterOf('payslips', [perUnit(), perUnit('2026-04-16', '3')], 'MAX')]);
    const result = chargesDue({
      ...{ callOff, month: monthNamed('2026-04'), usage: [], readings: [read('2026-04', '7')] },
      ...{ usageMonths: [], today: localDate('2026-12-01') },
    });
    expect(result.ok ? [] : result.refusals.map(({ message }) => message)).toEqual([
      'A price for Payslips can only start on the first day of a month. Choose 1 April 2026 or 1 May 2026.',
    ]);
  });

  it('is not what adds up by day: records are counted by day, and a price change splits them', () => {
    expect(due('COUNT')).toEqual(['3 3 9']);
    expect(due('SUM')).toEqual(['904 3 9']);
    expect(due('COUNT', [perUnit(), perUnit('2026-04-16', '3')])).toEqual(['2 2 5', '1 1 9']);
  });

  it('depends on the days of its own month only, unless its level carries over', () => {
    const march = [used('2026-03-30', '1', { lastReceipt: 20n })];
    expect(due('TIME_WEIGHTED', [perUnit('2026-01-01')], [])).toEqual(['7 0 0']);
    const callOff = callOffOf([meterOf('payslips', [perUnit('2026-01-01')], 'TIME_WEIGHTED')], {
      firstDay: '2026-01-01',
    });
    const result = chargesDue({
      ...{ callOff, month: monthNamed('2026-04'), usage: [], readings: [read('2026-04', '7')] },
      ...{ usageMonths: monthsOf(march), today: localDate('2026-12-01') },
    });
    expect(result.ok && result.value[0]?.receiptUpTo).toBe(20n);
  });
});

describe('a level that carries over', () => {
  const callOff = callOffOf([meterOf('payslips', [perUnit()], 'TIME_WEIGHTED')]);
  const april = used('2026-04-01', '10', { lastReceipt: 1n });
  const bill = (usageDays: readonly UsageDay[], readings: readonly MonthReading[], billed: Billed) => {
    const usage = { usageDays, usageMonths: monthsOf(usageDays), readings };
    const input = { today: localDate('2026-12-01'), callOffs: [callOff], ...usage };
    const result = decideBills([monthNamed('2026-06')], input, billed);
    if (!result.ok) throw new Error(result.refusals[0]?.message);
    return result.value[0]?.bill;
  };
  const readings = (quantity: string) =>
    ['2026-04', '2026-05', '2026-06'].map((label) => read(monthLabel(monthNamed(label)), quantity));

  it('is billed for months without a record of their own, and again when an earlier record changes', () => {
    const first = bill([april], readings('10'), nothingBilled);
    expect(first?.lines.map(({ charge, rated }) => `${charge.key.month} ${formatPence(rated.net)}`)).toEqual([
      '2026-04-01 20.00',
      '2026-05-01 20.00',
      '2026-06-01 20.00',
    ]);
    const billed: Billed = {
      positions: (first?.lines ?? []).map(({ charge, rated, receiptUpTo, callOffRevision }) => ({
        ...{ key: charge.key, net: rated.net, countedTo: receiptUpTo, callOffRevision },
      })),
      ...{ lines: [], invoices: [] },
    };
    expect(bill([april], readings('10'), billed)?.lines).toEqual([]);
    // A correction of April's record has a newer receipt, and moves every month after it.
    const corrected = bill([{ ...april, lastReceipt: 2n }], readings('12'), billed);
    expect(
      corrected?.lines.map(({ charge, rated, receiptAfter, receiptUpTo }) => [
        ...[charge.key.month, formatPence(rated.net), receiptAfter, receiptUpTo],
      ]),
    ).toEqual([
      ['2026-04-01', '4.00', 1n, 2n],
      ['2026-05-01', '4.00', 1n, 2n],
      ['2026-06-01', '4.00', 1n, 2n],
    ]);
  });
});
