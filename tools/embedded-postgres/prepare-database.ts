import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { databaseUrl } from './database-url.js';

const OWNER = 'accede_owner';
const APP = 'accede_app';
/** Holds the grants of the running service; the migrations give them to it, and it to the service's login. */
const SERVICE = 'accede_service';

/** Any number will do, as long as nobody else uses it: roles belong to the whole server and are made one at a time. */
const PREPARING = 7_140_332;

export interface PreparedDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

async function prepareRole(client: Client, role: string, rights: string, password?: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  const secret = password === undefined ? '' : ` password ${escapeLiteral(password)}`;
  await client.query(`${verb} role ${role} nosuperuser nobypassrls ${rights}${secret}`);
}

/** The owner may hand out the service's grants without having them. Before 16 only CREATEROLE allows that. */
async function prepareRoles(client: Client, major: number, password?: string): Promise<void> {
  const handsOut = major >= 16 ? 'nocreaterole' : 'createrole';
  await prepareRole(client, SERVICE, 'nologin nocreatedb nocreaterole');
  await prepareRole(client, OWNER, `login createdb ${handsOut}`, password);
  await prepareRole(client, APP, 'login nocreatedb nocreaterole', password);
  if (major >= 16)
    await client.query(`grant ${SERVICE} to ${OWNER} with admin true, inherit false, set false`);
}

async function majorOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ major: number }>(
    "select current_setting('server_version_num')::int / 10000 as major",
  );
  return rows[0]?.major ?? 0;
}

/** The same order of text everywhere: by code point, with the letters of Unicode. */
function localeFor(major: number): string {
  return major >= 17
    ? "locale 'C' locale_provider builtin builtin_locale 'C.UTF-8'"
    : "lc_collate 'C' lc_ctype 'C.UTF-8' locale_provider libc";
}

/**
 * Makes the roles and a database that belongs to the owner, as far as they are not there. The service's role owns
 * nothing and bypasses nothing. With a password both logins are given it (a server that asks for one).
 */
export async function prepareDatabase(
  adminUrl: string,
  name: string,
  password?: string,
): Promise<PreparedDatabase> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [PREPARING]);
    const major = await majorOf(client);
    await prepareRoles(client, major, password);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      const place = `template template0 encoding 'UTF8' ${localeFor(major)}`;
      await client.query(`create database ${escapeIdentifier(name)} owner ${OWNER} ${place}`);
    }
  } finally {
    await client.end();
  }
  const login = { database: name, ...(password !== undefined && { password }) };
  return {
    ownerUrl: databaseUrl(adminUrl, { ...login, role: OWNER }),
    appUrl: databaseUrl(adminUrl, { ...login, role: APP }),
  };
}
