import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { exact } from '#libs/kernel';
import { factsDigest } from './facts-digest.js';

const facts = {
  today: '2026-06-02',
  net: 100n,
  units: exact('1.5'),
  charged: new Map([
    ['b', 2n],
    ['a', 1n],
  ]),
  orders: [{ id: 'a', endsOn: null }],
};
const digest = (over: object = {}): string => factsDigest({ ...facts, ...over }).toString('hex');

describe('the digest of what a bill is worked out from', () => {
  it('is the same for the same facts, in whatever order a map was filled', () => {
    expect(digest()).toBe(digest());
    const turned = new Map([...facts.charged].reverse());
    expect(digest({ charged: turned })).toBe(digest());
  });

  it('is of the facts as text, below the rules that they are worked out by', () => {
    const of = new Map([
      ['b', 2n],
      ['a', 1n],
      ['c', 3n],
    ]);
    const text = 'bills 1\n{"net":"100","charged":[["a","1"],["b","2"],["c","3"]]}';
    expect(factsDigest({ net: 100n, charged: of }).toString('hex')).toBe(
      createHash('sha256').update(text).digest('hex'),
    );
  });

  it.each<[string, object]>([
    ['a day', { today: '2026-06-03' }],
    ['a sum', { net: 101n }],
    ['a fraction', { units: exact('1.25') }],
    ['what a map says', { charged: new Map([...facts.charged, ['a', 3n]]) }],
    ['what a map names', { charged: new Map([...facts.charged, ['c', 0n]]) }],
    ['something deep inside', { orders: [{ id: 'a', endsOn: '2026-06-30' }] }],
    ['one thing more', { more: true }],
  ])('is another one with another value of %s', (_, over) => {
    expect(digest(over)).not.toBe(digest());
  });
});
