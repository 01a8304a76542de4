import { describe, expect, it } from '@jest/globals';
import { idempotencyKeyOf, nextStepOf, tryAgainAt } from './stripe-call.js';

const at = (instant: string): Date => new Date(instant);
const began = at('2026-05-01T09:00:00Z');

describe('a call whose outcome is not known', () => {
  it.each([
    ['a minute later', '2026-05-01T09:01:00Z', false, 'ASK'],
    ['while Stripe keeps its key', '2026-05-02T07:59:59Z', false, 'ASK'],
    ['when Stripe may have forgotten its key', '2026-05-02T08:00:00Z', false, 'LOOK'],
    ['when its key only repeats a fault', '2026-05-01T09:01:00Z', true, 'LOOK'],
  ] as const)('goes on %s', (_, now, answerIsStuck, step) => {
    expect(nextStepOf({ roundBeganAt: began, answerIsStuck }, at(now))).toBe(step);
  });

  it('has the same key whenever and by whomever it is asked, and another in another round', () => {
    const key = idempotencyKeyOf('invoice.pay', 'f00', 1);
    expect(key).toBe('accede-invoice.pay-f00-1');
    expect(idempotencyKeyOf('invoice.pay', 'f00', 2)).not.toBe(key);
    expect(idempotencyKeyOf('invoice.void', 'f00', 1)).not.toBe(key);
  });
});

it.each([
  [0, 1],
  [1, 2],
  [4, 16],
  [5, 30],
  [60, 30],
])('after %d tries in vain Stripe is left alone for %d minutes', (tries, minutes) => {
  expect(tryAgainAt(tries, began).getTime() - began.getTime()).toBe(minutes * 60_000);
});
