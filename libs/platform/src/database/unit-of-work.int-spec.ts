import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { escapeIdentifier } from 'pg';
import { DataSource } from 'typeorm';
import { err, ok, refuse } from '#libs/kernel';
import { sqlAt, TestPlatform, until } from '../../../../test/platform.js';
import { Actor } from './actor.js';
import { brokenConstraint, sqlState } from './sql-error.js';
import type { Tx } from './tx.js';

const visitor = Actor.visitor();
const refusal = () => err(refuse('NOT_FOUND', {}, []));

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start({ DATABASE_POOL: '4' });
  await platform.sql(`
    create table thing (id integer primary key, value integer not null default 0,
      parent integer references thing deferrable initially deferred);
    grant select, insert, update, delete on thing to accede_service`);
});
afterAll(() => platform.stop());
beforeEach(() => platform.sql('truncate thing; insert into thing (id) values (1), (2)'));

const add = (tx: Tx, id: number, parent: number | null = null) =>
  tx.manager.query('insert into thing (id, parent) values ($1, $2)', [id, parent]);
const raise = (tx: Tx, id: number) =>
  tx.manager.query('update thing set value = value + 1 where id = $1', [id]);
const valuesNow = async () => {
  const rows = await platform.sql<{ id: number; value: number }>('select id, value from thing order by id');
  return Object.fromEntries(rows.map(({ id, value }) => [id, value]));
};
const thrownBy = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

describe('a unit of work', () => {
  it('commits on Ok and answers what the work answered', async () => {
    const result = await platform.work.run(visitor, async (tx) => {
      await add(tx, 3);
      return ok('done');
    });
    expect(result).toEqual(ok('done'));
    expect(await valuesNow()).toEqual({ 1: 0, 2: 0, 3: 0 });
  });

  it('rolls back on a refusal and answers it', async () => {
    const result = await platform.work.run(visitor, async (tx) => {
      await add(tx, 3);
      return refusal();
    });
    expect(result).toEqual(refusal());
    expect(await valuesNow()).toEqual({ 1: 0, 2: 0 });
  });

  it('rolls back on a throw and throws it on', async () => {
    const bug = new Error('a bug');
    const work = platform.work.run(visitor, async (tx) => {
      await add(tx, 3);
      throw bug;
    });
    expect(await thrownBy(work)).toBe(bug);
    expect(await valuesNow()).toEqual({ 1: 0, 2: 0 });
  });

  it('names the constraint that a statement broke', async () => {
    const error = await thrownBy(platform.work.run(visitor, async (tx) => ok(await add(tx, 1))));
    expect([brokenConstraint(error), sqlState(error)]).toEqual(['thing_pkey', '23505']);
    expect([brokenConstraint(new Error('other')), sqlState(null), sqlState(new Error('x'))]).toEqual([
      null,
      '',
      '',
    ]);
  });

  it('never answers Ok when an error was swallowed and the database would quietly roll back', async () => {
    const work = platform.work.run(visitor, async (tx) => {
      await add(tx, 3);
      await add(tx, 1).catch(() => undefined);
      return ok('done');
    });
    expect(sqlState(await thrownBy(work))).toBe('25P02');
    expect(await valuesNow()).toEqual({ 1: 0, 2: 0 });
  });

  it('never answers Ok when what was put off to the end does not hold', async () => {
    const work = platform.work.run(visitor, async (tx) => {
      await add(tx, 3, 99);
      return ok('done');
    });
    expect(brokenConstraint(await thrownBy(work))).toBe('thing_parent_fkey');
    expect(await valuesNow()).toEqual({ 1: 0, 2: 0 });
  });

  it('rolls all back when the work leaves a savepoint open', async () => {
    const work = platform.work.run(visitor, async (tx) => {
      await tx.manager.queryRunner?.startTransaction();
      await add(tx, 3);
      return ok('done');
    });
    expect(await thrownBy(work)).toEqual(new Error('a transaction was left open inside the unit of work'));
    expect(await valuesNow()).toEqual({ 1: 0, 2: 0 });
  });

  it('takes no more statements once it has ended', async () => {
    let kept: Tx | undefined;
    await platform.work.run(visitor, async (tx) => ok((kept = tx)));
    expect(() => kept?.manager).toThrow('this unit of work has ended');
    await platform.work.read(visitor, async (tx) => (kept = tx));
    expect(() => kept?.manager).toThrow('this unit of work has ended');
  });

  it('has no tenant, lead authority or person where there is none', async () => {
    await platform.work.read(visitor, async (tx) => {
      expect(() => tx.tenantId).toThrow('this unit of work has no tenant');
      expect(() => tx.leadId).toThrow('this unit of work has no lead authority');
      expect(() => tx.personId).toThrow('this unit of work has no person');
      return Promise.resolve();
    });
  });
});

