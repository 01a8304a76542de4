import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/kernel';
import { monthShown } from './months.js';

const today = localDate('2026-11-26');
const from = localDate('2026-09-15');

describe('the month that a page shows', () => {
  it('is the one that was asked for', () => {
    expect(monthShown('2026-10', { today, from })).toEqual({
      start: '2026-10-01',
      end: '2026-11-01',
      label: '2026-10',
      previous: '2026-09',
      next: '2026-11',
    });
  });

  it.each([undefined, 'soon', '2026-13', ['2026-10', '2026-09'], ''])('is this month for %j', (asked) => {
    expect(monthShown(asked, { today }).label).toBe('2026-11');
  });

  it('has none before the first and none after this one', () => {
    expect(monthShown('2026-09', { today, from }).previous).toBeNull();
    expect(monthShown('2026-10', { today, from }).previous).toBe('2026-09');
    expect(monthShown('2026-11', { today, from: null }).previous).toBeNull();
    expect(monthShown('2026-11', { today, from }).next).toBeNull();
    expect(monthShown('2027-01', { today }).next).toBeNull();
    expect(monthShown('2026-12', { today: localDate('2026-12-31') }).next).toBeNull();
  });
});
