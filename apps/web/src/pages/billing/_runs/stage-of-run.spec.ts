import { describe, expect, it } from '@jest/globals';
import { stageOfRun } from './stage-of-run.js';

const run = (approved: number, issued: number, draftsSha256: string | null = null) => ({
  state: 'PREPARED',
  draftsSha256,
  totals: { approved, issued },
});

describe('the stage of a run', () => {
  it.each([
    [{ ...run(0, 0, 'ab'), state: 'PREPARING' }, 0, 'PREPARING'],
    [{ ...run(0, 0, 'ab'), state: 'STOPPED' }, 0, 'STOPPED'],
    [run(2, 1, 'ab'), 0, 'TO_APPROVE'],
    [run(2, 1), 0, 'TO_ISSUE'],
    [run(0, 1), 1, 'TO_ISSUE'],
    [run(0, 3), 0, 'ISSUED'],
    [run(0, 0), 0, 'EMPTY'],
  ])('%j with %d approved credit notes', (of, notes, stage) => {
    expect(stageOfRun(of, notes)).toBe(stage);
  });
});
