import { describe, expect, it } from '@jest/globals';
import { Exact, exact } from './decimal.js';
import { formatPence } from './money.js';
import { roundToPence } from './rounding.js';

describe('rounding to the penny', () => {
  it('takes a half away from zero', () => {
    expect(roundToPence(exact('0.005'))).toBe(1n);
    expect(roundToPence(exact('-0.005'))).toBe(-1n);
    expect(roundToPence(exact('0.00499999999999'))).toBe(0n);
    expect(roundToPence(exact('-0.00499999999999'))).toBe(0n);
    expect(roundToPence(Exact.of(1n, 3n))).toBe(33n);
    expect(roundToPence(Exact.of(-2n, 3n))).toBe(-67n);
  });

  // openmeter pkg/currencyx/currency_test.go
  it.each([
    ['1.224', '1.22'],
    ['1.225', '1.23'],
    ['1.226', '1.23'],
    ['-1.224', '-1.22'],
    ['-1.225', '-1.23'],
  ])('rounds %s to %s', (amount, expected) => {
    expect(formatPence(roundToPence(exact(amount)))).toBe(expected);
  });

  // flexprice internal/ee/service/tax_rounding_test.go
  it.each([
    ['99.99', '0.20', '20.00'],
    ['100.00', '0.08875', '8.88'],
    ['1.00', '0.001', '0.00'],
  ])('%s at %s is %s of tax', (amount, rate, expected) => {
    expect(formatPence(roundToPence(exact(amount).times(exact(rate))))).toBe(expected);
  });
});
