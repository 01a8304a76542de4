import { describe, expect, it } from '@jest/globals';
import { rowsOfMember, together } from './together.js';
import type { Tx } from './tx.js';

const someTx = (): Tx => ({}) as Tx;
/** Doubles numbers and notes what it was asked at once. */
const doubling = (asked: (readonly number[])[]) => (numbers: readonly number[]) => {
  asked.push(numbers);
  return Promise.resolve(numbers.map((number) => 2 * number));
};

describe('questions that are asked together', () => {
  it('are asked once, and each has its own answer', async () => {
    const [tx, asked] = [someTx(), [] as (readonly number[])[]];
    const answers = await Promise.all(
      [3, 1, 3].map((number) => together(tx, 'double', number, doubling(asked))),
    );
    expect(answers).toEqual([6, 2, 6]);
    expect(asked).toEqual([[3, 1, 3]]);
  });

  it('stay together after answers that came together', async () => {
    const [tx, asked] = [someTx(), [] as (readonly number[])[]];
    const twice = async (number: number): Promise<number> => {
      const once = await together(tx, 'double', number, doubling(asked));
      await Promise.resolve();
      return together(tx, 'double', once, doubling(asked));
    };
    expect(await Promise.all([1, 2].map(twice))).toEqual([4, 8]);
    expect(asked).toEqual([
      [1, 2],
      [2, 4],
    ]);
  });

  it('are asked anew later, and apart in another transaction or by another name', async () => {
    const [tx, asked] = [someTx(), [] as (readonly number[])[]];
    await together(tx, 'double', 1, doubling(asked));
    await together(tx, 'double', 1, doubling(asked));
    await Promise.all([
      together(tx, 'double', 2, doubling(asked)),
      together(tx, 'twice', 3, doubling(asked)),
      together(someTx(), 'double', 4, doubling(asked)),
    ]);
    expect(asked).toEqual([[1], [1], [2], [3], [4]]);
  });

  it('all fail when asking does', async () => {
    const tx = someTx();
    const failing = () => Promise.reject(new Error('away'));
    const answers = await Promise.allSettled([1, 2].map((number) => together(tx, 'double', number, failing)));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

describe('rows of members', () => {
  it('go each to its own member, and a member without rows has none', async () => {
    const tx = someTx();
    const asked: unknown[] = [];
    const of = (tenantId: string, leadId = 'lead') =>
      rowsOfMember(
        tx,
        'rows',
        { tenantId, leadId },
        (tenantIds, lead) => {
          asked.push([tenantIds, lead]);
          return Promise.resolve(
            ['b', 'a', 'b', 'z'].map((owner, place) => ({ owner, is: `${lead} ${owner} ${place}` })),
          );
        },
        ({ owner }) => owner,
      );
    const rows = await Promise.all([of('a'), of('b'), of('c'), of('b'), of('a', 'other')]);
    expect(rows.map((own) => own.map(({ is }) => is))).toEqual([
      ['lead a 1'],
      ['lead b 0', 'lead b 2'],
      [],
      ['lead b 0', 'lead b 2'],
      ['other a 1'],
    ]);
    expect(asked).toEqual([
      [['a', 'b', 'c'], 'lead'],
      [['a'], 'other'],
    ]);
  });
});
