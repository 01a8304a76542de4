import type { Client } from 'pg';

// What belongs to an extension is the extension's.
const OURS = (catalogue: string, oid: string): string =>
  `not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;
// Schemas of the server itself begin with pg_.
const inOurs = (namespace: string): string =>
  `${namespace} not in (select oid from pg_namespace where nspname ~ '^pg_' or nspname = 'information_schema')`;

/** Each answers a row per fault. */
const CHECKS: readonly string[] = [
  `select format('%s: a view shows what its owner sees; it is not security_invoker', c.relname) as fault
   from pg_class c where c.relkind = 'v' and ${inOurs('c.relnamespace')} and ${OURS('pg_class', 'c.oid')}
     and not coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false)`,
  `select format('%s: a materialized view or foreign table has no policies', c.relname) as fault
   from pg_class c where c.relkind in ('m', 'f') and ${inOurs('c.relnamespace')}`,
  `select format('%s: a rule rewrites what is asked of a table', c.relname) as fault
   from pg_rewrite r join pg_class c on c.oid = r.ev_class where c.relkind in ('r', 'p') and ${inOurs('c.relnamespace')}`,
  `select format('%s: a function acts as its owner (security definer)', p.proname) as fault
   from pg_proc p where p.prosecdef and ${inOurs('p.pronamespace')} and ${OURS('pg_proc', 'p.oid')}`,
  `select format('%s: everyone may call a function', p.proname) as fault
   from pg_proc p where ${inOurs('p.pronamespace')} and ${OURS('pg_proc', 'p.oid')}
     and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where x.grantee = 0)`,
  `select format('%s: a table lies outside the schema that is checked', c.oid::regclass) as fault
   from pg_class c where c.relkind in ('r', 'p') and c.relnamespace <> 'public'::regnamespace and ${inOurs('c.relnamespace')}`,
  `select format('%s: everyone may use the schema, or make things in it', n.nspname) as fault
   from pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) x
   where x.grantee = 0 and (n.nspname = 'app' or (n.nspname = 'public' and x.privilege_type = 'CREATE'))`,
  `select format('%s: the service may make things in the schema', n.nspname) as fault
   from pg_namespace n where has_schema_privilege('accede_service', n.oid, 'CREATE') and ${inOurs('n.oid')}`,
  `select format('what will be made is granted to %s beforehand', case when x.grantee = 0 then 'everyone' else x.grantee::regrole::text end) as fault
   from pg_default_acl d, aclexplode(d.defaclacl) x where d.defaclobjtype <> 'f' and x.grantee <> d.defaclrole`,
  `select format('%s: the service owns it', d.classid::regclass || ' ' || d.objid) as fault
   from pg_shdepend d where d.deptype = 'o' and d.refobjid in ('accede_service'::regrole, 'accede_app'::regrole)
     and d.dbid in (0, (select oid from pg_database where datname = current_database()))`,
  `select format('%s: the service’s role has more rights than a role needs', r.rolname) as fault
   from pg_roles r where r.rolname in ('accede_service', 'accede_app')
     and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication)`,
  `select format('%s: the service’s role is a member of %s', m.member::regrole, m.roleid::regrole) as fault
   from pg_auth_members m where m.member = 'accede_service'::regrole
     or (m.member = 'accede_app'::regrole and m.roleid <> 'accede_service'::regrole)`,
];

/** Ways around the policies: views, functions, schemas, roles. */
export async function otherFindings(client: Client): Promise<readonly string[]> {
  const found: string[] = [];
  for (const check of CHECKS)
    found.push(...(await client.query<{ fault: string }>(check)).rows.map(({ fault }) => fault));
  return found;
}
