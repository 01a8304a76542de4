import type { DataSource } from 'typeorm';
import { ConfigError } from '../config/config.js';

const NEEDED = ['fsync', 'full_page_writes', 'synchronous_commit'];

/** Refuses a server that may forget work that it has acknowledged. */
export const assertDurable = async (dataSource: DataSource): Promise<void> => {
  const rows = await dataSource.query<{ name: string }[]>(
    `select name from pg_settings where name = any ($1) and setting = 'off' order by name`,
    [NEEDED],
  );
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name).join(' and ');
  throw new ConfigError(
    `Accede cannot start: the database server has ${names} off and would lose acknowledged work in a crash.`,
  );
};
