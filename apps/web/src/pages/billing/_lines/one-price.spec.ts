import { describe, expect, it } from '@jest/globals';
import { onePrice } from './one-price.js';

const step = (quantity: string | null, unit: string | null) => ({ quantity, unit });

describe('the price of each unit', () => {
  it('is told when there is one for all', () => {
    expect(onePrice([step('1204', '4.42')])).toBe('4.42');
  });

  it.each([[[]], [[step(null, null)]], [[step('10', '10'), step('2', '5')]]])(
    'is not told of %j',
    (steps) => {
      expect(onePrice(steps)).toBeNull();
    },
  );
});
