/** A cell: text from people is kept from being read as a formula, a number is left as it is. */
export type CsvCell = { readonly text: string } | { readonly number: string };
export type CsvRow = Readonly<Record<string, CsvCell>>;

const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;

/**
 * CSV as RFC 4180 has it, with a header of the first row's names. A text that a spreadsheet could take for a formula
 * (it begins with = + - @, a tab or a return) gets an apostrophe before it.
 */
export const csvOf = (rows: readonly CsvRow[]): string => {
  const names = Object.keys(rows[0] ?? {});
  const lines = [names, ...rows.map((row) => names.map((name) => cellText(row[name] ?? { text: '' })))];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
};

const cellText = (cell: CsvCell): string => {
  if ('number' in cell) {
    if (!NUMBER.test(cell.number)) throw new RangeError('a number cell that is not a number');
    return cell.number;
  }
  return /^[=+\-@\t\r]/.test(cell.text) ? `'${cell.text}` : cell.text;
};

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
