import type { DataSource } from 'typeorm';

/** The database login would see through the wall between tenants; the message says why, in one line. */
export class UnsafeRoleError extends Error {}

interface RoleRow {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly makes_roles: boolean;
  readonly replicates: boolean;
  readonly owns: boolean;
  readonly becomes: string | null;
  readonly admitted: boolean;
}

/** What makes a role unsafe, by the attribute of pg_roles or by what it owns in this database. */
const UNSAFE: readonly (readonly [keyof RoleRow, string])[] = [
  ['superuser', 'is a superuser'],
  ['bypasses', 'bypasses row-level security'],
  ['makes_roles', 'may create roles'],
  ['replicates', 'may read the whole server by replication'],
  ['owns', 'owns the database or something in it'],
];

// The login itself counts, not only the role that it took up on connecting: it could go back to it. Ownership is of
// anything: the database, a schema, a table, a function. A role that it may become is as dangerous as its own.
const ROLES = `
  with owners as (
    select distinct refobjid as oid from pg_shdepend, (select oid from pg_database where datname = current_database()) here
    where refclassid = 'pg_authid'::regclass and deptype = 'o'
      and (dbid = here.oid or (classid = 'pg_database'::regclass and objid = here.oid))
  )
  select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypasses, r.rolcreaterole as makes_roles,
         r.rolreplication as replicates, r.oid in (select oid from owners) as owns,
         (select string_agg(other.rolname, ', ' order by other.rolname) from pg_roles other
          where other.oid <> r.oid and pg_has_role(r.oid, other.oid, 'MEMBER')
            and (other.rolsuper or other.rolbypassrls or other.rolcreaterole or other.rolreplication
                 or other.oid in (select oid from owners) or other.rolname ~ '^pg_(read|write|execute)_')) as becomes,
         coalesce((select pg_has_role(r.oid, service.oid, 'USAGE') from pg_roles service
                   where service.rolname = 'accede_service'), false) as admitted
  from pg_roles r where r.rolname in (current_user, session_user)
  order by r.rolname = session_user desc`;

const ADVICE =
  'Give APP_DATABASE_URL a login that owns and bypasses nothing; npm run migrate creates it when it is absent.';

/**
 * Refuses a login that is a superuser, bypasses row security, owns anything here, or may become a role that does;
 * and one that the migrations have not let in, because nothing would work.
 */
export const assertSafeRole = async (dataSource: DataSource): Promise<void> => {
  const roles = await dataSource.query<RoleRow[]>(ROLES);
  for (const role of roles) {
    const why = UNSAFE.filter(([fact]) => role[fact] === true).map(([, words]) => words);
    if (role.becomes !== null) why.push(`may act as ${role.becomes}`);
    // A superuser may do all of it: the rest adds nothing.
    if (role.superuser) why.length = 1;
    if (why.length > 0) throw unsafe(role.name, why.join(' and '));
  }
  const first = roles[0];
  if (!first) throw new UnsafeRoleError('Accede cannot start: the database does not know its own login.');
  if (!roles.every(({ admitted }) => admitted))
    throw new UnsafeRoleError(
      `Accede cannot start: the database login "${first.name}" has not been let in. Run npm run migrate with DATABASE_URL and APP_DATABASE_URL set.`,
    );
};

const unsafe = (name: string, why: string): UnsafeRoleError =>
  new UnsafeRoleError(`Accede cannot start: the database login "${name}" ${why}. ${ADVICE}`);
