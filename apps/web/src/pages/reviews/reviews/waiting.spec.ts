import { describe, expect, it } from '@jest/globals';
import { waitingOf } from './waiting.js';

describe('how long an opt-in has waited', () => {
  it.each([
    ['2026-11-20T10:00:00Z', null, { days: 5, due: null }],
    ['2026-11-20T10:00:00Z', '2026-11-27', { days: 5, due: { kind: 'later', days: 2 } }],
    ['2026-11-18T10:00:00Z', '2026-11-25', { days: 7, due: { kind: 'today', days: 0 } }],
    ['2026-11-12T10:00:00Z', '2026-11-19', { days: 13, due: { kind: 'overdue', days: 6 } }],
    // Half past midnight in London is still the day before in UTC's summer.
    ['2026-07-31T23:30:00Z', null, { days: 116, due: null }],
  ])('since %s, due %s', (since, dueOn, expected) => {
    expect(waitingOf(since, dueOn, '2026-11-25')).toEqual(expected);
  });
});
