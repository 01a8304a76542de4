import { describe, expect, it } from '@jest/globals';
import { TypedValues } from './typed-values.js';

const words = { missing: 'Enter it.', unreadable: 'Write it properly.' };
const ofDate = (day: string, month: string, year: string) => ({
  'on-day': day,
  'on-month': month,
  'on-year': year,
});

describe('a date that was typed', () => {
  it('is read from its boxes', () => {
    expect(new TypedValues(ofDate('7', '2', '2026')).date('on', words)).toBe('2026-02-07');
  });

  it.each([
    ['30', '2', '2026'],
    ['', '2', '2026'],
    ['x', 'y', 'z'],
    ['1', '1', '26'],
  ])('of %s/%s/%s is none, which is said at its field', (...boxes) => {
    const typed = new TypedValues(ofDate(...boxes));
    expect(typed.date('on', words)).toBeNull();
    expect(typed.errorsWith([]).list).toEqual([{ text: 'Write it properly.', href: '#f-on' }]);
  });

  it('may be left out where nothing is said of that', () => {
    const typed = new TypedValues({});
    expect(typed.date('on', { unreadable: 'no' })).toBeNull();
    expect(typed.any).toBe(false);
    expect(typed.date('on', words)).toBeNull();
    expect(typed.errorsWith([]).at('on')).toBe('Enter it.');
  });
});

describe('a decimal that was typed', () => {
  it.each([
    ['1204', '1204'],
    [' £1,204.50 ', '1204.50'],
    ['-3', '-3'],
    ['.5', '0.5'],
  ])('%j reads %s', (text, value) => {
    expect(new TypedValues({ value: text }).decimal('value', words)).toBe(value);
  });

  it.each(['twelve', '1.2.3', '1e5', '1,5'])('%j is none', (text) => {
    const typed = new TypedValues({ value: text });
    expect([typed.decimal('value', words), typed.any]).toEqual([null, true]);
  });
});

describe('what the API says', () => {
  it('stands beside what could not be read, and not for what was sent in its place', () => {
    const typed = new TypedValues({ value: 'x' });
    typed.decimal('value', words);
    const errors = typed.errorsWith([
      { message: 'Quantity must be 0 or more.', path: ['input', 'value'] },
      { message: 'Enter a label.', path: ['input', 'label'] },
    ]);
    expect(errors.list.map(({ text }) => text)).toEqual(['Enter a label.', 'Write it properly.']);
  });

  it('of the field that stood in for another is not shown, unless all could be read', () => {
    const said = [{ message: 'The value must be 0.01 or more.', path: ['input', 'value'] }];
    const typed = new TypedValues(ofDate('31', '2', '2026'));
    typed.date('on', words);
    expect(typed.errorsWith(said, { standIn: 'value' }).list).toEqual([
      { text: 'Write it properly.', href: '#f-on' },
    ]);
    expect(new TypedValues({}).errorsWith(said, { standIn: 'value' }).any).toBe(true);
  });
});
