import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { EntityClass } from './data-source.js';
import type { Tx } from './tx.js';

/**
 * Inserts rows of one table by one statement, with one parameter however many they are: for what is written by the
 * hundred. All of them have the same columns; those that the first leaves out get their default.
 */
export const insertRows = async (
  tx: Tx,
  entity: EntityClass,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> => {
  const [first] = rows;
  if (!first) return;
  const { tableName, columns } = tx.manager.connection.getMetadata(entity);
  const given = columns.filter(({ propertyName }) => propertyName in first);
  const unknown = Object.keys(first).find((name) => !given.some(({ propertyName }) => propertyName === name));
  if (unknown !== undefined) throw new Error(`${tableName} has no column for ${unknown}`);
  const names = given.map(({ databaseName }) => databaseName).join(', ');
  const types = given.map(({ databaseName, type }) => `${databaseName} ${String(type)}`).join(', ');
  await tx.manager.query(
    `insert into ${tableName} (${names}) select ${names} from jsonb_to_recordset($1::jsonb) as given (${types})`,
    [JSON.stringify(rows.map((row) => plainRow(given, row)))],
  );
};

const plainRow = (
  columns: readonly ColumnMetadata[],
  row: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(columns.map((column) => [column.databaseName, plainValue(row[column.propertyName])]));

/** As PostgreSQL reads it from JSON. */
const plainValue = (value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  return value;
};
