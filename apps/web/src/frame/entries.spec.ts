import { describe, expect, it } from '@jest/globals';
import { Entries } from './entries.js';

const names = {
  title: 'the name',
  ends: 'the end date',
  ceiling: 'the ceiling',
  days: 'the days',
  law: 'the law',
};

describe('what was typed in a form', () => {
  it('is read as the API takes it', () => {
    const entries = new Entries(
      {
        title: '  Northmere  ',
        'ends-day': '1',
        'ends-month': '9',
        'ends-year': '2026',
        ceiling: '£47,000,000.50',
        days: ' 90 ',
        law: 'PA2023',
        points: 'One\r\n\r\n  Two  \n',
        none: '  ',
      },
      names,
    );
    expect(entries.text('title')).toBe('Northmere');
    expect(entries.date('ends')).toBe('2026-09-01');
    expect(entries.decimal('ceiling')).toBe('47000000.50');
    expect(entries.optionalWhole('days')).toBe(90);
    expect(entries.choice('law', ['PA2023', 'PCR2015'])).toBe('PA2023');
    expect(entries.lines('points')).toEqual(['One', 'Two']);
    expect(entries.optionalText('none')).toBeNull();
    expect(entries.optionalDecimal('none')).toBeNull();
    expect(entries.optionalWhole('none')).toBeNull();
    expect(entries.wrongs.any).toBe(false);
  });

  it('is wrong all at once, each field by its name and once', () => {
    const entries = new Entries(
      {
        'ends-day': '31',
        'ends-month': '2',
        'ends-year': '2026',
        ceiling: '1,5',
        days: '1.5',
        law: 'none',
      },
      names,
    );
    entries.text('title');
    entries.text('title');
    entries.date('ends');
    entries.decimal('ceiling');
    entries.optionalWhole('days');
    entries.choice('law', ['PA2023']);
    expect(entries.wrongs.list.map(({ text }) => text)).toEqual([
      'Enter the name.',
      'The end date must be a real date, like 27 9 2026.',
      'The ceiling must be a number, like 1250 or 12.34.',
      'The days must be a whole number, like 90.',
      'Select the law.',
    ]);
  });

  it('is missing when nothing was typed', () => {
    const entries = new Entries({}, names);
    entries.date('ends');
    entries.decimal('ceiling');
    expect(entries.wrongs.list.map(({ text }) => text)).toEqual([
      'Enter the end date.',
      'Enter the ceiling.',
    ]);
  });
});
