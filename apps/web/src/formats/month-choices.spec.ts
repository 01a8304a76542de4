import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/kernel';
import { monthChoices } from './month-choices.js';

describe('months to choose from', () => {
  it('go back from the newest, also over the end of a year', () => {
    expect(monthChoices(localDate('2026-01-31'), 3)).toEqual([
      { value: '2026-01', text: 'January 2026' },
      { value: '2025-12', text: 'December 2025' },
      { value: '2025-11', text: 'November 2025' },
    ]);
  });
});
