import fc from 'fast-check';
import { exact } from '#libs/kernel';
import { totalsOf, type VatGroup } from '#libs/pricing';
import { creditTotalsOf, groupsAfter, sumOfTotals } from './vat.js';

const line = (net: bigint, vatTreatment = 'STANDARD', vatRate = '0.2') => ({
  net,
  vatTreatment,
  vatRate: exact(vatRate),
});
const shape = (groups: readonly VatGroup[]) =>
  groups.map(({ treatment, rate, net, vat }) => [treatment, rate.toString(), net, vat]);

describe('VAT on a credit note', () => {
  it('takes what is left of the VAT with the last of the net', () => {
    const { vatSummary } = totalsOf([line(6n)]);
    const first = creditTotalsOf([line(2n)], vatSummary);
    expect([first.net, first.vat]).toEqual([2n, 0n]);
    const left = groupsAfter(vatSummary, first.vatSummary);
    const last = creditTotalsOf([line(4n)], left);
    expect([last.net, last.vat, last.gross]).toEqual([4n, 1n, 5n]);
    expect(shape(groupsAfter(left, last.vatSummary))).toEqual([['STANDARD', '0.2', 0n, 0n]]);
  });

  it('is never more than is left', () => {
    const { vatSummary } = totalsOf([line(6n)]);
    const first = creditTotalsOf([line(3n)], vatSummary);
    expect(first.vat).toBe(1n);
    expect(creditTotalsOf([line(2n)], groupsAfter(vatSummary, first.vatSummary)).vat).toBe(0n);
  });

  it('cannot be worked out for more net than is left, or for a rate that the invoice does not have', () => {
    const { vatSummary } = totalsOf([line(6n)]);
    expect(() => creditTotalsOf([line(7n)], vatSummary)).toThrow('more than is left');
    expect(() => creditTotalsOf([line(1n, 'ZERO', '0')], vatSummary)).toThrow('more than is left');
  });

  it('adds up to the invoice, however it is cut', () => {
    const treatments = [
      ['STANDARD', '0.2'],
      ['REDUCED', '0.05'],
      ['ZERO', '0'],
    ] as const;
    const lines = fc.array(fc.tuple(fc.bigInt({ min: 1n, max: 5000n }), fc.constantFrom(...treatments)), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(lines, fc.array(fc.nat(), { minLength: 1, maxLength: 40 }), (all, cuts) => {
        const open = all.map(([net, [treatment, rate]]) => line(net, treatment, rate));
        const invoice = totalsOf(open);
        let left = invoice.vatSummary;
        const credited = { net: 0n, vat: 0n };
        const credit = (index: number, net: bigint) => {
          const target = open[index];
          if (!target || net === 0n) return;
          const totals = creditTotalsOf([{ ...target, net }], left);
          open[index] = { ...target, net: target.net - net };
          left = groupsAfter(left, totals.vatSummary);
          credited.net += totals.net;
          credited.vat += totals.vat;
          expect(totals.vat).toBeGreaterThanOrEqual(0n);
        };
        for (const cut of cuts) {
          const index = cut % open.length;
          credit(index, BigInt(cut) % ((open[index]?.net ?? 0n) + 1n));
        }
        open.forEach((target, index) => credit(index, target.net));
        expect(credited).toEqual({ net: invoice.net, vat: invoice.vat });
      }),
    );
  });
});

describe('the totals of several documents', () => {
  it('are their sums: VAT that was rounded on each is not worked out again', () => {
    // 20% of 3 is 1, of 6 would be 1 too.
    const three = totalsOf([line(3n)]);
    expect(three.vat).toBe(1n);
    const sum = sumOfTotals([
      three,
      totalsOf([line(3n), line(50n, 'REDUCED', '0.05')]),
      totalsOf([line(9n, 'ZERO', '0')]),
    ]);
    expect([sum.net, sum.vat, sum.gross]).toEqual([65n, 5n, 70n]);
    expect(sum.vatSummary.map(({ treatment, net, vat }) => [treatment, net, vat])).toEqual([
      ['STANDARD', 6n, 2n],
      ['REDUCED', 50n, 3n],
      ['ZERO', 9n, 0n],
    ]);
    // The highest rate first, and of one rate by the name of the treatment, in whatever order documents come.
    const apart = [line(9n, 'ZERO', '0'), line(8n, 'EXEMPT', '0'), line(50n, 'REDUCED', '0.05'), line(3n)];
    const names = (of: readonly (typeof three)[]) =>
      sumOfTotals(of).vatSummary.map(({ treatment }) => treatment);
    const documents = apart.map((each) => totalsOf([each]));
    expect(names(documents)).toEqual(['STANDARD', 'REDUCED', 'EXEMPT', 'ZERO']);
    expect(names(documents.reverse())).toEqual(['STANDARD', 'REDUCED', 'EXEMPT', 'ZERO']);
    expect(sumOfTotals([])).toEqual({ net: 0n, vat: 0n, gross: 0n, vatSummary: [] });
  });
});
