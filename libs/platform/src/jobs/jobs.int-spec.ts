import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { err, ok, refuse } from '#libs/kernel';
import { TestPlatform, until } from '../../../../test/platform.js';
import { Actor } from '../database/actor.js';
import { addJob, type NewJob } from './add-job.js';
import { finishJob } from './finish-job.js';
import { JobStore } from './job-store.js';
import { LeaseLost, type JobHandler, type TakenJob } from './job.js';

const LEAD = '00000000-0000-4000-8000-00000000000a';
const lead = Actor.job('test', { leadId: LEAD, personId: null });

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
  await platform.sql(`create table effect (number integer not null, by_whom text not null);
                      grant select, insert on effect to accede_service`);
});
afterAll(() => platform.stop());
beforeEach(() => platform.sql('truncate effect, job'));

const add = (job: Omit<NewJob, 'payload' | 'queue'> & { queue?: string; payload?: object } = {}) =>
  platform.work.run(lead, async (tx) => ok(await addJob(tx, { queue: 'count', payload: {}, ...job })));
const jobRows = () =>
  platform.sql<{ attempts: number; failed: boolean; held: boolean; error: string | null; wait: number }>(
    `select attempts, failed_at is not null as failed, lease_token is not null as held, last_error as error,
            extract(epoch from run_at - now())::float as wait from job order by created_at, id`,
  );
const due = () => platform.sql('update job set run_at = now()');
const endLeases = () =>
  platform.sql(`update job set leased_until = now() - interval '1 second' where leased_until is not null`);
const take = async (): Promise<TakenJob> => {
  const job = await platform.jobs.take(['count']);
  if (!job) throw new Error('no job is due');
  return job;
};

describe('adding a job', () => {
  it('shows it with the commit and never without', async () => {
    await platform.work.run(lead, async (tx) => {
      await addJob(tx, { queue: 'count', payload: { a: 1 } });
      expect(await platform.jobs.take(['count'])).toBeNull();
      return err(refuse('NOT_FOUND', {}, []));
    });
    expect(await platform.jobs.take(['count'])).toBeNull();
    await add({ payload: { a: 2 } });
    expect(await platform.jobs.take(['other'])).toBeNull();
    expect(await take()).toMatchObject({ queue: 'count', payload: { a: 2 }, attempts: 1 });
  });

  it('gives it out once, the one that is due first', async () => {
    await add({ payload: { n: 2 }, delaySeconds: -5 });
    await add({ payload: { n: 3 } });
    await add({ payload: { n: 1 }, delaySeconds: -9 });
    await add({ payload: { n: 4 }, delaySeconds: 60 });
    const taken = [await take(), await take(), await take()].map(({ payload }) => payload);
    expect(taken).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(await platform.jobs.take(['count'])).toBeNull();
  });

  it('lets no unit of work see another’s jobs, since they hold the words of mails', async () => {
    await add({ payload: { secret: true } });
    for (const actor of [lead, Actor.visitor(), Actor.tenantJob('test', LEAD)]) {
      const seen = await platform.work.read(actor, (tx) => tx.manager.query<unknown[]>('select * from job'));
      expect(seen).toEqual([]);
    }
  });

  it('leaves the door as it was, in a transaction with a door and in one without', async () => {
    for (const [actor, after] of [
      [lead, ''],
      [Actor.system('people'), 'system'],
    ] as const) {
      await platform.work.run(actor, async (tx) => {
        await addJob(tx, { queue: 'count', payload: {} });
        const [row] = await tx.manager.query<{ door: string }[]>(
          `select current_setting('app.door') as door`,
        );
        expect(row?.door).toBe(after);
        return ok(null);
      });
    }
  });
});

