import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { TestPlatform } from '../../../../test/platform.js';
import type { Json } from '../audit/canonical-json.js';
import { Actor } from '../database/actor.js';
import { addJob } from '../jobs/add-job.js';
import { newId } from '../new-id.js';
import { once } from './once.js';

const A = '00000000-0000-4000-8000-00000000000a';
const B = '00000000-0000-4000-8000-00000000000b';
const PERSON = '00000000-0000-4000-8000-000000000001';
const KEY = 'key-12345';

const memberOf = (bodyId: string, capacity: 'TENANT' | 'LEAD' = 'TENANT') =>
  Actor.person({ personId: PERSON, bodyId, capacity, roles: [], requestId: null });

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start({ DATABASE_POOL: '8' });
});
afterAll(() => platform.stop());
beforeEach(() => platform.sql('truncate idempotency_receipt, job'));

type Answer = { thingId: string };
interface Ask {
  readonly actor?: Actor;
  readonly operation?: string;
  readonly key?: string;
  readonly command?: Record<string, Json | undefined>;
  readonly work?: () => Promise<Result<Answer>>;
}

const usual = { name: 'Payroll', pence: 1200n, tags: ['a', 'b'] };

/** An action as all are: one unit of work with `once` first; its effect is a job. */
const ask = ({
  actor = memberOf(A),
  operation = 'thing.create',
  key = KEY,
  command = usual,
  work,
}: Ask = {}) =>
  platform.work.run(actor, (tx) =>
    once<Answer>(tx, { operation, key, command }, async () => {
      await addJob(tx, { queue: 'effect', payload: {} });
      return work ? work() : ok({ thingId: newId() });
    }),
  );
const effects = async () => (await platform.sql('select from job')).length;
const refused = (code: Parameters<typeof refuse>[0], values: Record<string, string> = {}) =>
  err(refuse(code as 'IDEMPOTENCY_KEY_REUSED', values as never, ['idempotencyKey']));

describe('a request with a key', () => {
  it('is done once: a repeat answers the same', async () => {
    const first = await ask();
    expect(first.ok).toBe(true);
    for (let i = 0; i < 5; i += 1) expect(await ask()).toEqual(first);
    expect(await effects()).toBe(1);
  });

  it('is done once when sixteen ask at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 16 }, () => ask()));
    expect(answers[0]?.ok).toBe(true);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await effects()).toBe(1);
  });

  it('is the same request whatever the order of its fields, and without those that have no value', async () => {
    const first = await ask({ command: { ...usual, note: null, more: { x: 1, y: undefined } } });
    expect(
      await ask({ command: { more: { x: 1 }, tags: ['a', 'b'], pence: 1200n, name: 'Payroll' } }),
    ).toEqual(first);
  });

  it.each<[string, Record<string, Json | undefined>, string]>([
    ['a text', { ...usual, name: 'HR' }, 'name'],
    ['an amount', { ...usual, pence: 1201n }, 'pence'],
    ['the order of a list', { ...usual, tags: ['b', 'a'] }, 'tags'],
    ['several', { name: 'HR', pence: 1n, tags: usual.tags }, 'name, pence'],
    ['a field more', { ...usual, note: 'new' }, 'note'],
    ['a field less', { name: usual.name, pence: usual.pence }, 'tags'],
  ])('with %s changed is refused and names it', async (_, command, fields) => {
    await ask();
    expect(await ask({ command })).toEqual(refused('IDEMPOTENCY_KEY_REUSED', { fields }));
    expect(await effects()).toBe(1);
  });

  it('that was refused leaves its key for the mended one', async () => {
    const refusal = err(refuse('NOT_FOUND', {}, []));
    expect(await ask({ work: () => Promise.resolve(refusal) })).toEqual(refusal);
    expect(await effects()).toBe(0);
    expect((await ask({ command: { ...usual, name: 'HR' } })).ok).toBe(true);
    expect(await effects()).toBe(1);
  });

  it('that ended in a bug leaves its key, and no receipt', async () => {
    await expect(ask({ work: () => Promise.reject(new Error('a bug')) })).rejects.toThrow('a bug');
    expect(await platform.sql('select * from idempotency_receipt')).toEqual([]);
    expect((await ask()).ok).toBe(true);
  });

  it('waits for the same one that still runs, and does it itself when that one is refused', async () => {
    let second: Promise<Result<Answer>> | undefined;
    const first = await ask({
      work: async () => {
        second = ask();
        await new Promise((resolve) => setTimeout(resolve, 200));
        return err(refuse('NOT_FOUND', {}, []));
      },
    });
    expect([first.ok, (await second)?.ok]).toEqual([false, true]);
    expect(await effects()).toBe(1);
  });

  it('is told to come back when the same one runs for longer than two seconds', async () => {
    let waited = 0;
    let second: Result<Answer> | undefined;
    const first = await ask({
      work: async () => {
        const began = Date.now();
        second = await ask();
        waited = Date.now() - began;
        return ok({ thingId: A });
      },
    });
    expect(second).toEqual(refused('IDEMPOTENCY_KEY_IN_USE'));
    expect(waited).toBeGreaterThan(1_900);
    expect(waited).toBeLessThan(6_000);
    expect(await ask()).toEqual(first);
    expect(await effects()).toBe(1);
  });

  it('waits for other locks as long as any other request', async () => {
    const patience = await platform.work.run(memberOf(A), (tx) =>
      once(tx, { operation: 'o', key: KEY, command: {} }, async () => {
        const [row] = await tx.manager.query<{ patience: string }[]>(
          `select current_setting('lock_timeout') as patience`,
        );
        return ok({ patience: row?.patience ?? '' });
      }),
    );
    expect(patience).toEqual(ok({ patience: '10s' }));
  });
});

