import { describe, expect, it } from '@jest/globals';
import { journalOf, linesOf, ordersOf } from './invoice-view.js';
import type { InvoicePageQuery } from './operations.generated.js';

type Invoice = InvoicePageQuery['invoice'];

const line = (steps: readonly object[], alreadyBilled = '0.00'): object => ({
  node: {
    priceVersionId: 'prv_1',
    net: { amount: '5321.68' },
    working: { quantity: '1204', alreadyBilled: { amount: alreadyBilled }, steps },
  },
});
const step = { quantity: '1204', unit: '4.42' };
const invoiceWith = (part: object): Invoice =>
  ({ priceVersions: [], callOffs: [], ...part }) as unknown as Invoice;

describe('an invoice as a page shows it', () => {
  it('says the arithmetic of a line in one row where that says all', () => {
    const lines = linesOf(
      invoiceWith({
        priceVersions: [{ id: 'prv_1', version: 1 }],
        lines: { edges: [line([step]), line([step], '10.00'), line([step, step])] },
      }),
    );
    expect(lines).toMatchObject([
      { unit: '4.42', equation: '1,204 × £4.42 = £5,321.68', priceVersion: { version: 1 } },
      { unit: '4.42', equation: null },
      { unit: null, equation: null },
    ]);
  });

  it('says what a purchase order is worth where it is limited', () => {
    const callOff = (reference: string, number: string, value: object | null) => ({
      reference,
      purchaseOrders: { edges: [{ node: { number, value } }] },
    });
    const orders = ordersOf(
      invoiceWith({
        purchaseOrders: [
          { callOffReference: 'CO-000001-01', number: '45' },
          { callOffReference: 'CO-000002-01', number: '46' },
          { callOffReference: 'CO-000003-01', number: null },
        ],
        callOffs: [
          callOff('CO-000001-01', '45', { amount: '60000.00' }),
          callOff('CO-000002-01', '46', null),
        ],
      }),
    );
    expect(orders).toEqual([
      '45 for CO-000001-01, worth £60,000.00 excluding VAT',
      '46 for CO-000002-01',
      'none used for CO-000003-01',
    ]);
  });

  it('adds the postings up', () => {
    const posting = (account: string, amount: string) => ({ account, amount: { amount } });
    const { rows, sum } = journalOf(
      invoiceWith({
        journal: [
          {
            postedOn: '2026-11-26',
            memo: 'Invoice for October 2026',
            postings: [
              posting('RECEIVABLE', '12.00'),
              posting('INCOME', '-10.00'),
              posting('VAT_OUTPUT', '-2.00'),
            ],
          },
        ],
      }),
    );
    expect(sum).toBe('0.00');
    expect(rows).toMatchObject([
      { memo: 'Invoice for October 2026', isCredit: false },
      { memo: null, isCredit: true },
      { memo: null, isCredit: true },
    ]);
  });
});
