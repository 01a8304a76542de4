import fc from 'fast-check';
import { assertBalanced, type Posting } from './entry.js';
import { invoiceBalanceOf, nothingPosted } from './invoice-balance.js';

const income = (amount: bigint): Posting => ({ account: 'INCOME', invoiceId: null, amount });
const receivable = (amount: bigint): Posting => ({ account: 'RECEIVABLE', invoiceId: 'an-invoice', amount });

describe('a journal entry', () => {
  it('is taken when it sums to zero', () => {
    expect(() =>
      assertBalanced([receivable(120n), income(-100n), { ...income(-20n), account: 'VAT_OUTPUT' }]),
    ).not.toThrow();
  });

  it.each([
    ['is out of balance by a penny', [receivable(120n), income(-119n)], 'out of balance by 1 pence'],
    ['has one posting', [receivable(120n)], 'at least two'],
    ['has none', [], 'at least two'],
    ['posts nothing', [receivable(120n), income(-120n), income(0n)], 'of nothing'],
    ['owes without an invoice', [{ ...receivable(1n), invoiceId: null }, income(-1n)], 'names its invoice'],
    [
      'names an invoice elsewhere',
      [receivable(1n), { ...income(-1n), invoiceId: 'an-invoice' }],
      'names its invoice',
    ],
  ] satisfies [string, Posting[], string][])('is refused when it %s', (_, postings, why) => {
    expect(() => assertBalanced(postings)).toThrow(why);
  });

  it('is refused whenever the sum is not zero, whatever the amounts', () => {
    const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).filter((n) => n !== 0n);
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 8 }), (amounts) => {
        const total = amounts.reduce((sum, n) => sum + n, 0n);
        const check = () => assertBalanced(amounts.map(income));
        if (total === 0n) expect(check).not.toThrow();
        else expect(check).toThrow();
        if (total !== 0n) expect(() => assertBalanced([...amounts, -total].map(income))).not.toThrow();
      }),
    );
  });
});

describe('what the ledger says of an invoice', () => {
  it('tells charges, credits and payments apart', () => {
    const balance = invoiceBalanceOf([
      { kind: 'INVOICE', amount: 1200n },
      { kind: 'CREDIT_NOTE', amount: -200n },
      { kind: 'ALLOCATION', amount: -300n },
      { kind: 'ALLOCATION', amount: -50n },
    ]);
    expect(balance).toEqual({ invoiced: 1200n, credited: 200n, paid: 350n, outstanding: 650n });
  });

  it('owes again what was paid and taken back', () => {
    const balance = invoiceBalanceOf([
      { kind: 'INVOICE', amount: 1200n },
      { kind: 'ALLOCATION', amount: -1200n },
      { kind: 'REVERSAL', amount: 1200n },
    ]);
    expect(balance).toEqual({ invoiced: 1200n, credited: 0n, paid: 0n, outstanding: 1200n });
  });

  it('charges nothing once it is voided', () => {
    const balance = invoiceBalanceOf([
      { kind: 'INVOICE', amount: 1200n },
      { kind: 'VOID', amount: -1200n },
    ]);
    expect(balance).toEqual(nothingPosted);
  });

  it('is nothing while nothing is posted', () => {
    expect(invoiceBalanceOf([])).toEqual({ invoiced: 0n, credited: 0n, paid: 0n, outstanding: 0n });
    expect(nothingPosted).toEqual(invoiceBalanceOf([]));
  });

  it('goes below zero when more is paid and credited than was charged', () => {
    const balance = invoiceBalanceOf([
      { kind: 'INVOICE', amount: 100n },
      { kind: 'ALLOCATION', amount: -100n },
      { kind: 'CREDIT_NOTE', amount: -40n },
    ]);
    expect(balance.outstanding).toBe(-40n);
  });
});