describe('a key', () => {
  it('belongs to the body, its capacity and the operation: the same letters elsewhere are another key', async () => {
    const others: Ask[] = [
      {},
      { actor: memberOf(B) },
      { actor: memberOf(A, 'LEAD') },
      { operation: 'thing.change' },
      { actor: Actor.system('people', null, PERSON) },
      { key: `${KEY}6` },
    ];
    const answers = await Promise.all(
      others.map((other) => ask({ ...other, command: { n: Math.random() } })),
    );
    expect(answers.map(({ ok: good }) => good)).toEqual(others.map(() => true));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(others.length);
    expect(await effects()).toBe(others.length);
  });

  it.each(['', 'short12', 'x'.repeat(129), 'with space', 'Ünïcode-key', 'semi;colon', 'line\nbreak'])(
    'may not be %j',
    async (key) => {
      expect(await ask({ key })).toEqual(refused('IDEMPOTENCY_KEY_FORMAT'));
      expect(await effects()).toBe(0);
    },
  );

  it.each(['x'.repeat(8), 'x'.repeat(128), 'A-z_0-9-'])('may be %j', async (key) => {
    expect((await ask({ key })).ok).toBe(true);
  });

  it('is nobody’s to share: without a body or a person there is none', async () => {
    await expect(ask({ actor: Actor.visitor() })).rejects.toThrow('nobody in particular asks');
  });

  it('is shared by visitors alone, for what anyone may ask', async () => {
    const open = (actor: Actor, command: object = {}) =>
      platform.work.run(actor, (tx) =>
        once(tx, { operation: 'o', key: KEY, command: { ...command }, open: true }, () =>
          Promise.resolve(ok({ id: newId() })),
        ),
      );
    const first = await open(Actor.visitor());
    expect(first.ok).toBe(true);
    expect(await open(Actor.visitor())).toEqual(first);
    expect(await open(Actor.visitor(), { name: 'Payroll' })).toMatchObject({ ok: false });
    const [ofOne, ofAnother] = [
      await open(Actor.system('estimate', null, newId())),
      await open(Actor.system('estimate', null, newId())),
    ];
    expect(new Set([first, ofOne, ofAnother].map((answer) => JSON.stringify(answer))).size).toBe(3);
  });

  it('and what was asked with it are kept nowhere', async () => {
    await ask({ key: 'secret-key-1', command: { name: 'Payroll', pence: 5n } });
    await ask({ key: 'secret-key-2', command: { name: 'Payroll', pence: 5n } });
    const rows = await platform.sql<{ field_digests: Record<string, string>; text: string }>(
      'select field_digests, r::text as text from idempotency_receipt r',
    );
    expect(rows).toHaveLength(2);
    expect(rows.map(({ text }) => text).join()).not.toMatch(/secret-key|Payroll/);
    // The same value makes another digest with another key, so that it cannot be found by trying values.
    expect(rows[0]?.field_digests['pence']).not.toBe(rows[1]?.field_digests['pence']);
  });
});
