import { describe, expect, it } from '@jest/globals';
import { isDaysOf } from './share.js';

describe('days of a period', () => {
  it.each([
    [0, 1],
    [1, 1],
    [26, 29],
    [366, 366],
  ])('%p of %p are', (days, of) => {
    expect(isDaysOf(days, of)).toBe(true);
  });

  it.each([
    [-1, 29],
    [30, 29],
    [0, 0],
    [1.5, 29],
    [1, 29.5],
    ['1', 29],
    [1, '29'],
    [null, 29],
    [1, null],
    [1, Infinity],
    [2 ** 53, 2 ** 53],
  ])('%p of %p are not', (days, of) => {
    expect(isDaysOf(days, of)).toBe(false);
  });
});
