import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, type Json } from './canonical-json.js';

const seed = Number(process.env['ACCEDE_TEST_SEED'] ?? Date.now() % 2_147_483_647);

describe('canonical JSON', () => {
  it.each<[string, Json | undefined, string]>([
    ['nothing', undefined, 'null'],
    ['null', null, 'null'],
    ['text', 'a "b" \n £', '"a \\"b\\" \\n £"'],
    ['numbers', [0, -0, 1.5, 1e21], '[0,0,1.5,1e+21]'],
    ['pence', 123456789012345678901234567890n, '"123456789012345678901234567890"'],
    ['an instant', new Date('2026-05-01T09:00:00Z'), '"2026-05-01T09:00:00.000Z"'],
    ['keys, sorted', { b: 1, a: { d: true, c: [] } }, '{"a":{"c":[],"d":true},"b":1}'],
    ['keys without a value', { a: undefined, b: null }, '{"b":null}'],
    ['keys by code unit', { é: 1, z: 2, A: 3, 10: 4, 9: 5 }, '{"10":4,"9":5,"A":3,"z":2,"é":1}'],
    ['no keys', {}, '{}'],
  ])('writes %s in one way', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('refuses an instant that is none', () => {
    expect(() => canonicalJson(new Date(NaN))).toThrow(RangeError);
  });

  it(`does not depend on the order of keys, and reads back as what it was (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.infiniteStream(fc.nat()), (value, numbers) => {
        const shuffled = (item: unknown): unknown => {
          if (Array.isArray(item)) return item.map(shuffled);
          if (item === null || typeof item !== 'object') return item;
          const entries = Object.entries(item).map(([key, inner]) => ({
            key,
            inner,
            at: numbers.next().value,
          }));
          entries.sort((a, b) => Number(a.at) - Number(b.at));
          return Object.fromEntries(entries.map(({ key, inner }) => [key, shuffled(inner)]));
        };
        const text = canonicalJson(value);
        expect(canonicalJson(shuffled(value) as Json)).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed, numRuns: 500 },
    );
  });
});
