import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/kernel';
import { readBankStatement } from './bank-statement.js';

const HEADER = 'date,amount,payer,reference';
const today = localDate('2026-06-10');
const read = (content: string) => readBankStatement(content, today);
const rowsOf = (content: string) => {
  const result = read(content);
  if (!result.ok) throw new Error(result.refusals.map(({ message }) => message).join(' '));
  return result.value;
};
/** Code and message of each refusal; nothing is taken. */
const refusalsOf = (content: string) => {
  const result = read(content);
  return result.ok ? [] : result.refusals.map(({ code, message }) => `${code}: ${message}`);
};
const statement = (...rows: readonly string[]) => [HEADER, ...rows].join('\n');
const row = ({ date = '2026-06-01', amount = '12.50', payer = 'ASHBECK BC', reference = 'x' } = {}) =>
  [date, amount, payer, reference].join(',');

describe('a bank statement', () => {
  it('is read to the penny, its columns in any order, with or without a byte-order mark', () => {
    const expected = [
      { amount: 123450n, receivedOn: '2026-04-03', payer: 'ASHBECK BC', reference: 'NCC-2026-00041' },
      { amount: 10n, receivedOn: '2026-06-10', payer: 'Cyngor Tŷ Ŵyl', reference: '' },
    ];
    const lines = [HEADER, '2026-04-03,1234.50,ASHBECK BC,NCC-2026-00041', '2026-06-10,0.1,Cyngor Tŷ Ŵyl,'];
    expect(rowsOf(lines.join('\n'))).toEqual(expected);
    expect(rowsOf(`\ufeff${lines.join('\r\n')}\r\n`)).toEqual(expected);
    expect(rowsOf(`${lines.join('\n')}\n\n`)).toEqual(expected);
    const otherwise =
      'Reference, "Payer" ,AMOUNT,Date,balance\nNCC-2026-00041,ASHBECK BC,1234.50,2026-04-03,7';
    expect(rowsOf(otherwise)).toEqual(expected.slice(0, 1));
  });

  it('may quote a cell with commas, quotes and line ends', () => {
    expect(
      rowsOf(statement('2026-06-01,1,"Smith, ""J"" & Sons","a\nb"')).map(({ payer, reference }) => [
        payer,
        reference,
      ]),
    ).toEqual([['Smith, "J" & Sons', 'a\nb']]);
  });

  it.each(['=1+1', '+44', '-5', '@SUM(A1)', '=cmd|calc', '00123', '007', '1e5'])(
    'takes %s in a text column as the text that it is',
    (text) => {
      const [taken] = rowsOf(statement(row({ payer: text, reference: text })));
      expect([taken?.payer, taken?.reference]).toEqual([text, text]);
    },
  );
});

describe('a file that is no statement', () => {
  const COLUMNS = 'the first row must name the columns date, amount, payer and reference. Missing:';
  const broken = (line: number) =>
    `line ${line} has an unclosed quote or another number of columns than the first row.`;

  it.each([
    ['is empty', '', 'it is empty.'],
    ['has an empty first line', `\n${statement(row())}`, 'it is empty.'],
    [
      'has semicolons',
      'date;amount;payer;reference\n2026-06-01;1;a;b',
      'separate the columns with commas, not semicolons.',
    ],
    ['has no header', row(), `${COLUMNS} date, amount, payer, reference.`],
    [
      'has a header in Welsh',
      'dyddiad,swm,talwr,cyfeirnod\n2026-06-01,1,a,b',
      `${COLUMNS} date, amount, payer, reference.`,
    ],
    ['lacks a column', 'date,amount,payer\n2026-06-01,1,a', `${COLUMNS} reference.`],
    ['names a column twice', `${HEADER},Amount\n${row()},2`, 'the column amount is there twice.'],
    ['has no rows', HEADER, 'it has no rows under the header.'],
    ['has only empty rows', `${HEADER}\n\n\n`, 'it has no rows under the header.'],
    ['does not close a quote', statement(row(), '2026-06-01,1,"a,b', row()), broken(4)],
    ['has a cell too many', statement(row(), `${row()},more`), broken(3)],
    ['has a cell too few', statement('2026-06-01,1,a'), broken(2)],
    ['is UTF-16', statement(row()).split('').join('\u0000'), 'save it as CSV UTF-8 and try again.'],
    [
      'was written in another character set',
      statement(row({ payer: 'Caf\ufffd' })),
      'save it as CSV UTF-8 and try again.',
    ],
  ])('because it %s, is refused and told why', (_, content, why) => {
    expect(refusalsOf(content)).toEqual([`CSV_FORMAT: The file could not be read: ${why}`]);
  });

  it('may have 5,000 rows and not one more', () => {
    const most = Array.from({ length: 5_000 }, () => row());
    expect(rowsOf(statement(...most))).toHaveLength(5_000);
    expect(refusalsOf(statement(...most, row()))).toEqual([
      'CSV_FORMAT: The file could not be read: it has more than 5,000 rows. Split it.',
    ]);
  });
});

