import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { err, ok, refuse } from '#libs/kernel';
import { Actor, type Tx } from '#libs/platform';
import { part } from './part.js';
import { TestPlatform } from './platform.js';

const seed = Number(process.env['ACCEDE_TEST_SEED'] ?? Date.now() % 2_147_483_647);
const UNITS = part === 'daily' ? 400 : 2_000;
/** How many units of work are under way or waiting for a connection at any time. */
const AT_ONCE = 24;

interface Side {
  readonly name: string;
  readonly actor: Actor;
  /** The canaries that this actor sees, and no other. */
  readonly sees: readonly string[];
}

const ways = ['Ok', 'read', 'refusal', 'throw', 'swallowed error', 'timeout', 'cut', 'client error'] as const;
type Way = (typeof ways)[number];
const fails: readonly Way[] = ['throw', 'swallowed error', 'timeout', 'cut', 'client error'];
/** What is usual is chosen more often. */
const often: readonly Way[] = [
  ...ways,
  'Ok',
  'Ok',
  'Ok',
  'read',
  'read',
  'refusal',
  'refusal',
  'throw',
  'throw',
];

let platform: TestPlatform;
let admin: Client;
let sides: readonly Side[];

beforeAll(async () => {
  platform = await TestPlatform.start();
  admin = new Client({ connectionString: platform.database.adminUrl });
  await admin.connect();
  const [lead, otherLead, a, b, c] = Array.from({ length: 5 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ];
  await admin.query(`
    create table canary (tenant_id uuid not null, lead_id uuid not null, name text not null, touched integer not null default 0,
      primary key (tenant_id, lead_id, name));
    select app.tenant_table('canary', 'select, insert, update');
    create table lead_canary (lead_id uuid primary key, name text not null);
    select app.lead_table('lead_canary', 'select');
    create table door_canary (id uuid primary key, name text not null);
    select app.system_table('door_canary', 'select')`);
  const members = [
    ['A', a, lead],
    ['B', b, lead],
    ['C', c, otherLead],
  ] as const;
  for (const [name, tenantId, leadId] of members)
    await admin.query('insert into canary values ($1, $2, $3)', [tenantId, leadId, name]);
  await admin.query(`insert into lead_canary values ($1, 'L'), ($2, 'M')`, [lead, otherLead]);
  await admin.query(`insert into door_canary values (gen_random_uuid(), 'D')`);
  const leadActor = Actor.job('test', { leadId: lead, personId: null });
  sides = [
    { name: 'A', actor: Actor.tenantJob('test', a), sees: ['A'] },
    { name: 'B', actor: Actor.tenantJob('test', b), sees: ['B'] },
    {
      name: 'C with its lead authority',
      actor: Actor.tenantJob('test', c).withLead(otherLead),
      sees: ['C', 'M'],
    },
    { name: 'the lead authority', actor: leadActor, sees: ['A', 'B', 'L'] },
    { name: 'the lead authority for A', actor: leadActor.forTenant(a), sees: ['A', 'B', 'L'] },
    { name: 'a visitor', actor: Actor.visitor(), sees: [] },
    { name: 'a door', actor: Actor.system('people'), sees: ['D'] },
  ];
});
afterAll(async () => {
  await admin.end();
  await platform.stop();
});

/** The canaries that this transaction sees. */
const seen = async (tx: Tx): Promise<readonly string[]> => {
  const rows = await tx.manager.query<{ name: string }[]>(
    'select name from canary union all select name from lead_canary union all select name from door_canary order by name',
  );
  return rows.map(({ name }) => name);
};

/** The next choice of a run that its seed decides. */
const chooser = (start: number) => {
  let state = start;
  return <T>(from: readonly T[]): T => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from[Math.floor((state / 2_147_483_648) * from.length)]!;
  };
};

const misuse: Record<Exclude<Way, 'Ok' | 'read' | 'refusal' | 'throw'>, (tx: Tx) => Promise<unknown>> = {
  'swallowed error': (tx) => tx.manager.query('select 1 / 0').catch(() => undefined),
  timeout: async (tx) => {
    await tx.manager.query(`set local statement_timeout = '5ms'`);
    await tx.manager.query('select pg_sleep(1)');
  },
  cut: async (tx) => {
    const [row] = await tx.manager.query<{ pid: number }[]>('select pg_backend_pid() as pid');
    await admin.query('select pg_terminate_backend($1)', [row?.pid]);
    await tx.manager.query('select pg_sleep(1)');
  },
  // Words that the connection cannot even send, and a statement that nobody waits for.
  'client error': async (tx) => {
    void tx.manager.query('select pg_sleep(0.002)').catch(() => undefined);
    await tx.manager.query('select $1::text', [
      {
        toPostgres: () => {
          throw new Error('unsendable');
        },
      },
    ]);
  },
};

