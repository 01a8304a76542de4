import { describe, expect, it } from '@jest/globals';
import { moveOptIn } from './opt-in-state.js';
import { optInMoves, optInStates, type OptInMove, type OptInState } from './states.js';

/** Every move that is allowed, written out once more by hand: `from > to`. */
const allowed: Readonly<Record<OptInMove, readonly string[]>> = {
  SAVE: ['DRAFT > IN_PROGRESS', 'IN_PROGRESS > IN_PROGRESS', 'RETURNED > RETURNED'],
  RECORD_EVIDENCE: ['APPROVED > APPROVED'],
  SUBMIT: ['DRAFT > SUBMITTED', 'IN_PROGRESS > SUBMITTED', 'RETURNED > SUBMITTED'],
  START_REVIEW: ['SUBMITTED > UNDER_REVIEW'],
  APPROVE: ['SUBMITTED > APPROVED', 'UNDER_REVIEW > APPROVED'],
  RETURN: ['SUBMITTED > RETURNED', 'UNDER_REVIEW > RETURNED'],
  DECLINE: ['SUBMITTED > DECLINED', 'UNDER_REVIEW > DECLINED'],
  PAUSE: ['DRAFT > PAUSED', 'IN_PROGRESS > PAUSED', 'RETURNED > PAUSED'],
  RESUME: ['PAUSED > IN_PROGRESS'],
  WITHDRAW: [
    'DRAFT > WITHDRAWN',
    'IN_PROGRESS > WITHDRAWN',
    'PAUSED > WITHDRAWN',
    'SUBMITTED > WITHDRAWN',
    'UNDER_REVIEW > WITHDRAWN',
    'RETURNED > WITHDRAWN',
  ],
  CONVERT: ['APPROVED > CONVERTED'],
};

describe('moveOptIn', () => {
  const matrix = optInMoves.flatMap((move) =>
    optInStates.map((state): [OptInMove, OptInState] => [move, state]),
  );

  it.each(matrix)('%s from %s', (move, state) => {
    const to = allowed[move].find((step) => step.startsWith(`${state} > `))?.split(' > ')[1];
    const moved = moveOptIn(state, move);
    if (to === undefined)
      expect(moved.ok ? [] : moved.refusals.map(({ code }) => code)).toEqual(['STATE_NOT_ALLOWED']);
    else expect(moved).toEqual({ ok: true, value: to });
  });

  it('covers 11 moves and 10 states', () => {
    expect(matrix).toHaveLength(110);
  });

  it('says what is refused in a sentence', () => {
    const moved = moveOptIn('PAUSED', 'SUBMIT');
    expect(moved.ok ? '' : moved.refusals[0]?.message).toBe(
      'This opt-in is paused, so you cannot submit it.',
    );
  });
});