describe('a reading unit of work', () => {
  it('sees one moment, whatever is committed meanwhile', async () => {
    await platform.work.read(visitor, async (tx) => {
      const count = () => tx.manager.query<{ n: number }[]>('select count(*)::int as n from thing');
      expect(await count()).toEqual([{ n: 2 }]);
      await platform.work.run(visitor, async (other) => ok(await add(other, 3)));
      expect(await count()).toEqual([{ n: 2 }]);
    });
    expect(await valuesNow()).toEqual({ 1: 0, 2: 0, 3: 0 });
  });

  it('writes nothing, and cannot be made to', async () => {
    const error = await thrownBy(platform.work.read(visitor, (tx) => add(tx, 3)));
    expect(sqlState(error)).toBe('25006');
    const trick = platform.work.read(visitor, async (tx) => {
      await tx.manager.query('set transaction read write');
      await add(tx, 3);
    });
    expect(sqlState(await thrownBy(trick))).toBe('25001');
    expect(await valuesNow()).toEqual({ 1: 0, 2: 0 });
  });

  it('lets its readers take turns, in the order they asked, past one that fails', async () => {
    const reading = await platform.work.openRead(visitor);
    const order: string[] = [];
    const turn = (name: string, fails = false) =>
      reading.run(async (tx) => {
        order.push(`${name} begins`);
        await tx.manager.query('select pg_sleep(0.01)');
        order.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const turns = await Promise.allSettled([turn('a'), turn('b', true), turn('c')]);
    await reading.close();
    expect(turns.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('lets those who wait finish before it closes, and then refuses', async () => {
    const reading = await platform.work.openRead(visitor);
    const slow = reading.run((tx) => tx.manager.query<unknown[]>('select pg_sleep(0.05)'));
    const closed = reading.close();
    await expect(reading.run(() => Promise.resolve())).rejects.toThrow('this unit of work has ended');
    expect(await slow).toHaveLength(1);
    await closed;
    await reading.close();
    await expect(reading.run(() => Promise.resolve())).rejects.toThrow('this unit of work has ended');
  });
});

describe('two units of work that meet', () => {
  it('both succeed after a deadlock: one is run again, whole', async () => {
    let runs = 0;
    let holding = 0;
    const bothHold = until.bind(null, 'both hold a row', () => holding >= 2);
    const crossing = (first: number, second: number) =>
      platform.work.run(visitor, async (tx) => {
        runs += 1;
        await raise(tx, first);
        holding += 1;
        await bothHold();
        await raise(tx, second);
        return ok(null);
      });
    const results = await Promise.all([crossing(1, 2), crossing(2, 1)]);
    expect(results.map((result) => result.ok)).toEqual([true, true]);
    expect(runs).toBe(3);
    expect(await valuesNow()).toEqual({ 1: 2, 2: 2 });
  });

  it('both succeed when the database cannot put them in an order at first', async () => {
    await platform.sql(`do $$ begin
      execute format('alter database %I set default_transaction_isolation = %L', current_database(), 'repeatable read');
    end $$`);
    const strict = await TestPlatform.start({ DATABASE_POOL: '2' }, platform);
    try {
      const seen: number[] = [];
      const result = await strict.work.run(visitor, async (tx) => {
        const [row] = await tx.manager.query<{ value: number }[]>('select value from thing where id = 1');
        seen.push(row?.value ?? -1);
        if (seen.length === 1) await strict.work.run(visitor, async (other) => ok(await raise(other, 1)));
        await tx.manager.query('update thing set value = $1 where id = 1', [(row?.value ?? 0) + 1]);
        return ok(null);
      });
      expect(result.ok).toBe(true);
      expect(seen).toEqual([0, 1]);
      expect(await valuesNow()).toEqual({ 1: 2, 2: 0 });
    } finally {
      await strict.stop();
      await platform.sql(`do $$ begin
        execute format('alter database %I reset default_transaction_isolation', current_database());
      end $$`);
    }
  });

  it.each(['40001', '40P01'])('give up after five tries that end in %s', async (state) => {
    let runs = 0;
    const work = platform.work.run(visitor, async (tx) => {
      runs += 1;
      await tx.manager.query(`do $$ begin raise exception 'again' using errcode = '${state}'; end $$`);
      return ok(null);
    });
    expect(sqlState(await thrownBy(work))).toBe(state);
    expect(runs).toBe(5);
  });

  it('are not run again after another error', async () => {
    let runs = 0;
    const work = platform.work.run(visitor, async (tx) => {
      runs += 1;
      await add(tx, 1);
      return ok(null);
    });
    expect(sqlState(await thrownBy(work))).toBe('23505');
    expect(runs).toBe(1);
  });
});

describe('a connection', () => {
  const tenant = Actor.tenantJob('test', '00000000-0000-4000-8000-00000000000c');
  const door = Actor.system('people');
  let narrow: TestPlatform;

  beforeAll(async () => {
    narrow = await TestPlatform.start({ DATABASE_POOL: '1' }, platform);
  });
  afterAll(() => narrow.stop());

  const settingsLeft = () =>
    narrow.context.get(DataSource, { strict: false }).query<Record<string, string>[]>(
      `select coalesce(current_setting('app.tenant_id', true), '') || coalesce(current_setting('app.tenant_ids', true), '')
           || coalesce(current_setting('app.lead_id', true), '') || coalesce(current_setting('app.member_lead_id', true), '')
           || coalesce(current_setting('app.door', true), '') as settings, current_setting('transaction_read_only') as ro,
              pg_current_xact_id_if_assigned() is null as idle`,
    );

  it.each([
    ['Ok', () => narrow.work.run(tenant, (tx) => add(tx, 3).then(ok))],
    ['a refusal', () => narrow.work.run(door, () => Promise.resolve(refusal()))],
    ['a throw', () => narrow.work.run(tenant, () => Promise.reject(new Error('a bug')))],
    ['a swallowed error', () => narrow.work.run(door, (tx) => add(tx, 1).catch(() => ok(null)) as never)],
    ['a read', () => narrow.work.read(tenant, (tx) => tx.manager.query('select 1'))],
    ['a read that throws', () => narrow.work.read(door, () => Promise.reject(new Error('a bug')))],
  ])('has no setting left on it after %s', async (_, work) => {
    await work().catch(() => undefined);
    expect(await settingsLeft()).toEqual([{ settings: '', ro: 'off', idle: true }]);
  });

  it('that is cut in the middle fails its unit of work alone', async () => {
    const work = narrow.work.run(tenant, async (tx) => {
      await add(tx, 3);
      const [row] = await tx.manager.query<{ pid: number }[]>('select pg_backend_pid() as pid');
      await platform.sql('select pg_terminate_backend($1)', [row?.pid]);
      await raise(tx, 1);
      return ok(null);
    });
    await expect(work).rejects.toThrow();
    expect((await narrow.work.run(tenant, async (tx) => ok(await raise(tx, 2)))).ok).toBe(true);
    expect(await valuesNow()).toEqual({ 1: 0, 2: 1 });
  });

  it('that is cut between two readers fails the second and is closed without a word', async () => {
    const reading = await narrow.work.openRead(tenant);
    const [row] = await reading.run((tx) =>
      tx.manager.query<{ pid: number }[]>('select pg_backend_pid() as pid'),
    );
    await platform.sql('select pg_terminate_backend($1)', [row?.pid]);
    await expect(reading.run((tx) => tx.manager.query('select 1'))).rejects.toThrow();
    await reading.close();
    expect((await narrow.work.run(tenant, async (tx) => ok(await raise(tx, 2)))).ok).toBe(true);
  });

  it('that cannot be had fails the unit of work before it begins, and the next one works', async () => {
    const name = new URL(platform.database.adminUrl).pathname.slice(1);
    const elsewhere = new URL(platform.database.adminUrl);
    elsewhere.pathname = '/postgres';
    const letIn = (yes: boolean) =>
      sqlAt(elsewhere.href, `alter database ${escapeIdentifier(name)} allow_connections ${yes}`);
    const cutIdle = `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = 'accede_app'`;
    await letIn(false);
    try {
      await sqlAt(elsewhere.href, cutIdle, [name]);
      let begun = false;
      const work = narrow.work.run(visitor, () => {
        begun = true;
        return Promise.resolve(ok(null));
      });
      expect(sqlState(await thrownBy(work))).toMatch(/^(55000|57P01|ECONNRESET|)$/);
      expect(sqlState(await thrownBy(narrow.work.openRead(visitor)))).toBe('55000');
      expect(begun).toBe(false);
    } finally {
      await letIn(true);
    }
    expect((await narrow.work.run(tenant, async (tx) => ok(await raise(tx, 1)))).ok).toBe(true);
  });
});

describe('the one clock', () => {
  const nowIn = (on: TestPlatform) =>
    on.work.read(visitor, (tx) => Promise.resolve({ now: tx.now.getTime(), today: tx.today }));

  it('moves for every process of a demonstration and for no other', async () => {
    const demonstration = await TestPlatform.start({ ACCEDE_DEMO: '1' }, platform);
    try {
      const target = Date.UTC(2030, 5, 30, 23, 30);
      await platform.sql('update clock_setting set shift_ms = $1', [target - Date.now()]);
      const moved = await nowIn(demonstration);
      expect(Math.abs(moved.now - target)).toBeLessThan(10_000);
      expect(moved.today).toBe('2030-07-01');
      expect(Math.abs((await nowIn(platform)).now - Date.now())).toBeLessThan(10_000);
    } finally {
      await platform.sql('update clock_setting set shift_ms = 0');
      await demonstration.stop();
    }
  });

  it('cannot be moved by the service', async () => {
    const work = platform.work.run(Actor.system('housekeeping'), async (tx) =>
      ok(await tx.manager.query('update clock_setting set shift_ms = 1')),
    );
    expect(sqlState(await thrownBy(work))).toBe('42501');
  });
});