describe('a key of a job', () => {
  const keyed = (delaySeconds = 0) => add({ dedupeKey: 'k', delaySeconds });

  it('keeps a second one out while the first waits, and brings it forward', async () => {
    expect(await keyed(600)).toEqual(ok(true));
    expect(await keyed(300)).toEqual(ok(false));
    expect(await keyed(900)).toEqual(ok(false));
    const rows = await jobRows();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.wait).toBeGreaterThan(290);
    expect(rows[0]?.wait).toBeLessThanOrEqual(300);
    expect(await add({ dedupeKey: 'k', queue: 'other' })).toEqual(ok(true));
    expect(await add({ dedupeKey: 'l' })).toEqual(ok(true));
  });

  it('lets one be added while the first runs, and runs it after that one', async () => {
    await keyed();
    const first = await take();
    expect(await keyed()).toEqual(ok(true));
    expect(await keyed()).toEqual(ok(false));
    expect(await platform.jobs.take(['count'])).toBeNull();
    await platform.jobs.remove(first);
    expect((await take()).id).not.toBe(first.id);
  });

  it('lets one be added when the first was set aside', async () => {
    await keyed();
    await platform.sql('update job set failed_at = now()');
    expect(await keyed()).toEqual(ok(true));
    expect(await jobRows()).toHaveLength(2);
  });

  it('keeps a job that waits from being taken before a change that it should see is committed', async () => {
    await keyed();
    await platform.work.run(lead, async (tx) => {
      expect(await addJob(tx, { queue: 'count', payload: {}, dedupeKey: 'k' })).toBe(false);
      expect(await platform.jobs.take(['count'])).toBeNull();
      return ok(null);
    });
    expect(await take()).toMatchObject({ attempts: 1 });
  });

  it('makes one that failed give way to its like that was added meanwhile', async () => {
    await keyed();
    const first = await take();
    await keyed(600);
    await platform.jobs.giveBack(first, new Error('no'));
    expect(await jobRows()).toMatchObject([{ attempts: 0, failed: false, held: false, error: null }]);
  });

  it('stands when eight add it at once', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => keyed()));
    expect(results.filter((result) => result.ok && result.value)).toHaveLength(1);
    expect(await jobRows()).toHaveLength(1);
  });
});

describe('a lease', () => {
  it('ends on the database’s clock, and then another worker has the job', async () => {
    await add();
    const first = await take();
    expect(await platform.jobs.take(['count'])).toBeNull();
    const [row] = await platform.sql<{ left: number }>(
      'select extract(epoch from leased_until - now())::float as left from job',
    );
    expect(row?.left).toBeGreaterThan(25);
    expect(row?.left).toBeLessThanOrEqual(30);
    await endLeases();
    const second = await take();
    expect([second.id, second.attempts]).toEqual([first.id, 2]);
    expect(await platform.jobs.keep(first)).toBe(false);
    expect(await platform.jobs.keep(second)).toBe(true);
  });

  it('that was lost takes the effect with it, and nothing from the one who has it now', async () => {
    await add();
    const first = await take();
    await endLeases();
    const second = await take();
    const effect = platform.work.run(lead, async (tx) => {
      await tx.manager.query(`insert into effect values (1, 'first')`);
      await finishJob(tx, first);
      return ok(null);
    });
    await expect(effect).rejects.toThrow(LeaseLost);
    await platform.jobs.remove(first);
    await platform.jobs.giveBack(first, new Error('late'));
    expect(await platform.sql('select * from effect')).toEqual([]);
    expect(await jobRows()).toMatchObject([{ held: true, error: null }]);
    await platform.work.run(lead, async (tx) => ok(await finishJob(tx, second)));
    expect(await jobRows()).toEqual([]);
  });

  it('is given out once, to eight who ask at the same time', async () => {
    await add();
    const taken = await Promise.all(Array.from({ length: 8 }, () => platform.jobs.take(['count'])));
    expect(taken.filter((job) => job !== null)).toHaveLength(1);
  });
});

describe('a job that fails', () => {
  it('waits longer each time and is set aside for a person after twelve tries', async () => {
    await add();
    for (let attempt = 1; attempt <= 11; attempt += 1) {
      const job = await take();
      expect(job.attempts).toBe(attempt);
      await platform.jobs.giveBack(job, new Error(`no ${attempt}`));
      const [row] = await jobRows();
      const longest = Math.min(600, 2 ** attempt);
      expect(row).toMatchObject({ failed: false, held: false, error: `no ${attempt}` });
      expect(row?.wait).toBeGreaterThan(longest / 2 - 1);
      expect(row?.wait).toBeLessThanOrEqual(longest);
      expect(await platform.jobs.take(['count'])).toBeNull();
      await due();
    }
    await platform.jobs.giveBack(await take(), 'no 12');
    expect(await jobRows()).toMatchObject([{ attempts: 12, failed: true, error: 'no 12' }]);
    await due();
    expect(await platform.jobs.take(['count'])).toBeNull();
    expect(await platform.jobs.counts()).toEqual([{ queue: 'count', waiting: 0, failed: 1 }]);
  });

  it('is set aside too when it ended its worker twelve times, and the next one is given out', async () => {
    await add({ payload: { deadly: true }, delaySeconds: -5 });
    await add({ payload: { deadly: false } });
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      expect(await take()).toMatchObject({ payload: { deadly: true }, attempts: attempt });
      await endLeases();
    }
    expect(await take()).toMatchObject({ payload: { deadly: false }, attempts: 1 });
    expect((await jobRows())[0]).toMatchObject({
      attempts: 12,
      failed: true,
      error: 'its workers ended while they did it',
    });
  });

  it('keeps no more than 500 letters of the fault', async () => {
    await add();
    await platform.jobs.giveBack(await take(), new Error('x'.repeat(900)));
    expect((await jobRows())[0]?.error).toBe('x'.repeat(500));
  });
});

