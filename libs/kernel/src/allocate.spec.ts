import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocate } from './allocate.js';
import { Exact, exact } from './decimal.js';
import { formatPence, parsePence } from './money.js';

const seed = Number(process.env['ACCEDE_TEST_SEED'] ?? Date.now() % 2_147_483_647);
const split = (amount: string, weights: string[]) =>
  allocate(
    parsePence(amount, { allowNegative: true }) ?? 0n,
    weights.map((weight) => exact(weight)),
  ).map(formatPence);

describe('splitting a sum', () => {
  // openmeter pkg/currencyx/allocation_test.go; meteroid services/invoice_lines/discount.rs
  it.each([
    ['0.05', ['1', '1', '1'], ['0.02', '0.02', '0.01']],
    ['6.00', ['10', '5'], ['4.00', '2.00']],
    ['100.00', ['1', '2', '3'], ['16.67', '33.33', '50.00']],
    ['1.00', ['333', '333', '334'], ['0.33', '0.33', '0.34']],
  ])('%s by %p', (amount, weights, expected) => {
    expect(split(amount, weights)).toEqual(expected);
  });

  // lago-api pull 2643: credits line by line came to 335.00 for an invoice of 334.99
  it('credits line by line never come to more than the invoice', () => {
    const credits = split('334.99', ['68.33', '68.33', '57.50', '85.00']);
    expect(credits).toEqual(['82.00', '81.99', '69.00', '102.00']);
  });

  it('mirrors a negative sum', () => {
    expect(split('-0.05', ['1', '1', '1'])).toEqual(['-0.02', '-0.02', '-0.01']);
  });

  it('gives a weight of 0 nothing, and all to the only weight', () => {
    expect(split('0.01', ['0', '1', '0'])).toEqual(['0.00', '0.01', '0.00']);
    expect(split('0.00', ['1', '1'])).toEqual(['0.00', '0.00']);
  });

  it('throws on weights that cannot divide', () => {
    expect(() => allocate(100n, [])).toThrow(RangeError);
    expect(() => allocate(100n, [Exact.ZERO, Exact.ZERO])).toThrow(RangeError);
    expect(() => allocate(100n, [exact('2'), exact('-1')])).toThrow(RangeError);
  });

  it(`loses nothing and is never a penny out (seed ${seed})`, () => {
    const weight = fc
      .tuple(fc.bigInt(0n, 10n ** 6n), fc.bigInt(1n, 366n))
      .map(([top, bottom]) => Exact.of(top, bottom));
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 12n), 10n ** 12n),
        fc.array(weight, { minLength: 1, maxLength: 12 }),
        (total, weights) => {
          const whole = Exact.sum(weights);
          fc.pre(!whole.isZero());
          const shares = allocate(total, weights);
          expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(total);
          for (const [index, share] of shares.entries()) {
            const fair = Exact.of(total)
              .times(weights[index] ?? Exact.ZERO)
              .over(whole);
            expect([fair.floor(), fair.ceil()]).toContain(share);
          }
        },
      ),
      { seed, numRuns: 5_000 },
    );
  });
});
