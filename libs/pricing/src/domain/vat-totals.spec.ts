import { exact } from '#libs/kernel';
import { totalsOf, type VatGroup } from './vat-totals.js';

const line = (net: bigint, vatTreatment = 'STANDARD', vatRate = '0.2') => ({
  net,
  vatTreatment,
  vatRate: exact(vatRate),
});
const shape = (groups: readonly VatGroup[]) =>
  groups.map(({ treatment, rate, net, vat }) => [treatment, rate.toString(), net, vat]);

describe('VAT on an invoice', () => {
  it('is on the sum of the lines of a rate, rounded once', () => {
    // 20% of 3 × 2p is 1.2p: by line it would be 0.
    const totals = totalsOf([line(2n), line(2n), line(2n)]);
    expect([totals.net, totals.vat, totals.gross]).toEqual([6n, 1n, 7n]);
    expect(totalsOf([line(2n)]).vat).toBe(0n);
  });

  it('goes half away from zero', () => {
    expect(totalsOf([line(10n, 'REDUCED', '0.05')]).vat).toBe(1n);
    expect(totalsOf([line(9n, 'REDUCED', '0.05')]).vat).toBe(0n);
  });

  it('keeps treatments of the same rate apart, the highest rate first', () => {
    const totals = totalsOf([
      line(100n, 'ZERO', '0'),
      line(100n, 'EXEMPT', '0'),
      line(100n),
      line(50n, 'REDUCED', '0.05'),
    ]);
    expect(shape(totals.vatSummary)).toEqual([
      ['STANDARD', '0.2', 100n, 20n],
      ['REDUCED', '0.05', 50n, 3n],
      ['EXEMPT', '0', 100n, 0n],
      ['ZERO', '0', 100n, 0n],
    ]);
    expect([totals.net, totals.vat, totals.gross]).toEqual([350n, 23n, 373n]);
  });

  it('orders treatments of one rate by name, however they come', () => {
    const of = (...treatments: readonly string[]) =>
      totalsOf(treatments.map((treatment) => line(100n, treatment, '0'))).vatSummary.map(
        ({ treatment }) => treatment,
      );
    expect(of('EXEMPT', 'OUTSIDE', 'ZERO')).toEqual(['EXEMPT', 'OUTSIDE', 'ZERO']);
    expect(of('ZERO', 'OUTSIDE', 'EXEMPT')).toEqual(['EXEMPT', 'OUTSIDE', 'ZERO']);
  });

  it('is nothing for no lines', () => {
    expect(totalsOf([])).toEqual({ net: 0n, vat: 0n, gross: 0n, vatSummary: [] });
  });
});