describe('a worker', () => {
  const counting = (handle: (job: TakenJob) => Promise<void>, queue = 'count'): JobHandler => ({
    queue,
    handle,
  });
  const withEffect = (by: string) =>
    counting(async (job) => {
      await platform.work.run(lead, async (tx) => {
        const { n } = job.payload as { n: number };
        await tx.manager.query('insert into effect values ($1, $2)', [n, by]);
        await finishJob(tx, job);
        return ok(null);
      });
    });

  it('wakes at once when a job is added, long before it would look', async () => {
    const runner = await platform.runJobs([withEffect('runner')]);
    await until('it rests', async () => (await platform.sql(`select from job`)).length === 0);
    const began = Date.now();
    for (let n = 1; n <= 8; n += 1) {
      await add({ payload: { n } });
      await until(`job ${n} is done`, async () => (await platform.sql('select from effect')).length === n);
    }
    // A worker that only looked every two seconds would need about eight.
    expect(Date.now() - began).toBeLessThan(3_000);
    await runner.stop();
  });

  it('hears again after its connection was cut', async () => {
    const heard = `select pid from pg_stat_activity where application_name = 'accede-jobs' and datname = current_database()`;
    const runner = await platform.runJobs([withEffect('runner')]);
    const [before] = await platform.sql<{ pid: number }>(heard);
    await platform.sql('select pg_terminate_backend($1)', [before?.pid]);
    await until('it listens again', async () => {
      const [now] = await platform.sql<{ pid: number }>(heard);
      return now !== undefined && now.pid !== before?.pid;
    });
    await add({ payload: { n: 1 } });
    await until('the job is done', async () => (await platform.sql('select from effect')).length === 1);
    await runner.stop();
  });

  it('has four jobs in hand at once, ends after them and takes no other', async () => {
    let begun = 0;
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const runner = await platform.runJobs([
      counting(async () => {
        begun += 1;
        await finished;
      }),
    ]);
    for (let n = 1; n <= 5; n += 1) await add({ payload: { n } });
    await until('it works', () => begun === 4);
    const stopped = runner.stop();
    finish();
    await stopped;
    expect(await jobRows()).toMatchObject([{ attempts: 0, held: false }]);
  });

  it('begins with all that one transaction added, though it is heard once', async () => {
    const doing = new Set<string>();
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const runner = await platform.runJobs([
      counting(async ({ id }) => {
        doing.add(id);
        await finished;
      }),
    ]);
    await platform.work.run(lead, async (tx) => {
      for (let n = 1; n <= 4; n += 1) await addJob(tx, { queue: 'count', payload: { n } });
      return ok(null);
    });
    const began = Date.now();
    await until('all four are in hand', () => doing.size === 4);
    // Those that only looked every two seconds would come later.
    expect(Date.now() - began).toBeLessThan(1_000);
    finish();
    await runner.stop();
  });

  it('removes a job whose handler returned, and gives back one whose handler threw', async () => {
    const done: unknown[] = [];
    const runner = await platform.runJobs([
      counting((job) => {
        const { n } = job.payload as { n: number };
        if (n === 2) return Promise.reject(new Error('not this one'));
        done.push(n);
        return Promise.resolve();
      }),
    ]);
    for (const n of [1, 2, 3]) await add({ payload: { n } });
    await until('one is left', async () => {
      const rows = await jobRows();
      return rows.length === 1 && rows[0]?.error === 'not this one' && !rows[0].held;
    });
    expect(done).toEqual([1, 3]);
    await runner.stop();
  });

  it('refuses two handlers of one queue', async () => {
    await expect(platform.runJobs([withEffect('a'), withEffect('b')])).rejects.toThrow(
      'two handlers have the same queue',
    );
  });

  it('that is killed by force leaves its job to another when the lease ends', async () => {
    await add({ payload: { n: 7 } });
    const program = fileURLToPath(new URL('../../../../test/platform/hanging-worker.js', import.meta.url));
    const worker: ChildProcess = spawn(process.execPath, [program], {
      cwd: path.dirname(program),
      env: { ...process.env, NODE_OPTIONS: '', APP_DATABASE_URL: platform.database.appUrl },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [line] = (await once(worker.stdout!, 'data')) as [Buffer];
      expect(line.toString()).toBe('has job {"n":7}\n');
      expect(await jobRows()).toMatchObject([{ attempts: 1, held: true }]);
    } finally {
      worker.kill('SIGKILL');
      await once(worker, 'exit');
    }
    expect(await platform.sql('select * from effect')).toEqual([]);
    expect(await platform.jobs.take(['count'])).toBeNull();
    await endLeases();
    const runner = await platform.runJobs([withEffect('the other')]);
    await until('another has done it', async () => (await jobRows()).length === 0);
    expect(await platform.sql('select * from effect')).toEqual([{ number: 7, by_whom: 'the other' }]);
    await runner.stop();
  });
});

class Crash extends Error {}

/** A worker that dies: it gives nothing back, and its lease ends (in the database, not by waiting). */
class DyingStore extends JobStore {
  override async giveBack(job: TakenJob, error: unknown): Promise<void> {
    if (!(error instanceof Crash)) return super.giveBack(job, error);
    await platform.sql(`update job set leased_until = now() - interval '1 second' where lease_token = $1`, [
      job.token,
    ]);
  }
}

describe('four workers, 400 jobs and 24 crashes', () => {
  it('make 400 effects, each once', async () => {
    const total = 400;
    const crashes = new Map<number, 'before' | 'inside' | 'after' | 'lease lost'>();
    const ways = ['before', 'inside', 'after', 'lease lost'] as const;
    for (let i = 0; i < 24; i += 1) crashes.set(5 + i * 16, ways[i % 4]!);
    const happened: string[] = [];

    const effect = (job: TakenJob, crash = false) =>
      platform.work.run(lead, async (tx) => {
        await tx.manager.query('insert into effect values ($1, $2)', [
          (job.payload as { n: number }).n,
          job.token,
        ]);
        await finishJob(tx, job);
        if (crash) throw new Crash();
        return ok(null);
      });
    const handle = async (job: TakenJob): Promise<void> => {
      const { n } = job.payload as { n: number };
      const how = job.attempts === 1 ? crashes.get(n) : undefined;
      if (how === undefined) return void (await effect(job));
      happened.push(how);
      if (how === 'before') throw new Crash();
      if (how === 'inside') await effect(job, true);
      if (how === 'after') await effect(job);
      if (how === 'lease lost') {
        // It only seems dead: it wakes after another has done its job, and must not do it again.
        await platform.sql(`update job set leased_until = now() - interval '1 second' where id = $1`, [
          job.id,
        ]);
        await until(
          `another does ${n}`,
          async () => (await platform.sql('select from effect where number = $1', [n])).length > 0,
        );
        await effect(job);
        return;
      }
      throw new Crash();
    };

    await platform.work.run(lead, async (tx) => {
      for (let n = 0; n < total; n += 1) await addJob(tx, { queue: 'count', payload: { n } });
      return ok(null);
    });
    const store = new DyingStore(platform.work);
    const runners = await Promise.all(
      [1, 2, 3, 4].map(() => platform.runJobs([{ queue: 'count', handle }], store)),
    );
    await until('all is done', async () => (await platform.sql('select from job')).length === 0, 250);
    await Promise.all(runners.map((runner) => runner.stop()));

    expect(happened.sort()).toEqual(ways.flatMap((way) => Array.from({ length: 6 }, () => way)).sort());
    const [counts] = await platform.sql(
      'select count(*)::int as effects, count(distinct number)::int as jobs, min(number) as first, max(number) as last from effect',
    );
    expect(counts).toEqual({ effects: total, jobs: total, first: 0, last: total - 1 });
  });
});
