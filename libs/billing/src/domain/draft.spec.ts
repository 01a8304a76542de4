import { localDate } from '#libs/kernel';
import { decideBill, type Bill } from './bill.js';
import { nothingBilled, type Billed } from './billed.js';
import { callOffOf, meterOf, monthNamed, priceFrom, used } from './call-off-cases.js';
import { invoiceContent, recalculationContent } from './draft.js';
import { totalsOf } from '#libs/pricing';

const april = monthNamed('2026-04');
const callOff = callOffOf([
  meterOf('payslips', [priceFrom('2026-04-01', { model: 'perUnit', unit: '4.42' })]),
  meterOf('letters', [priceFrom('2026-04-01', { model: 'flat', amount: '30' }, 1, 'letters-1')]),
]);

const billOf = (quantity: string, billed: Billed = nothingBilled): Bill => {
  const usageDays = [used('2026-04-02', quantity, { events: 3n, lastReceipt: 8n })];
  const usageMonths = [{ callOffId: 'call-off', meterId: 'payslips', month: april.start, lastReceipt: 8n }];
  const usage = { usageDays, usageMonths, readings: [] };
  const input = { month: april, today: localDate('2026-05-01'), callOffs: [callOff], ...usage };
  const result = decideBill(input, billed);
  if (!result.ok) throw new Error(result.refusals[0]?.message);
  return result.value;
};

describe('the invoice of a bill', () => {
  it('numbers its lines from 1, each with its price, agreement, days, VAT and working', () => {
    const bill = billOf('10.5');
    const content = invoiceContent(april, { ...bill, forOrder: null, warnings: [] });
    expect(content.period).toEqual(april);
    expect(content.totals).toEqual(bill.totals);
    expect(content.lines).toEqual([
      {
        lineNumber: 1,
        callOffId: 'call-off',
        charge: 'USAGE',
        meterId: 'payslips',
        priceVersionId: 'price-2026-04-01',
        agreementId: 'agreement',
        period: { start: '2026-04-01', end: '2026-05-01' },
        description: 'Payroll Core: Payslips, April 2026',
        net: 4641n,
        vatTreatment: 'STANDARD',
        vatRate: '0.2',
        working: {
          callOffRevision: 1,
          quantity: '10.5',
          events: 3n,
          exact: '46.41',
          alreadyBilled: 0n,
          arithmetic: {
            calculation: {
              price: { model: 'perUnit', unit: '4.42' },
              quantity: '10.5',
              events: 3,
              final: true,
              alreadyBilled: { net: '0.00' },
              vatRate: '0.2',
            },
            result: {
              lines: [{ kind: 'unit', label: 'Units', quantity: '10.5', unit: '4.42', amount: '46.41' }],
              exact: '46.41',
              net: '46.41',
              vat: '9.28',
              gross: '55.69',
            },
          },
          receiptAfter: 0n,
          receiptUpTo: 8n,
        },
      },
      expect.objectContaining({ lineNumber: 2, meterId: 'letters', priceVersionId: 'letters-1', net: 3000n }),
    ]);
  });
});

describe('the credit note of a recalculation', () => {
  it('cites the lines that billed too much, with their VAT and the working of what is worth now', () => {
    const key = (meterId: string, priceVersionId: string) => ({
      callOffId: 'call-off',
      meterId,
      month: april.start,
      priceVersionId,
    });
    const line = (meterId: string, priceVersionId: string, left: bigint) => ({
      key: key(meterId, priceVersionId),
      invoiceId: 'invoice',
      lineId: `line of ${meterId}`,
      vatTreatment: 'REDUCED',
      vatRate: callOff.vatRate,
      left,
    });
    const lines = [line('payslips', 'price-2026-04-01', 8840n), line('letters', 'letters-1', 3500n)];
    const groups = totalsOf(lines.map((each) => ({ ...each, net: each.left }))).vatSummary;
    const bill = billOf('10', {
      positions: lines.map(({ key: of, left }) => ({
        key: of,
        net: left,
        countedTo: 5n,
        callOffRevision: 1,
      })),
      lines,
      invoices: [{ invoiceId: 'invoice', number: 'LCC-2026-00001', groups }],
    });
    const [credit] = bill.credits;
    if (!credit) throw new Error('there is a credit');
    const content = recalculationContent(april, credit);
    expect(content).toMatchObject({
      invoiceId: 'invoice',
      kind: 'RECALCULATION',
      runMonth: april,
      reason: 'What was used in April 2026 comes to less than was billed.',
      totals: { net: 4920n, vat: 984n, gross: 5904n },
    });
    expect(content.lines).toMatchObject([
      {
        lineNumber: 1,
        invoiceLineId: 'line of payslips',
        description: 'Payroll Core: Payslips, April 2026 (change since it was billed)',
        net: 4420n,
        vatTreatment: 'REDUCED',
        vatRate: '0.2',
        working: {
          quantity: '10',
          exact: '44.2',
          alreadyBilled: 8840n,
          arithmetic: { result: { net: '-44.20', vat: '-8.84', gross: '-53.04' } },
          receiptAfter: 5n,
          receiptUpTo: 8n,
        },
      },
      { lineNumber: 2, invoiceLineId: 'line of letters', net: 500n },
    ]);
  });
});
