import { secondsToGo } from './run-progress.js';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 4, 1, 9, 0, seconds));
const toGo = (settled: number, waiting: number, after = 30): number | null =>
  secondsToGo({ begunAt: at(0), now: at(after), settled, waiting });

describe('how long a run still takes', () => {
  it.each([
    [10, 20, 60],
    [10, 1, 3],
    [7, 1, 5],
    [10, 0, 0],
    [0, 0, 0],
  ])('with %i members settled in 30 seconds and %i waiting is %i seconds', (settled, waiting, seconds) => {
    expect(toGo(settled, waiting)).toBe(seconds);
  });

  it('cannot be said before one is settled', () => {
    expect(toGo(0, 5)).toBeNull();
  });

  it('is never less than nothing, whatever the clock', () => {
    expect(toGo(1, 5, -10)).toBe(0);
  });
});
