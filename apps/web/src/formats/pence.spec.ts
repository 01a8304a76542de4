import { describe, expect, it } from '@jest/globals';
import { penceOf, sumOf } from './pence.js';

describe('amounts of the API', () => {
  it('are added to the penny', () => {
    expect(sumOf([{ amount: '6617.86' }, { amount: '-5514.88' }, { amount: '-1102.98' }])).toBe('0.00');
    expect(sumOf([])).toBe('0.00');
    expect(penceOf({ amount: '-0.05' })).toBe(-5n);
  });

  it('are never guessed', () => {
    expect(() => penceOf({ amount: 'x' })).toThrow();
  });
});
