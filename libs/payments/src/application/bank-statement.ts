import { parse } from 'csv-parse/sync';
import {
  err,
  ok,
  parseLocalDate,
  parsePence,
  refuse,
  type LocalDate,
  type Refusal,
  type Result,
} from '#libs/kernel';
import { receiptFaults, type NewReceipt } from '../domain/receipt.js';

const COLUMNS = ['date', 'amount', 'payer', 'reference'] as const;
type Column = (typeof COLUMNS)[number];
const MOST_ROWS = 5_000;

interface CsvRecord {
  readonly info: { readonly lines: number };
  readonly record: Readonly<Record<Column, string>>;
}

/**
 * Reads a bank statement: CSV with the columns date (2026-04-03), amount (1234.50), payer and reference, in any
 * order. Every faulty row is named, and then nothing is taken. Refuses with CSV_FORMAT for a file that is not such
 * a table, and IMPORT_REJECTED for each faulty cell.
 */
export const readBankStatement = (content: string, today: LocalDate): Result<readonly NewReceipt[]> => {
  if (content.includes('\ufffd') || content.includes('\u0000'))
    return unreadable('save it as CSV UTF-8 and try again.');
  const header = headerFault(content);
  if (header !== null) return unreadable(header);
  const records = recordsOf(content);
  if (!records.ok) return records;
  if (records.value.length === 0) return unreadable('it has no rows under the header.');
  if (records.value.length > MOST_ROWS)
    return unreadable(`it has more than ${MOST_ROWS.toLocaleString('en-GB')} rows. Split it.`);
  const read = records.value.map(({ info, record }) => readRow(info.lines, record, today));
  const faults = read.flatMap((row) => (row.ok ? [] : row.refusals));
  return faults.length > 0 ? err(faults) : ok(read.flatMap((row) => (row.ok ? [row.value] : [])));
};

const unreadable = (why: string): Result<never> => err(refuse('CSV_FORMAT', { why }, ['content']));

const headerFault = (content: string): string | null => {
  const first = content.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? '';
  if (first.trim() === '') return 'it is empty.';
  if (!first.includes(',') && first.includes(';')) return 'separate the columns with commas, not semicolons.';
  const names = first.split(',').map((name) => name.trim().replace(/^"|"$/g, '').toLowerCase());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0)
    return `the first row must name the columns date, amount, payer and reference. Missing: ${missing.join(', ')}.`;
  const doubled = COLUMNS.find((column) => names.filter((name) => name === column).length > 1);
  return doubled === undefined ? null : `the column ${doubled} is there twice.`;
};

const recordsOf = (content: string): Result<readonly CsvRecord[]> => {
  try {
    const rows = parse(content, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly CsvRecord[];
    return ok(rows);
  } catch (error) {
    const line = (error as { lines?: unknown }).lines;
    return unreadable(
      `${typeof line === 'number' ? `line ${line} ` : 'a line '}has an unclosed quote or another number of columns than the first row.`,
    );
  }
};

/** A cell's column by the field of a receipt that it becomes. */
const columnOf: Readonly<Record<string, Column>> = {
  receivedOn: 'date',
  amount: 'amount',
  payer: 'payer',
  reference: 'reference',
};

const readRow = (
  line: number,
  record: Readonly<Record<Column, string>>,
  today: LocalDate,
): Result<NewReceipt> => {
  const amount = parsePence(record.amount);
  const receivedOn = parseLocalDate(record.date);
  const fault = (column: Column, why: string): Refusal =>
    refuse('IMPORT_REJECTED', { row: String(line), column, why }, ['content']);
  const faults = [
    ...(receivedOn === null ? [fault('date', `"${short(record.date)}" is not a date like 2026-04-03.`)] : []),
    ...(amount === null ? [fault('amount', `"${short(record.amount)}" is not an amount like 1234.50.`)] : []),
  ];
  const { payer, reference } = record;
  // What cannot be read is faulty already: a stand-in lets the row's other cells be checked all the same.
  const rest = { amount: amount ?? 1n, receivedOn: receivedOn ?? today, payer, reference };
  const more = receiptFaults(rest, today).map(({ path, message }) =>
    fault(columnOf[path[0] ?? ''] ?? 'reference', message),
  );
  if (amount === null || receivedOn === null || more.length > 0) return err([...faults, ...more]);
  return ok({ amount, receivedOn, payer, reference });
};

const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);