interface Tally {
  readonly leaks: string[];
  readonly ended: Map<string, number>;
}

const count = (tally: Tally, what: string): void =>
  void tally.ended.set(what, (tally.ended.get(what) ?? 0) + 1);

/** One unit of work in one way, looking at its canaries before and after a pause in which others come and go. */
const unit = async (on: TestPlatform, side: Side, way: Way, tally: Tally): Promise<void> => {
  const look = async (tx: Tx): Promise<void> => {
    const found = await seen(tx);
    if (JSON.stringify(found) !== JSON.stringify(side.sees))
      tally.leaks.push(`${side.name} saw ${found.join(', ') || 'nothing'} in a unit of work (${way})`);
  };
  const work = async (tx: Tx) => {
    await look(tx);
    await tx.manager.query('update canary set touched = touched + 1');
    await new Promise((resolve) => setImmediate(resolve));
    await look(tx);
    if (way === 'throw') throw new Error('a bug');
    if (way === 'refusal') return err(refuse('NOT_FOUND', {}, []));
    if (way !== 'Ok' && way !== 'read') await misuse[way](tx);
    return ok(null);
  };
  try {
    if (way === 'read')
      await on.work.read(side.actor, async (tx) => {
        await look(tx);
        await look(tx);
      });
    else await on.work.run(side.actor, work);
    count(tally, `${way}: ended`);
  } catch {
    count(tally, `${way}: threw`);
  }
};

const LEFT = `select pg_backend_pid() as pid, concat_ws('|', nullif(current_setting('app.tenant_id', true), ''),
  nullif(current_setting('app.tenant_ids', true), ''), nullif(current_setting('app.lead_id', true), ''),
  nullif(current_setting('app.member_lead_id', true), ''), nullif(current_setting('app.door', true), ''),
  nullif(current_setting('transaction_read_only'), 'off'), nullif(current_setting('statement_timeout'), '30s'),
  pg_current_xact_id_if_assigned()::text) as left`;

/** What lies on a connection of the pool that no unit of work has; '' when nothing does. */
const leftOn = async (source: DataSource, holdMs = 0): Promise<{ pid: number; left: string }> => {
  const runner = source.createQueryRunner();
  try {
    const [row] = (await runner.query(LEFT)) as [{ pid: number; left: string }];
    await new Promise((resolve) => setTimeout(resolve, holdMs));
    return row;
  } finally {
    await runner.release();
  }
};

describe.each([1, 2, 5])('a pool of %i connections', (pool) => {
  it(`never leaks a context over ${UNITS} units of work, interleaved, failing and cut (seed ${seed})`, async () => {
    const on = await TestPlatform.start({ DATABASE_POOL: String(pool) }, platform);
    const source = on.context.get(DataSource, { strict: false });
    const choose = chooser(seed + pool);
    const plan = Array.from({ length: UNITS }, () => ({ side: choose(sides), way: choose<Way>(often) }));
    const tally: Tally = { leaks: [], ended: new Map() };
    const left: string[] = [];
    const queue = plan.values();
    const worker = async (): Promise<void> => {
      for (const { side, way } of queue) {
        await unit(on, side, way, tally);
        left.push((await leftOn(source)).left);
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      // At rest, each connection of the pool once: all are held until all are looked at.
      const all = await Promise.all(Array.from({ length: pool }, () => leftOn(source, 200)));
      expect(new Set(all.map(({ pid }) => pid)).size).toBe(pool);
      left.push(...all.map((connection) => connection.left));
    } finally {
      await on.stop();
    }
    expect(tally.leaks).toEqual([]);
    expect(left).toHaveLength(UNITS + pool);
    expect(left.filter((text) => text !== '')).toEqual([]);
    const planned = ways.map((way): [string, number] => [
      `${way}: ${fails.includes(way) ? 'threw' : 'ended'}`,
      plan.filter((unitOfWork) => unitOfWork.way === way).length,
    ]);
    expect(Object.fromEntries(tally.ended)).toEqual(Object.fromEntries(planned));
  }, 180_000);
});
