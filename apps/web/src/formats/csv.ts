/** A cell: text from people is kept from being read as a formula, a number is left as it is. */
export type CsvCell = string | { readonly number: string };

/** CSV as RFC 4180 has it. A text that a spreadsheet could take for a formula gets an apostrophe before it. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((cells) => `${cells.map((cell) => quoted(textOf(cell))).join(',')}\r\n`).join('');

const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;

const textOf = (cell: CsvCell): string => {
  if (typeof cell === 'string') return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  if (!NUMBER.test(cell.number)) throw new RangeError('a number cell that is not a number');
  return cell.number;
};

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
