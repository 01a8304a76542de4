import { describe, expect, it } from '@jest/globals';
import { ceilingBar } from './ceiling-bar.js';

describe('the bar of a ceiling', () => {
  it.each([
    ['0.00', 0],
    ['0.54', 2],
    ['50.00', 200],
    ['100.00', 400],
    ['103.20', 400],
  ])('of %s per cent', (percent, width) => expect(ceilingBar(percent)).toBe(width));
});
