import { describe, expect, it } from '@jest/globals';
import { exact, formatPence, localDate } from '#libs/kernel';
import { decideBill } from './bill.js';
import type { Billed } from './billed.js';
import { callOffOf, meterOf, monthNamed, priceFrom, used } from './call-off-cases.js';

/** April was billed for 10 payslips at £2, with VAT at 20%; since then the rate is 25%. */
const key = {
  callOffId: 'call-off',
  meterId: 'payslips',
  month: localDate('2026-04-01'),
  priceVersionId: 'price-2026-04-01',
};
const billed: Billed = {
  positions: [{ key, net: 20_00n, countedTo: 1n, callOffRevision: 1 }],
  lines: [
    {
      key,
      invoiceId: 'invoice',
      lineId: 'line',
      vatTreatment: 'STANDARD',
      vatRate: exact('0.2'),
      left: 20_00n,
    },
  ],
  invoices: [
    {
      ...{ invoiceId: 'invoice', number: 'N-1' },
      groups: [{ treatment: 'STANDARD', rate: exact('0.2'), net: 20_00n, vat: 4_00n }],
    },
  ],
};
const billOf = (quantity: string) => {
  const callOff = callOffOf(
    [meterOf('payslips', [priceFrom('2026-04-01', { model: 'perUnit', unit: '2' })])],
    { vatRate: '0.25', lastDay: '2026-04-30' },
  );
  const day = used('2026-04-10', quantity, { lastReceipt: 2n });
  const usageMonths = [
    { callOffId: 'call-off', meterId: 'payslips', month: localDate('2026-04-01'), lastReceipt: 2n },
  ];
  const input = { month: monthNamed('2026-05'), today: localDate('2026-07-01'), callOffs: [callOff] };
  const bill = decideBill({ ...input, usageMonths, usageDays: [day], readings: [] }, billed);
  if (!bill.ok) throw new Error(bill.refusals[0]?.message);
  return bill.value;
};

describe('a change of the VAT rate', () => {
  it('changes nothing that is billed already: amounts without VAT are compared', () => {
    expect(billOf('10')).toMatchObject({ lines: [], credits: [], waiting: 0n });
  });

  it('applies to what is charged since, also for an earlier month', () => {
    const { totals } = billOf('15');
    expect([formatPence(totals.net), formatPence(totals.vat)]).toEqual(['10.00', '2.50']);
  });

  it('leaves a credit the rate of the line that it credits', () => {
    const [credit] = billOf('4').credits;
    expect([formatPence(credit?.totals.net ?? 0n), formatPence(credit?.totals.vat ?? 0n)]).toEqual([
      '12.00',
      '2.40',
    ]);
  });
});
