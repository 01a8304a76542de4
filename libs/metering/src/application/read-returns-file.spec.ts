import { describe, expect, it } from '@jest/globals';
import { readReturnsFile } from './read-returns-file.js';
import type { MonthOfReturn } from './read-returns.js';

const VISITS = { id: 'm-visits', code: 'desk-visits', title: 'Desk visits' };
const CALLS = { id: 'm-calls', code: 'calls', title: 'Calls' };
const due = (reference: string, more: Partial<MonthOfReturn> = {}): MonthOfReturn =>
  ({
    callOff: { reference },
    meters: [VISITS, CALLS],
    versions: [],
    closed: false,
    ...more,
  }) as unknown as MonthOfReturn;
const DUE = [
  due('CO-000001-01'),
  due('CO-000002-03', { meters: [VISITS] }),
  due('CO-000003-01', { versions: [{}] as never }),
  due('CO-000004-01', { closed: true }),
];
const read = (...rows: string[]): string[] => {
  const result = readReturnsFile(['call-off,meter,quantity', ...rows].join('\n'), DUE);
  if (!result.ok) return result.refusals.map(({ message }) => message);
  return result.value.map(
    ({ of, figures }) =>
      `${of.callOff.reference} ${[...figures].map(([id, figure]) => `${id}=${figure.toDecimalString()}`).join(' ')}`,
  );
};
const whole = (content: string): string[] => {
  const result = readReturnsFile(content, DUE);
  return result.ok ? [] : result.refusals.map(({ code, message }) => `${code} ${message}`);
};

describe('a file of returns', () => {
  it('has the figures of each call-off, named with or without its revision', () => {
    expect(read('CO-000001,calls,7', 'CO-000002-03,desk-visits,0.50', 'CO-000001-01,desk-visits,0')).toEqual([
      'CO-000001-01 m-calls=7 m-visits=0',
      'CO-000002-03 m-visits=0.5',
    ]);
  });

  it('names every faulty cell by its line, and takes nothing', () => {
    expect(
      read(
        'CO-000001,calls,-7',
        'CO-000009,calls,7',
        '',
        'CO-000002,calls,x',
        'CO-000003,calls,7',
        'CO-000004,calls,7',
        'CO-000001,desk-visits,5',
        'CO-000001,desk-visits,6',
      ),
    ).toEqual([
      'Row 2, quantity: "-7" is not a number that is 0 or more, like 12.5.',
      'Row 3, call-off: "CO-000009" is no call-off that needs a return for this month.',
      'Row 5, meter: "calls" is no meter of this call-off that is fed by returns.',
      'Row 5, quantity: "x" is not a number that is 0 or more, like 12.5.',
      'Row 6, call-off: its return was filed already. Replace it on its own page.',
      'Row 7, call-off: its month is closed. Submit a correction on its own page.',
      'Row 9, meter: "desk-visits" of this call-off is there twice.',
    ]);
  });

  it('has every meter of a call-off, and not 0 for all of them', () => {
    expect(read('CO-000001,calls,7', 'CO-000002,desk-visits,0')).toEqual([
      'Row 2, meter: CO-000001-01 lacks a row for desk-visits.',
      'Row 3, quantity: every figure of CO-000002-03 is 0. File a nil return on its own page.',
    ]);
  });

  it('is a table with these columns', () => {
    const columns =
      'CSV_FORMAT The file could not be read: the first row must name the columns call-off, meter and quantity, once each.';
    expect(whole('call-off,meter\nCO-000001,calls')).toEqual([columns]);
    expect(whole('call-off,meter,meter,quantity\nCO-000001,calls,calls,1')).toEqual([columns]);
    expect(whole('Call-off, Meter ,quantity')).toEqual([
      'CSV_FORMAT The file could not be read: it has no rows under the header.',
    ]);
    expect(whole('call-off,meter,quantity\nCO-000001,calls')).toEqual([
      'CSV_FORMAT The file could not be read: line 2 has an unclosed quote or another number of columns than the first row.',
    ]);
    expect(whole('call-off,meter,quantity\nCO-\ufffd,calls,1')).toEqual([
      'CSV_FORMAT The file could not be read: save it as CSV UTF-8 and try again.',
    ]);
    const many = `call-off,meter,quantity\n${'CO-000009,calls,1\n'.repeat(2001)}`;
    expect(whole(many)).toEqual([
      'CSV_FORMAT The file could not be read: it has more than 2,000 rows. Split it.',
    ]);
  });
});
