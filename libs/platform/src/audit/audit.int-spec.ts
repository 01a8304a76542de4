import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { err, ok, refuse } from '#libs/kernel';
import { TestPlatform } from '../../../../test/platform.js';
import { Actor, type Capacity } from '../database/actor.js';
import { sqlState } from '../database/sql-error.js';
import type { Tx } from '../database/tx.js';
import { auditBody, auditLead, auditPlatform, auditTenant, type AuditRecord } from './append-audit.js';
import type { Chain } from './chain.js';
import { listAudit, type AuditPage } from './list-audit.js';
import { tenantChains, verifyChain } from './verify-chain.js';

const LEAD = '00000000-0000-4000-8000-00000000000a';
const TENANT = '00000000-0000-4000-8000-00000000000c';
const OTHER = '00000000-0000-4000-8000-00000000000d';
const PERSON = '00000000-0000-4000-8000-000000000001';
const THING = '00000000-0000-4000-8000-0000000000ff';

const lead = Actor.job('test', { leadId: LEAD, personId: PERSON });
const tenant = Actor.person({
  personId: PERSON,
  bodyId: TENANT,
  capacity: 'TENANT',
  roles: [],
  requestId: 'r1',
});
const door = Actor.system('platform-audit');
const record = (n: number): AuditRecord => ({
  action: 'price.change',
  subjectKind: 'price',
  subjectId: THING,
  details: {
    n,
    pence: 12345678901234567890n,
    at: new Date('2026-05-01T09:00:00.123Z'),
    to: ['£', null, 0.1, 1e21],
    left: undefined,
  },
});

/** The three kinds of chain, each with its table, an actor who may write to it, and how. */
const kinds = {
  tenant: {
    actor: tenant,
    chain: { kind: 'tenant', tenantId: TENANT, leadId: LEAD },
    append: (tx: Tx, r: AuditRecord) => auditTenant(tx, LEAD, r),
  },
  lead: { actor: lead, chain: { kind: 'lead', leadId: LEAD }, append: auditLead },
  platform: { actor: door, chain: { kind: 'platform' }, append: auditPlatform },
} as const satisfies Record<
  string,
  { actor: Actor; chain: Chain; append: (tx: Tx, r: AuditRecord) => Promise<Buffer> }
>;
type Kind = keyof typeof kinds;
const allKinds = Object.keys(kinds) as Kind[];

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

/** As the superuser with the triggers switched off: whatever somebody with the server in their hands can do. */
const tamper = async (sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: platform.database.adminUrl });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(sql);
  } finally {
    await client.end();
  }
};
beforeEach(() =>
  tamper(allKinds.map((kind) => `delete from ${kind}_audit; delete from ${kind}_audit_head`).join('; ')),
);

const append = (kind: Kind, n: number) =>
  platform.work.run(kinds[kind].actor, async (tx) => ok(await kinds[kind].append(tx, record(n))));
const appendMany = (kind: Kind, count: number) =>
  platform.work.run(kinds[kind].actor, async (tx) => {
    for (let n = 1; n <= count; n += 1) await kinds[kind].append(tx, record(n));
    return ok(null);
  });
const verify = (kind: Kind) =>
  platform.work.read(kinds[kind].actor, (tx) => verifyChain(tx, kinds[kind].chain));
const headAt = (seq: bigint) => ({ seq, hash: expect.any(Buffer) });
const seqs = async (kind: Kind) =>
  (await platform.sql<{ seq: string }>(`select seq from ${kind}_audit order by seq`)).map(({ seq }) =>
    Number(seq),
  );

