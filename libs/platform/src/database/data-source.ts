import pg from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { ConfigError, type Config } from '../config/config.js';
import { assertDurable } from './assert-durable.js';
import { assertSafeRole } from './assert-safe-role.js';
import { SnakeNaming } from './naming.js';
import { sqlState } from './sql-error.js';

export type EntityClass = EntityTarget<ObjectLiteral>;

/** How long a statement waits for another transaction's lock, unless it says otherwise. */
export const LOCK_TIMEOUT_MS = 10_000;

const DATE_OID = 1082;
// A date is a date: never an instant in whatever zone the process runs in.
pg.types.setTypeParser(DATE_OID, (text) => text);

export const createDataSource = (config: Config, entities: readonly EntityClass[]): DataSource =>
  new DataSource({
    type: 'postgres',
    url: config.appDatabaseUrl,
    entities: [...entities] as never[],
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    migrationsRun: false,
    applicationName: 'accede',
    poolSize: config.databasePool,
    connectTimeoutMS: 10_000,
    extra: {
      statement_timeout: 30_000,
      lock_timeout: LOCK_TIMEOUT_MS,
      idle_in_transaction_session_timeout: 60_000,
      // For a server that has gone without a word: longer than the server's own limit on a statement.
      query_timeout: 40_000,
      keepAlive: true,
    },
  });

/**
 * Connects as the service's login. Throws ConfigError or UnsafeRoleError, one line each, when the database does not
 * let the service in, would see through the wall between tenants, or (in production) would forget what it promised.
 */
export const openDataSource = async (
  config: Config,
  entities: readonly EntityClass[],
): Promise<DataSource> => {
  const source = createDataSource(config, entities);
  await source.initialize().catch((error: unknown) => {
    throw new ConfigError(
      `Accede cannot start: the database of APP_DATABASE_URL does not let it in (${reasonOf(error)}).`,
      { cause: error },
    );
  });
  hearOfCuts(source);
  try {
    await assertSafeRole(source);
    if (config.production) await assertDurable(source);
  } catch (error) {
    await source.destroy();
    throw error;
  }
  return source;
};

/**
 * A server that stops may cut a connection in the very moment in which it is handed out, when neither the pool nor who asked
 * for it listens. Unheard, that ends the whole process; heard, it shows in the statement that comes next.
 */
const hearOfCuts = (source: DataSource): void => {
  const pool = (source.driver as PostgresDriver).master as pg.Pool;
  pool.on('connect', (client) => client.on('error', () => undefined));
};

/** The error's code or first line; PostgreSQL's and Node's both leave the password out. */
const reasonOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message.split('\n')[0] : '';
  return message || sqlState(error) || 'no answer';
};
