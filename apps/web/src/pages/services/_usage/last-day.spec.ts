import { describe, expect, it } from '@jest/globals';
import { lastDayBefore } from './last-day.js';

describe('the last day of a key', () => {
  it.each([
    ['2026-12-01T00:00:00.000Z', '2026-11-30'],
    ['2026-06-30T23:00:00.000Z', '2026-06-30'],
  ])('that ends at %s is %s', (instant, day) => expect(lastDayBefore(instant)).toBe(day));
});
