import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { projectRoot } from '#libs/platform';

/** What the service may do with each table; `update (column)` where a grant is for columns alone. */
export type Grants = Readonly<Record<string, readonly string[]>>;

const SERVICE = 'accede_service';
/** Rows that may go: work done, what is personal and ends, and drafts, whose triggers keep all else. */
const MAY_DELETE = [
  'body_domain',
  'body_former_name',
  'credit_note',
  'credit_note_line',
  'idempotency_receipt',
  'invoice',
  'invoice_line',
  'job',
  'person_contact',
  'session',
  'sign_in_code',
];
const NEVER = ['truncate', 'references', 'trigger', 'maintain'];

/** The inventory that was reviewed. A new grant is written there by hand, and so seen. */
export function committedGrants(): Grants {
  return JSON.parse(readFileSync(path.join(projectRoot(), 'test/grants.json'), 'utf8')) as Grants;
}

interface Grant {
  readonly name: string;
  readonly partition: boolean;
  readonly grantee: string;
  readonly privilege: string;
  readonly grantable: boolean;
}

// Tables, views and sequences, and single columns; the owner's own rights are left out.
const GRANTS = `
  select c.relname as name, c.relispartition as partition, lower(x.privilege_type) as privilege, x.is_grantable as grantable,
         case when x.grantee = 0 then 'everyone' else x.grantee::regrole::text end as grantee
  from pg_class c, aclexplode(c.relacl) x
  where c.relnamespace in ('public'::regnamespace, 'app'::regnamespace) and x.grantee <> c.relowner
  union all
  select c.relname, c.relispartition, lower(x.privilege_type) || ' (' || a.attname || ')', x.is_grantable,
         case when x.grantee = 0 then 'everyone' else x.grantee::regrole::text end
  from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) x
  where c.relnamespace in ('public'::regnamespace, 'app'::regnamespace) and x.grantee <> c.relowner
  order by 1, 3`;

async function readGrants(client: Client): Promise<readonly Grant[]> {
  return (await client.query<Grant>(GRANTS)).rows;
}

/** The service's grants as they are, in the form of the inventory. */
export async function grantsNow(client: Client): Promise<Grants> {
  const grants: Record<string, string[]> = {};
  for (const { name, grantee, privilege } of await readGrants(client)) {
    if (grantee === SERVICE) (grants[name] ??= []).push(privilege);
  }
  return grants;
}

function grantFaults({ name, partition, grantee, privilege, grantable }: Grant): readonly string[] {
  const faults: string[] = [];
  if (grantee !== SERVICE) faults.push(`${privilege} is granted to ${grantee}`);
  if (grantable) faults.push(`${privilege} may be handed on by ${grantee}`);
  if (partition) faults.push(`${privilege} is granted on a partition`);
  if (NEVER.some((right) => privilege.startsWith(right)))
    faults.push(`${privilege} is granted to ${grantee}`);
  if (privilege === 'delete' && !MAY_DELETE.includes(name)) faults.push('rows may be deleted');
  return faults.map((fault) => `${name}: ${fault}`);
}

function compare(now: Grants, committed: Grants): readonly string[] {
  const names = [...new Set([...Object.keys(now), ...Object.keys(committed)])].sort();
  return names.flatMap((name) => {
    const has = now[name] ?? [];
    const reviewed = committed[name] ?? [];
    return [
      ...has
        .filter((right) => !reviewed.includes(right))
        .map((right) => `${name}: ${right} is not in grants.json`),
      ...reviewed
        .filter((right) => !has.includes(right))
        .map((right) => `${name}: ${right} is in grants.json and not granted`),
    ];
  });
}

/** Grants beyond need: to others than the service, of what it never needs, or not in the inventory. */
export async function grantFindings(client: Client, committed: Grants): Promise<readonly string[]> {
  const grants = await readGrants(client);
  return [...new Set([...grants.flatMap(grantFaults), ...compare(await grantsNow(client), committed)])];
}
