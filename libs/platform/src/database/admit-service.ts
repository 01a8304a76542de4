import type pg from 'pg';

/** duplicate_object, and what two at once meet instead. */
const EXISTS = new Set(['42710', '23505']);

/** Creates the service's login when absent, and gives it the service's grants and nothing else. */
export const admitService = async (client: pg.Client, appUrl: string): Promise<void> => {
  const url = new URL(appUrl);
  const login = decodeURIComponent(url.username);
  if (login === '') throw new Error('APP_DATABASE_URL needs a login name.');
  await createLogin(client, login, decodeURIComponent(url.password));
  // Whoever set the roles up may have let the login in already, and the owner may not be allowed to.
  const { rows } = await client.query<{ member: boolean }>(
    `select pg_has_role($1::name, 'accede_service', 'MEMBER') as member`,
    [login],
  );
  if (!rows[0]?.member) await client.query(`grant accede_service to ${client.escapeIdentifier(login)}`);
  await client.query('grant select on schema_migration to accede_service');
};

const createLogin = async (client: pg.Client, login: string, password: string): Promise<void> => {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login]);
  if (rowCount !== 0) return;
  const secret = password === '' ? '' : ` password ${client.escapeLiteral(password)}`;
  try {
    await client.query(
      `create role ${client.escapeIdentifier(login)} login nosuperuser nocreatedb nocreaterole nobypassrls${secret}`,
    );
  } catch (error) {
    // Roles belong to the whole server: a migration of another database made it at this moment.
    if (!EXISTS.has(String((error as { code?: unknown }).code))) throw error;
  }
};
