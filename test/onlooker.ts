import { createHash } from 'node:crypto';
import pg from 'pg';

/** Connections of the cluster's superuser, kept for as long as a test's database is there: a new one starts with cold caches. */
const pools = new Map<string, pg.Pool>();

const poolAt = (url: string): pg.Pool => {
  const kept = pools.get(url);
  if (kept) return kept;
  const pool = new pg.Pool({ connectionString: url, max: 4, allowExitOnIdle: true });
  // A database that is dropped, or a server that is stopped, cuts whoever looks on.
  pool.on('error', () => undefined);
  pools.set(url, pool);
  return pool;
};

/** Sees everything of a test's database: for looking and for planted faults, never for building data. */
export const lookOn = async <T extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<T[]> => (await poolAt(url).query<T>(text, [...values])).rows;

/** PostgreSQL cuts the name of a plan after 63 bytes, and would take two that begin alike for the same. */
const planName = (name: string): string =>
  name.length < 64 ? name : createHash('sha256').update(name).digest('base64');

/** The same of a text that is asked again and again: planned once. */
export const lookAgain = async <T extends pg.QueryResultRow>(
  url: string,
  name: string,
  text: string,
): Promise<T[]> => (await poolAt(url).query<T>({ name: planName(name), text })).rows;

/** Several looks at one moment: what is done meanwhile is in all of them or in none. */
export const atOneMoment = async <T>(
  url: string,
  look: (ask: <R extends pg.QueryResultRow>(name: string, text: string) => Promise<R[]>) => Promise<T>,
): Promise<T> => {
  const client = await poolAt(url).connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await look(async <R extends pg.QueryResultRow>(name: string, text: string) => {
      const { rows } = await client.query<R>({ name: planName(name), text });
      return rows;
    });
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
};

/** Before a database is dropped or copied. */
export const stopLooking = async (url: string): Promise<void> => {
  const pool = pools.get(url);
  pools.delete(url);
  await pool?.end();
};

const tablesBut = async (url: string, leftOut: readonly string[]): Promise<string[]> => {
  const rows = await lookAgain<{ name: string }>(
    url,
    'tables',
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  return rows.map(({ name }) => name).filter((name) => !leftOut.includes(name));
};

/** What a table holds, whatever the order of its rows: how many, and the sum of their digests. */
export const CONTENTS = `count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)`;

/** A digest of every row of every table but the plumbing and who looked, to show that a refused action changed nothing. */
export const fingerprintOf = async (url: string): Promise<string> => {
  const plumbing = ['session', 'sign_in_code', 'job', 'usage_key', 'lead_view'];
  const parts = (await tablesBut(url, plumbing)).map(
    (name) => `select '${name}' as name, ${CONTENTS} as contents from "${name}" t`,
  );
  return JSON.stringify(await lookAgain(url, 'fingerprint', parts.join(' union all ')));
};

/** Rows by table. A month is closed once, by the first bill of it that is issued. */
export const rowCountsOf = async (url: string): Promise<Record<string, number>> => {
  const parts = (await tablesBut(url, ['session', 'sign_in_code', 'job', 'usage_closed_month'])).map(
    (name) => `select '${name}' as name, count(*)::int as rows from "${name}"`,
  );
  const rows = await lookAgain<{ name: string; rows: number }>(url, 'row counts', parts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
};
