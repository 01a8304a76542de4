import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { err, ok, refuse } from '#libs/kernel';
import { TestPlatform } from '../../../../test/platform.js';
import { Actor } from '../database/actor.js';
import { takeNumber } from './take-number.js';

const A = '00000000-0000-4000-8000-00000000000a';
const B = '00000000-0000-4000-8000-00000000000b';
const seed = Number(process.env['ACCEDE_TEST_SEED'] ?? Date.now() % 2_147_483_647);
const leadOf = (leadId: string) => Actor.job('test', { leadId, personId: null });

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start({ DATABASE_POOL: '16' });
  await platform.sql(`create table used (lead_id uuid, series text, number bigint, primary key (lead_id, series, number));
                      grant select, insert on used to accede_service`);
});
afterAll(() => platform.stop());

/** A document that takes a number, last; it comes to nothing when `fails`. */
const issue = (
  leadId: string,
  series: string,
  fails: 'never' | 'refused' | 'thrown' = 'never',
  year = '2026/27',
) =>
  platform.work.run(leadOf(leadId), async (tx) => {
    const number = await takeNumber(tx, series, year);
    await tx.manager.query('insert into used values ($1, $2, $3)', [
      leadId,
      series + year,
      number.toString(),
    ]);
    if (fails === 'thrown') throw new Error('a bug');
    return fails === 'refused' ? err(refuse('NOT_FOUND', {}, [])) : ok(number);
  });
const numbersOf = async (leadId: string, series: string) =>
  (
    await platform.sql<{ n: number }>(
      'select number::int as n from used where lead_id = $1 and series = $2 order by 1',
      [leadId, series],
    )
  ).map(({ n }) => n);

describe('numbers', () => {
  it(`have no gap and no double when sixteen take them at once and 30% come to nothing (seed ${seed})`, async () => {
    let state = seed;
    const chance = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
    const plan = Array.from({ length: 400 }, () => {
      const x = chance();
      return x < 0.15 ? ('refused' as const) : x < 0.3 ? ('thrown' as const) : ('never' as const);
    });
    const left = [...plan];
    const worker = async (): Promise<void> => {
      for (let fails = left.pop(); fails !== undefined; fails = left.pop())
        await issue(A, 'invoice', fails).catch((error: Error) => expect(error.message).toBe('a bug'));
    };
    await Promise.all(Array.from({ length: 16 }, worker));
    const good = plan.filter((fails) => fails === 'never').length;
    expect(await numbersOf(A, 'invoice2026/27')).toEqual(Array.from({ length: good }, (_, i) => i + 1));
  });

  it('begin at 1 for each lead authority, series and financial year', async () => {
    const take = async (...args: Parameters<typeof issue>) => {
      const result = await issue(...args);
      return result.ok ? result.value : null;
    };
    expect(await take(B, 'invoice')).toBe(1n);
    expect(await take(B, 'invoice')).toBe(2n);
    expect(await take(B, 'credit-note')).toBe(1n);
    expect(await take(B, 'invoice', 'never', '2027/28')).toBe(1n);
    expect(await take(B, 'reference', 'never', '')).toBe(1n);
    expect(await take(B, 'invoice')).toBe(3n);
  });

  it('are a lead authority’s alone: without one open there is none to take', async () => {
    const take = platform.work.run(Actor.tenantJob('test', A), async (tx) =>
      ok(await takeNumber(tx, 's', '')),
    );
    await expect(take).rejects.toThrow('this unit of work has no lead authority');
  });
});
