import { Injectable } from '@nestjs/common';
import { localDate, type LocalDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { Body } from '../domain/body.js';
import { domainAndAbove } from '../domain/email.js';
import { nameKey } from '../domain/name-key.js';
import type { NamePlace } from '../domain/name-place.js';
import type { SearchPlace, SearchText } from '../domain/search-text.js';
import { BodyDomainRow, BodyRow } from './body.entity.js';

export type DomainSource = 'REGISTER' | 'WEBSITE' | 'LEAD' | 'DEMONSTRATION';

export interface DomainMatch {
  readonly domain: string;
  readonly source: DomainSource;
  readonly body: Body;
}

export interface FoundBody {
  readonly body: Body;
  readonly place: SearchPlace;
}

export interface NamedBody {
  readonly body: Body;
  readonly place: NamePlace;
}

type BodyFields = Omit<BodyRow, 'nameKey' | 'published' | 'addedReason' | 'createdAt'> & {
  formerNames: string[];
};

const COLUMNS = `b.id, b.lead_id as "leadId", b.code, b.gss, b.name, b.short_name as "shortName", b.type, b.nation,
  b.region, b.county_code as "countyCode", b.combined_authority_code as "combinedAuthorityCode", b.population,
  b.started_on as "startedOn", b.ended_on as "endedOn", b.successor_codes as "successorCodes", b.invented,
  array(select f.name from body_former_name f where f.body_id = b.id order by f.name) as "formerNames"`;

const dateOrNull = (text: string | null): LocalDate | null => (text === null ? null : localDate(text));

const toBody = (row: BodyFields): Body => ({
  id: row.id,
  code: row.code,
  gss: row.gss,
  name: row.name,
  shortName: row.shortName,
  type: row.type,
  nation: row.nation,
  region: row.region,
  countyCode: row.countyCode,
  combinedAuthorityCode: row.combinedAuthorityCode,
  population: row.population,
  startedOn: dateOrNull(row.startedOn),
  endedOn: dateOrNull(row.endedOn),
  successorCodes: row.successorCodes,
  formerNames: row.formerNames,
  invented: row.invented,
  addedByLeadId: row.leadId,
});

@Injectable()
export class BodyRepository {
  async byIds(tx: Tx, ids: readonly string[]): Promise<readonly Body[]> {
    if (ids.length === 0) return [];
    return this.select(tx, 'where b.id = any ($1)', [[...ids]]);
  }

  /** Up to `first` of these bodies from `after` on, by name. */
  async inNameOrder(
    tx: Tx,
    ids: readonly string[],
    first: number,
    after: NamePlace | null,
  ): Promise<readonly NamedBody[]> {
    const rows = await tx.manager.query<(BodyFields & { key: string })[]>(
      `select ${COLUMNS}, b.name_key as key from body b
       where b.id = any ($1) and ($2::text is null or (b.name_key, b.id) > ($2, $3::uuid))
       order by b.name_key, b.id limit $4`,
      [[...ids], after?.key ?? null, after?.id ?? null, first],
    );
    return rows.map((row) => ({ body: toBody(row), place: { key: row.key, id: row.id } }));
  }

  async byCode(tx: Tx, code: string): Promise<Body | null> {
    return (await this.select(tx, 'where b.code = $1', [code]))[0] ?? null;
  }

  /** Bodies that have this name, code or GSS code; the name without regard to case and punctuation. */
  async alike(
    tx: Tx,
    body: { name: string; code: string | null; gss: string | null },
  ): Promise<readonly Body[]> {
    return this.select(
      tx,
      `where b.name_key = $1 or regexp_replace(upper(b.code), '[^A-Z0-9]', '', 'g') = $2 or b.gss = $3 order by b.name_key, b.id`,
      [
        nameKey(body.name),
        body.code === null ? null : body.code.toUpperCase().replace(/[^A-Z0-9]/g, ''),
        body.gss,
      ],
    );
  }

  /** Who has the domain or, if nobody, the nearest one above it. */
  async byDomain(tx: Tx, domain: string): Promise<readonly DomainMatch[]> {
    const rows = await tx.manager.query<(BodyFields & { domain: string; source: DomainSource })[]>(
      `select d.domain, d.source, ${COLUMNS} from body_domain d join body b on b.id = d.body_id
       where d.domain = (select domain from body_domain where domain = any ($1) order by length(domain) desc limit 1)
       order by b.name_key, b.id`,
      [[...domainAndAbove(domain)]],
    );
    return rows.map((row) => ({ domain: row.domain, source: row.source, body: toBody(row) }));
  }

  /** Whether a domain below this one is some body's. */
  async hasDomainBelow(tx: Tx, domain: string): Promise<boolean> {
    const rows = await tx.manager.query<unknown[]>(
      `select 1 from body_domain where right(domain, length($1) + 1) = '.' || $1 limit 1`,
      [domain],
    );
    return rows.length > 0;
  }

  async domainsOf(tx: Tx, bodyId: string): Promise<readonly string[]> {
    const rows = await tx.manager.query<{ domain: string }[]>(
      'select domain from body_domain where body_id = $1 order by domain',
      [bodyId],
    );
    return rows.map(({ domain }) => domain);
  }

  /** The living bodies that took over a closed one's work, however many closures later. */
  async successorsOf(tx: Tx, bodyId: string): Promise<readonly Body[]> {
    return this.select(
      tx,
      `where b.id in (
         with recursive chain as (
           select id, ended_on, successor_codes from body where id = $1
           union
           select next.id, next.ended_on, next.successor_codes
           from chain join body next on next.code = any (chain.successor_codes)
           where chain.ended_on <= $2
         )
         select id from chain where ended_on is null or ended_on > $2
       ) and b.id <> $1 order by b.name_key, b.id`,
      [bodyId, tx.today],
    );
  }

  /** Up to `first` bodies from `after` on, best match first, then by name. */
  async search(
    tx: Tx,
    text: SearchText,
    first: number,
    after: SearchPlace | null,
  ): Promise<readonly FoundBody[]> {
    const rows = await tx.manager.query<(BodyFields & { rank: number; key: string })[]>(
      `with named as (
         select body_id, min(case
           when key = $1 then 0
           when starts_with(key, $1) then 1
           when (select bool_and(strpos(' ' || key, ' ' || word) > 0) from unnest($2::text[]) word) then 2
           when strpos(key, $1) > 0 then 3 end) as rank
         from (select id as body_id, name_key as key from body
               union all select body_id, name_key from body_former_name) as names
         where $1 <> '' group by body_id
       ), found as (
         select body_id, rank from named where rank is not null
         union all select id, 0 from body where code = $3 or gss = $3
         union all select body_id, 0 from body_domain
           where domain = (select domain from body_domain where domain = any ($4) order by length(domain) desc limit 1)
       )
       select ${COLUMNS}, f.rank, b.name_key as key
       from (select body_id, min(rank) as rank from found group by body_id) as f join body b on b.id = f.body_id
       where $5::int is null or (f.rank, b.name_key, b.id) > ($5, $6, $7::uuid)
       order by f.rank, b.name_key, b.id limit $8`,
      [
        text.key,
        [...text.words],
        text.code,
        text.domain === null ? [] : [...domainAndAbove(text.domain)],
        after?.rank ?? null,
        after?.key ?? null,
        after?.id ?? null,
        first,
      ],
    );
    return rows.map((row) => ({ body: toBody(row), place: { rank: row.rank, key: row.key, id: row.id } }));
  }

  /** Whoever adds to the register takes turns, so that two do not add the same body. */
  async lockForAdding(tx: Tx): Promise<void> {
    await tx.manager.query(`select pg_advisory_xact_lock(hashtextextended('directory:add-body', 0))`);
  }

  /** Adds a body in the name of the lead authority of this transaction. */
  async add(
    tx: Tx,
    body: Omit<Body, 'formerNames' | 'successorCodes'>,
    reason: string,
    domains: readonly string[],
  ): Promise<void> {
    const { addedByLeadId, ...fields } = body;
    await tx.manager.insert(BodyRow, {
      ...fields,
      leadId: addedByLeadId,
      published: true,
      nameKey: nameKey(body.name),
      successorCodes: [],
      addedReason: reason,
      createdAt: tx.now,
    });
    for (const domain of domains)
      await tx.manager.insert(BodyDomainRow, {
        domain,
        bodyId: body.id,
        leadId: addedByLeadId,
        published: true,
        source: 'LEAD',
      });
  }

  private async select(tx: Tx, where: string, values: unknown[]): Promise<readonly Body[]> {
    const rows = await tx.manager.query<BodyFields[]>(`select ${COLUMNS} from body b ${where}`, values);
    return rows.map(toBody);
  }
}