describe.each(allKinds)('the %s chain', (kind) => {
  const { actor, chain } = kinds[kind];
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

  it('gets one record for each that is appended, whole, and answers its new head', async () => {
    const heads: string[] = [];
    for (const n of [1, 2, 3]) {
      const head = await append(kind, n);
      if (head.ok) heads.push(head.value.toString('hex'));
    }
    const rows = await platform.sql<{
      hash: Buffer;
      prev_hash: Buffer;
      person_id: string | null;
      actor: string;
    }>(`select * from ${kind}_audit order by seq`);
    expect(rows.map(({ hash }) => hash.toString('hex'))).toEqual(heads);
    expect(rows.map(({ prev_hash: prev }) => prev.toString('hex'))).toEqual([
      '0'.repeat(64),
      heads[0],
      heads[1],
    ]);
    expect(rows[0]).toMatchObject({
      seq: '1',
      person_id: actor.identity.personId,
      actor: actor.identity.label,
      action: 'price.change',
      subject_kind: 'price',
      subject_id: THING,
      request_id: actor.identity.requestId,
      details: {
        n: 1,
        pence: '12345678901234567890',
        at: '2026-05-01T09:00:00.123Z',
        to: ['£', null, 0.1, 1e21],
      },
    });
    const head = { seq: 3n, hash: Buffer.from(heads[2] ?? '', 'hex') };
    expect(await verify(kind)).toEqual({ chain, records: 3, head, fault: null });
  });

  it('has no gap and no fork when sixteen append at once, some of whom are refused', async () => {
    const results = await Promise.all(
      Array.from({ length: 48 }, (_, n) =>
        platform.work.run(actor, async (tx) => {
          await kinds[kind].append(tx, record(n));
          return n % 4 === 3 ? err(refuse('NOT_FOUND', {}, [])) : ok(null);
        }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(36);
    expect(await seqs(kind)).toEqual(numbers(36));
    expect(await verify(kind)).toEqual({ chain, records: 36, head: headAt(36n), fault: null });
  });

  it('is never changed, shortened or emptied by the service or by the owner', async () => {
    await appendMany(kind, 2);
    const settings = `select set_config('app.tenant_id', '${TENANT}', true), set_config('app.tenant_ids', '{${TENANT}}', true),
                             set_config('app.lead_id', '${LEAD}', true), set_config('app.door', '${kind === 'platform' ? 'system' : ''}', true)`;
    const attempt = async (url: string, sql: string): Promise<string> => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        await client.query('begin');
        await client.query(settings);
        const { rowCount } = await client.query(sql);
        return `changed ${rowCount ?? 0}`;
      } catch (error) {
        return sqlState(error);
      } finally {
        await client.end();
      }
    };
    const statements = [
      `update ${kind}_audit set action = 'nothing'`,
      `delete from ${kind}_audit`,
      `delete from ${kind}_audit where seq = 2`,
      `truncate ${kind}_audit`,
    ];
    const { appUrl, ownerUrl } = platform.database;
    for (const statement of statements) {
      // The service has no grant for it; the owner is stopped by the trigger.
      expect([statement, await attempt(appUrl, statement)]).toEqual([statement, '42501']);
      expect([statement, await attempt(ownerUrl, statement)]).toEqual([statement, '23001']);
    }
    expect(await attempt(appUrl, `delete from ${kind}_audit_head`)).toBe('42501');
    expect(await verify(kind)).toEqual({ chain, records: 2, head: headAt(2n), fault: null });
  });

  const faults: readonly (readonly [string, string, number, string])[] = [
    ['an edit', `update ${kind}_audit set details = '{"n": 99}' where seq = 3`, 3, 'record 3 was changed'],
    [
      'an edited person',
      `update ${kind}_audit set person_id = '${OTHER}' where seq = 3`,
      3,
      'record 3 was changed',
    ],
    [
      'an edited time',
      `update ${kind}_audit set at = at + interval '1 millisecond' where seq = 3`,
      3,
      'record 3 was changed',
    ],
    ['a record deleted', `delete from ${kind}_audit where seq = 2`, 2, 'record 2 is missing'],
    ['the first record deleted', `delete from ${kind}_audit where seq = 1`, 1, 'record 1 is missing'],
    [
      'two records swapped',
      `update ${kind}_audit set seq = 1000 where seq = 2; update ${kind}_audit set seq = 2 where seq = 4;
       update ${kind}_audit set seq = 4 where seq = 1000`,
      2,
      'record 2 does not follow record 1',
    ],
    [
      'the tail cut off',
      `delete from ${kind}_audit where seq > 3`,
      4,
      'the chain ends at record 3 and its head says 5',
    ],
    ['all records deleted', `delete from ${kind}_audit`, 1, 'the chain ends at record 0 and its head says 5'],
    [
      'an edit with a new hash',
      `update ${kind}_audit set action = 'nothing', hash = sha256('made again') where seq = 3`,
      3,
      'record 3 was changed',
    ],
    [
      'the head set back',
      `update ${kind}_audit_head set seq = 4`,
      5,
      'the chain goes on to record 5 and its head says 4',
    ],
    [
      'another head',
      `update ${kind}_audit_head set hash = sha256('other')`,
      5,
      'the head does not match record 5',
    ],
    ['the head deleted', `delete from ${kind}_audit_head`, 5, 'the chain has 5 records and no head'],
    [
      'two faults, of which the first',
      `update ${kind}_audit set action = 'nothing' where seq = 4; delete from ${kind}_audit where seq = 2`,
      2,
      'record 2 is missing',
    ],
  ];

  it.each(faults)('shows %s, done by somebody with the server in their hands', async (_, sql, seq, why) => {
    await appendMany(kind, 5);
    await tamper(sql);
    expect((await verify(kind)).fault).toEqual({ seq: BigInt(seq), why });
  });
});

describe('chains', () => {
  it('of two tenants, of one tenant under two lead authorities, and of a tenant alone are each their own', async () => {
    const other = Actor.tenantJob('test', OTHER);
    await platform.work.run(tenant, async (tx) => {
      await auditTenant(tx, LEAD, record(1));
      await auditTenant(tx, OTHER, record(2));
      await auditTenant(tx, TENANT, record(3));
      return ok(await auditTenant(tx, LEAD, record(4)));
    });
    await platform.work.run(other, async (tx) => ok(await auditTenant(tx, LEAD, record(5))));
    const chainsOf = (actor: Actor) => platform.work.read(actor, tenantChains);
    const chain = (tenantId: string, leadId: string): Chain => ({ kind: 'tenant', tenantId, leadId });
    expect(await chainsOf(tenant)).toEqual([
      chain(TENANT, LEAD),
      chain(TENANT, TENANT),
      chain(TENANT, OTHER),
    ]);
    expect(await chainsOf(lead)).toEqual([chain(TENANT, LEAD), chain(OTHER, LEAD)]);
    expect(await chainsOf(other)).toEqual([chain(OTHER, LEAD)]);
    expect(await chainsOf(Actor.visitor())).toEqual([]);
    const reports = await platform.work.read(lead, async (tx) => {
      const found = [];
      for (const each of await tenantChains(tx)) found.push(await verifyChain(tx, each));
      return found.map(({ records, fault }) => [records, fault]);
    });
    expect(reports).toEqual([
      [2, null],
      [1, null],
    ]);
  });

  it('that lost its head is still found by its records, and one that lost its records by its head', async () => {
    await appendMany('tenant', 2);
    await tamper('delete from tenant_audit_head');
    expect(await platform.work.read(tenant, tenantChains)).toHaveLength(1);
    await tamper('truncate tenant_audit, tenant_audit_head');
    await appendMany('tenant', 2);
    await tamper('delete from tenant_audit');
    expect(await platform.work.read(tenant, tenantChains)).toHaveLength(1);
  });

  it('longer than one reading at a time are followed to the end', async () => {
    await appendMany('lead', 1_003);
    expect(await verify('lead')).toEqual({
      chain: kinds.lead.chain,
      records: 1_003,
      head: headAt(1_003n),
      fault: null,
    });
    await tamper('delete from lead_audit where seq = 1001');
    expect((await verify('lead')).fault).toEqual({ seq: 1001n, why: 'record 1001 is missing' });
  });

  it('hold a record’s ids as the database answers them', async () => {
    await platform.work.run(lead, async (tx) =>
      ok(await auditLead(tx, { ...record(1), subjectId: THING.toUpperCase() })),
    );
    expect((await verify('lead')).fault).toBeNull();
  });

  it('are listed newest first, a page at a time, to those who may read them', async () => {
    await appendMany('tenant', 5);
    const list = (actor: Actor, before: bigint | null) =>
      platform.work.read(actor, async (tx) => {
        const rows = await listAudit(tx, kinds.tenant.chain, { first: 2, before, subject: null });
        return rows.map(({ seq, details }) => [seq, (details as { n: number }).n]);
      });
    expect(await list(tenant, null)).toEqual([
      [5n, 5],
      [4n, 4],
    ]);
    expect(await list(lead, 4n)).toEqual([
      [3n, 3],
      [2n, 2],
    ]);
    expect(await list(tenant, 2n)).toEqual([[1n, 1]]);
    expect(await list(Actor.tenantJob('test', OTHER), null)).toEqual([]);
    expect(await list(Actor.visitor(), null)).toEqual([]);
  });

  it.each(allKinds)('%s: are listed by what they are about, a page at a time', async (kind) => {
    const { actor, append: add, chain } = kinds[kind];
    await platform.work.run(actor, async (tx) => {
      for (const subjectId of [THING, OTHER, null, THING]) await add(tx, { ...record(1), subjectId });
      await add(tx, { ...record(1), subjectKind: 'meter' });
      return ok(null);
    });
    const list = (subject: AuditPage['subject'], before: bigint | null = null, first = 9) =>
      platform.work.read(actor, async (tx) =>
        (await listAudit(tx, chain, { first, before, subject })).map(({ seq }) => seq),
      );
    expect(await list({ kind: 'price', id: THING })).toEqual([4n, 1n]);
    expect(await list({ kind: 'price', id: THING }, null, 1)).toEqual([4n]);
    expect(await list({ kind: 'price', id: THING }, 4n)).toEqual([1n]);
    expect(await list({ kind: 'price', id: null })).toEqual([4n, 3n, 2n, 1n]);
    expect(await list({ kind: 'meter', id: THING })).toEqual([5n]);
    expect(await list({ kind: 'meter', id: OTHER })).toEqual([]);
    expect(await list(null)).toEqual([5n, 4n, 3n, 2n, 1n]);
  });

  it('of a body take a record from behind a system door, which sees nothing of the body before or after', async () => {
    const own = { kind: 'tenant', tenantId: TENANT, leadId: TENANT } as const;
    await platform.work.run(tenant, async (tx) => ok(await auditTenant(tx, TENANT, record(1))));
    await platform.work.run(lead, async (tx) => ok(await auditLead(tx, record(1))));
    const visible = async (tx: Tx): Promise<unknown> => [
      await tx.manager.query('select from tenant_audit'),
      await tx.manager.query('select from lead_audit'),
    ];
    await platform.work.run(Actor.system('people', 'r2', PERSON), async (tx) => {
      expect(await visible(tx)).toEqual([[], []]);
      await auditBody(tx, { bodyId: TENANT, capacity: 'TENANT' }, record(2));
      await auditBody(tx, { bodyId: LEAD, capacity: 'LEAD' }, record(2));
      expect(await visible(tx)).toEqual([[], []]);
      return ok(await auditPlatform(tx, record(3)));
    });
    const follow = (actor: Actor, chain: Chain) =>
      platform.work.read(actor, async (tx) => {
        const { records, fault } = await verifyChain(tx, chain);
        const [last] = await listAudit(tx, chain, { first: 1, before: null, subject: null });
        return [records, fault, last?.personId, last?.actor];
      });
    const expected = [2, null, PERSON, 'system:people'];
    expect(await follow(tenant, own)).toEqual(expected);
    expect(await follow(lead, { kind: 'lead', leadId: LEAD })).toEqual(expected);
    expect(await follow(Actor.tenantJob('test', OTHER), own)).toEqual([0, null, undefined, undefined]);
  });

  it('of a body take no record from anywhere else, and go with the business rows when they are refused', async () => {
    const attempt = (actor: Actor, bodyId: string, capacity: Capacity) =>
      platform.work.run(actor, async (tx) => ok(await auditBody(tx, { bodyId, capacity }, record(1))));
    const people = Actor.system('people');
    for (const actor of [tenant, lead, Actor.visitor()])
      await expect(attempt(actor, TENANT, 'TENANT')).rejects.toThrow('only a system door');
    await expect(attempt(people, `${TENANT},${OTHER}`, 'TENANT')).rejects.toThrow('not a uuid');
    await expect(attempt(people, TENANT, 'BOARD')).rejects.toThrow('as BOARD');
    await platform.work.run(people, async (tx) => {
      await auditBody(tx, { bodyId: LEAD, capacity: 'LEAD' }, record(1));
      return err(refuse('NOT_FOUND'));
    });
    expect(await Promise.all(allKinds.map(seqs))).toEqual([[], [], []]);
  });

  it('refuse a record where this unit of work has no such chain', async () => {
    const attempt = (actor: Actor, work: (tx: Tx) => Promise<Buffer>) =>
      platform.work.run(actor, async (tx) => ok(await work(tx)));
    await expect(attempt(Actor.visitor(), (tx) => auditTenant(tx, LEAD, record(1)))).rejects.toThrow(
      'has no tenant',
    );
    await expect(attempt(tenant, (tx) => auditLead(tx, record(1)))).rejects.toThrow('has no lead authority');
    await expect(attempt(lead, (tx) => auditTenant(tx, LEAD, record(1)))).rejects.toThrow('has no tenant');
    await expect(attempt(tenant, (tx) => auditPlatform(tx, record(1)))).rejects.toThrow('row-level security');
    // A lead authority writes in its own chains with a member, never in another's.
    await expect(attempt(lead.forTenant(TENANT), (tx) => auditTenant(tx, OTHER, record(1)))).rejects.toThrow(
      'row-level security',
    );
    expect(await Promise.all(allKinds.map(seqs))).toEqual([[], [], []]);
  });
});
