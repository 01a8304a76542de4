import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import { nameKey } from '../domain/name-key.js';
import type { RegisterEntry } from '../domain/register-entry.js';

/** The register's own columns: what a new edition of the file may change. */
const FIELDS = {
  gss: 'text',
  name: 'text',
  name_key: 'text',
  short_name: 'text',
  type: 'text',
  nation: 'text',
  region: 'text',
  county_code: 'text',
  combined_authority_code: 'text',
  population: 'integer',
  started_on: 'date',
  ended_on: 'date',
  successor_codes: 'text[]',
  invented: 'boolean',
} as const;
const names = Object.keys(FIELDS);
const typed = Object.entries(FIELDS).map(([name, type]) => `${name} ${type}`);

/** Brings the tables in line with the register's files, a statement for each table and direction. */
@Injectable()
export class RegisterRepository {
  /** Answers how many bodies were added or changed. */
  async saveBodies(tx: Tx, entries: readonly RegisterEntry[]): Promise<number> {
    const rows = entries.map((entry) => ({
      id: entry.id,
      code: entry.code,
      gss: entry.gss,
      name: entry.name,
      name_key: nameKey(entry.name),
      short_name: entry.shortName,
      type: entry.type,
      nation: entry.nation,
      region: entry.region,
      county_code: entry.countyCode,
      combined_authority_code: entry.combinedAuthorityCode,
      population: entry.population,
      started_on: entry.startedOn,
      ended_on: entry.endedOn,
      successor_codes: entry.successorCodes,
      invented: entry.invented,
    }));
    const changed = await tx.manager.query<unknown[]>(
      `insert into body (id, code, created_at, ${names.join(', ')})
       select id, code, $2, ${names.join(', ')} from jsonb_to_recordset($1::jsonb) as entry (id uuid, code text, ${typed.join(', ')})
       on conflict (code) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}
       where (${names.map((name) => `body.${name}`).join(', ')}) is distinct from (${names.map((name) => `excluded.${name}`).join(', ')})
       returning 1`,
      [JSON.stringify(rows), tx.now],
    );
    return changed.length;
  }

  /** Answers how many domains were added, changed or taken away. A lead authority's own additions stay. */
  async saveDomains(tx: Tx, entries: readonly RegisterEntry[]): Promise<number> {
    const rows = entries.flatMap(({ code, domains, domainSource }) =>
      domains.map((domain) => ({ code, domain, source: domainSource })),
    );
    const json = JSON.stringify(rows);
    const saved = await tx.manager.query<unknown[]>(
      `insert into body_domain (domain, body_id, source)
       select entry.domain, b.id, entry.source
       from jsonb_to_recordset($1::jsonb) as entry (code text, domain text, source text) join body b on b.code = entry.code
       on conflict (domain, body_id) do update set source = excluded.source, lead_id = null
       where body_domain.source <> excluded.source
       returning 1`,
      [json],
    );
    const [, removed] = await tx.manager.query<[unknown, number]>(
      `delete from body_domain d using body b
       where b.id = d.body_id and b.code = any ($2) and d.source <> 'LEAD'
         and not exists (select from jsonb_to_recordset($1::jsonb) as entry (code text, domain text)
                         where entry.code = b.code and entry.domain = d.domain)`,
      [json, entries.map(({ code }) => code)],
    );
    return saved.length + removed;
  }

  /** Answers how many former names were added or taken away. */
  async saveFormerNames(tx: Tx, entries: readonly RegisterEntry[]): Promise<number> {
    const rows = entries.flatMap(({ code, formerNames }) =>
      formerNames.map((name) => ({ code, name, name_key: nameKey(name) })),
    );
    const json = JSON.stringify(rows);
    const saved = await tx.manager.query<unknown[]>(
      `insert into body_former_name (body_id, name, name_key)
       select b.id, entry.name, entry.name_key
       from jsonb_to_recordset($1::jsonb) as entry (code text, name text, name_key text) join body b on b.code = entry.code
       on conflict (body_id, name) do nothing
       returning 1`,
      [json],
    );
    const [, removed] = await tx.manager.query<[unknown, number]>(
      `delete from body_former_name f using body b
       where b.id = f.body_id and b.code = any ($2)
         and not exists (select from jsonb_to_recordset($1::jsonb) as entry (code text, name text)
                         where entry.code = b.code and entry.name = f.name)`,
      [json, entries.map(({ code }) => code)],
    );
    return saved.length + removed;
  }
}
