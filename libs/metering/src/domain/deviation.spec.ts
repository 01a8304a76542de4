import { describe, expect, it } from '@jest/globals';
import { exact } from '#libs/kernel';
import { deviationOf, type MonthsOfMeter } from './deviation.js';

const months = (quantity: string, before: string[], more: Partial<MonthsOfMeter> = {}): MonthsOfMeter => ({
  quantity: exact(quantity),
  before: before.map(exact),
  hasThreeMonths: true,
  isOver: true,
  ...more,
});
const brief = (given: MonthsOfMeter, percent = 20): string | null => {
  const found = deviationOf(given, percent);
  return found && `${found.kind} ${found.quantity.toDecimalString()} over ${found.mean.toDecimalString()}`;
};

describe('a spike', () => {
  it('is more than so many per cent over the mean of the three months before', () => {
    expect(brief(months('120', ['90', '100', '110']))).toBe(null);
    expect(brief(months('120.01', ['90', '100', '110']))).toBe('SPIKE 120.01 over 100');
    expect(brief(months('150', ['90', '100', '110']), 50)).toBe(null);
    expect(brief(months('151', ['90', '100', '110']), 50)).toBe('SPIKE 151 over 100');
  });

  it('needs three whole months, and may be seen before its month is over', () => {
    expect(brief(months('500', ['100', '100'], { hasThreeMonths: false }))).toBe(null);
    expect(brief(months('500', ['100', '100', '100'], { isOver: false }))).toBe('SPIKE 500 over 100');
    expect(brief(months('1', ['0', '0', '0']))).toBe('SPIKE 1 over 0');
  });
});

describe('a gap', () => {
  it('is a month without use that is over, after use', () => {
    expect(brief(months('0', ['0', '0', '3']))).toBe('GAP 0 over 1');
    expect(brief(months('0', ['3'], { hasThreeMonths: false }))).toBe('GAP 0 over 3');
    expect(brief(months('0', ['0', '0', '3'], { isOver: false }))).toBe(null);
    expect(brief(months('0', ['0', '0', '0']))).toBe(null);
    expect(brief(months('0.01', ['3', '3', '3']))).toBe(null);
    expect(brief(months('0', [], { hasThreeMonths: false }))).toBe(null);
  });
});
