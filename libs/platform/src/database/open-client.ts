import pg from 'pg';
import { ConfigError } from '../config/config.js';

/** Whatever a driver says, by its code, in words; PostgreSQL's own sentences are good as they are. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ETIMEDOUT: 'no answer came in time',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no way to that host',
};

/** The address of a setting, checked. Throws ConfigError, one line that repeats nothing of it. */
export const readDatabaseUrl = (setting: string, address: string): URL => {
  const login = setting === 'APP_DATABASE_URL' ? 'accede_app' : 'accede_owner';
  if (URL.canParse(address)) {
    const url = new URL(address);
    if (/^postgres(ql)?:$/.test(url.protocol) && decodes(url)) return url;
  }
  throw new ConfigError(
    `${setting} must be a PostgreSQL address, like postgresql://${login}@localhost:5432/accede.`,
  );
};

const decodes = ({ username, password, pathname }: URL): boolean => {
  try {
    decodeURIComponent(`${username}${password}${pathname}`);
    return true;
  } catch {
    return false;
  }
};

/**
 * One connection to the database of a setting. Throws ConfigError, one line that names the setting, the place and what
 * is wrong there, and holds no password.
 */
export const openClient = async (
  setting: string,
  address: string,
  options: Omit<pg.ClientConfig, 'connectionString'> = {},
): Promise<pg.Client> => {
  const url = readDatabaseUrl(setting, address);
  try {
    const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...options, connectionString: address });
    // What is lost shows in the statement that waits for it.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (error) {
    throw new ConfigError(`${setting}: no connection to ${placeOf(url)} (${reasonOf(error, url)}).`, {
      cause: error,
    });
  }
};

const placeOf = ({ username, host, pathname, searchParams }: URL): string => {
  const login = username === '' ? '' : ` as ${decodeURIComponent(username)}`;
  const database = decodeURIComponent(pathname.slice(1));
  const at = host || searchParams.get('host') || 'this machine';
  return `${database === '' ? 'the database' : `database ${JSON.stringify(database)}`} at ${at}${login}`;
};

const reasonOf = (error: unknown, { password }: URL): string => {
  const { code, message } = error as { code?: unknown; message?: string };
  const known = typeof code === 'string' ? REASONS[code] : undefined;
  if (known) return known;
  const first = message?.split('\n')[0] || (typeof code === 'string' && code) || 'no answer';
  if (/password must be a(n empty)? string/.test(first)) return 'it asks for a password, and none is given';
  if (first === 'timeout expired') return 'no answer came in time';
  return password === ''
    ? first
    : first.replaceAll(password, '…').replaceAll(decodeURIComponent(password), '…');
};
