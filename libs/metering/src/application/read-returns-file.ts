import { parse } from 'csv-parse/sync';
import { err, exact, ok, refuse, type Refusal, type Result } from '#libs/kernel';
import { readQuantity } from '../domain/parse-event.js';
import type { Figures } from '../domain/usage-return.js';
import type { MonthOfReturn } from './read-returns.js';

const COLUMNS = ['call-off', 'meter', 'quantity'] as const;
type Column = (typeof COLUMNS)[number];
const MOST_ROWS = 2_000;

interface CsvRecord {
  readonly info: { readonly lines: number };
  readonly record: Readonly<Record<Column, string>>;
}

/** The figures that a file has for one call-off. */
export interface FiguresOfFile {
  readonly of: MonthOfReturn;
  readonly figures: Figures;
}

/**
 * Reads the returns of a month: CSV with the columns call-off (its reference), meter (its code) and quantity, in any
 * order, a row for every meter of each call-off that is in it. Refuses with CSV_FORMAT what is not such a table, and
 * with IMPORT_REJECTED each faulty row, by its line; then nothing is filed.
 */
export const readReturnsFile = (
  content: string,
  due: readonly MonthOfReturn[],
): Result<readonly FiguresOfFile[]> => {
  const records = recordsOf(content);
  if (!records.ok) return records;
  const faults: Refusal[] = [];
  const files = new Map<MonthOfReturn, { line: number; figures: Map<string, ReturnType<typeof exact>> }>();
  for (const { info, record } of records.value) {
    const row = readRow(info.lines, record, due);
    if (!row.ok) {
      faults.push(...row.refusals);
      continue;
    }
    const { of, meterId, quantity } = row.value;
    const file = files.get(of) ?? { line: info.lines, figures: new Map() };
    if (file.figures.has(meterId))
      faults.push(faultAt(info.lines, 'meter', `"${short(record.meter)}" of this call-off is there twice.`));
    file.figures.set(meterId, exact(quantity));
    files.set(of, file);
  }
  // What a faulty row left out is no second fault.
  if (faults.length === 0) for (const [of, file] of files) faults.push(...wholeFaults(of, file));
  if (faults.length > 0) return err(faults);
  return ok([...files].map(([of, { figures }]) => ({ of, figures })));
};

const recordsOf = (content: string): Result<readonly CsvRecord[]> => {
  if (content.includes('\ufffd') || content.includes('\u0000'))
    return unreadable('save it as CSV UTF-8 and try again.');
  try {
    let names: readonly string[] = [];
    const rows = parse(content, {
      bom: true,
      columns: (header: string[]) => (names = header.map((name) => name.trim().toLowerCase())),
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly CsvRecord[];
    if (COLUMNS.some((column) => names.filter((name) => name === column).length !== 1))
      return unreadable('the first row must name the columns call-off, meter and quantity, once each.');
    if (rows.length === 0) return unreadable('it has no rows under the header.');
    if (rows.length > MOST_ROWS) return unreadable('it has more than 2,000 rows. Split it.');
    return ok(rows);
  } catch (error) {
    const line = (error as { lines?: unknown }).lines;
    const where = typeof line === 'number' ? `line ${line} ` : 'a line ';
    return unreadable(`${where}has an unclosed quote or another number of columns than the first row.`);
  }
};

const unreadable = (why: string): Result<never> => err(refuse('CSV_FORMAT', { why }, ['content']));

const faultAt = (line: number, column: Column, why: string): Refusal =>
  refuse('IMPORT_REJECTED', { row: String(line), column, why }, ['content']);

/** Everything that is wrong with a row, or what it says. */
const readRow = (
  line: number,
  record: CsvRecord['record'],
  due: readonly MonthOfReturn[],
): Result<{ readonly of: MonthOfReturn; readonly meterId: string; readonly quantity: string }> => {
  const name = record['call-off'];
  const of = due.find(({ callOff: { reference } }) => [reference, withoutRevision(reference)].includes(name));
  const meter = of?.meters.find(({ code }) => code === record.meter);
  const quantity = readQuantity(record.quantity);
  const faults = [
    ...(of
      ? []
      : [faultAt(line, 'call-off', `"${short(name)}" is no call-off that needs a return for this month.`)]),
    ...(of?.closed
      ? [faultAt(line, 'call-off', 'its month is closed. Submit a correction on its own page.')]
      : []),
    ...(of && !of.closed && of.versions.length > 0
      ? [faultAt(line, 'call-off', 'its return was filed already. Replace it on its own page.')]
      : []),
    ...(of && !meter
      ? [
          faultAt(
            line,
            'meter',
            `"${short(record.meter)}" is no meter of this call-off that is fed by returns.`,
          ),
        ]
      : []),
    ...(typeof quantity === 'string'
      ? []
      : [
          faultAt(
            line,
            'quantity',
            `"${short(record.quantity)}" is not a number that is 0 or more, like 12.5.`,
          ),
        ]),
  ];
  if (!of || !meter || typeof quantity !== 'string' || faults.length > 0) return err(faults);
  return ok({ of, meterId: meter.id, quantity });
};

/** A call-off is in the file with all its figures, and at least one of them is not 0. */
const wholeFaults = (
  { meters, callOff }: MonthOfReturn,
  { line, figures }: { readonly line: number; readonly figures: Figures },
): readonly Refusal[] => {
  const missing = meters.filter(({ id }) => !figures.has(id)).map(({ code }) => code);
  if (missing.length > 0)
    return [faultAt(line, 'meter', `${callOff.reference} lacks a row for ${missing.join(', ')}.`)];
  return [...figures.values()].every((figure) => figure.isZero())
    ? [
        faultAt(
          line,
          'quantity',
          `every figure of ${callOff.reference} is 0. File a nil return on its own page.`,
        ),
      ]
    : [];
};

/** Whoever keeps a file need not follow the revisions of call-offs. */
const withoutRevision = (reference: string): string => reference.replace(/-[0-9]{2}$/, '');

const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);
