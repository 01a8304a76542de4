import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/kernel';
import { monthChoices } from './month-choices.js';

describe('months to choose from', () => {
  it('go back from the newest, also over the end of a year', () => {
    expect(monthChoices(localDate('2026-01-31'), { atMost: 3, from: '2024-04-01' })).toEqual([
      { value: '2026-01', text: 'January 2026' },
      { value: '2025-12', text: 'December 2025' },
      { value: '2025-11', text: 'November 2025' },
    ]);
  });

  it('begin with the month of the first day', () => {
    const from = (day: string | null) =>
      monthChoices(localDate('2026-01-31'), { atMost: 12, from: day }).map(({ value }) => value);
    expect(from('2025-12-01')).toEqual(['2026-01', '2025-12']);
    expect(from('2025-11-30')).toEqual(['2026-01', '2025-12', '2025-11']);
    expect(from('2026-03-01')).toEqual(['2026-01']);
    expect(from(null)).toEqual(['2026-01']);
  });
});
