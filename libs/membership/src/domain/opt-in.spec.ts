import { describe, expect, it } from '@jest/globals';
import { reviewDueOn } from './opt-in.js';

describe('when the review of an opt-in is due', () => {
  it('is nothing until it was submitted', () => {
    expect(reviewDueOn(null, 5)).toBeNull();
  });

  it.each([
    ['a Monday', '2026-06-15T09:00:00Z', 5, '2026-06-22'],
    ['a Monday that is Tuesday in London', '2026-06-15T23:30:00Z', 5, '2026-06-23'],
    ['the Friday before a bank holiday', '2026-05-01T09:00:00Z', 5, '2026-05-11'],
    ['a Saturday', '2026-06-13T09:00:00Z', 1, '2026-06-15'],
  ])('counts working days from %s', (_, at, days, due) => {
    expect(reviewDueOn(new Date(at), days)).toBe(due);
  });
});