describe('a faulty row', () => {
  it.each([
    '"1,234.50"',
    '"1.234,50"',
    '"12,50"',
    '£5',
    '1e5',
    '1_000',
    '0x10',
    'NaN',
    '-',
    '',
    '12.345',
    '１２',
  ])('has the amount %s, which is never guessed', (amount) => {
    const shown = amount.replaceAll('"', '');
    expect(refusalsOf(statement(row({ amount })))).toEqual([
      `IMPORT_REJECTED: Row 2, amount: "${shown}" is not an amount like 1234.50.`,
    ]);
  });

  it.each(['0', '0.00'])('has the amount %s', (amount) => {
    expect(refusalsOf(statement(row({ amount })))).toEqual([
      'IMPORT_REJECTED: Row 2, amount: Enter an amount more than 0.',
    ]);
  });

  it.each(['03/04/2026', '03-04-2026', '2026-02-30', '2026-13-01', '26-04-03', '20260403', ''])(
    'has the date %s, which is never guessed',
    (date) => {
      expect(refusalsOf(statement(row({ date })))).toEqual([
        `IMPORT_REJECTED: Row 2, date: "${date}" is not a date like 2026-04-03.`,
      ]);
    },
  );

  it('has every faulty cell named, and so has every other faulty row: the file is taken whole or not at all', () => {
    const rows = Array.from({ length: 4_999 }, () => row());
    rows[55] = row({ amount: 'x' });
    rows[100] = row({ date: '2026-06-11' });
    rows[4_997] = row({ date: '1 May', amount: 'ten', payer: '', reference: 'y'.repeat(141) });
    rows.push(HEADER);
    expect(refusalsOf(statement(...rows))).toEqual([
      'IMPORT_REJECTED: Row 57, amount: "x" is not an amount like 1234.50.',
      'IMPORT_REJECTED: Row 102, date: The date of the receipt must be today or earlier.',
      'IMPORT_REJECTED: Row 4999, date: "1 May" is not a date like 2026-04-03.',
      'IMPORT_REJECTED: Row 4999, amount: "ten" is not an amount like 1234.50.',
      'IMPORT_REJECTED: Row 4999, payer: Enter who paid.',
      'IMPORT_REJECTED: Row 4999, reference: The reference must be 140 characters or fewer.',
      'IMPORT_REJECTED: Row 5001, date: "date" is not a date like 2026-04-03.',
      'IMPORT_REJECTED: Row 5001, amount: "amount" is not an amount like 1234.50.',
    ]);
  });

  it('is cited by the line of the file, and a long cell by its beginning', () => {
    expect(refusalsOf(`\ufeff${HEADER}\r\n\r\n${row({ amount: '9'.repeat(31) })}`)).toEqual([
      `IMPORT_REJECTED: Row 3, amount: "${'9'.repeat(30)}…" is not an amount like 1234.50.`,
    ]);
  });
});
