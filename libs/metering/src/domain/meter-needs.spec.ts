import { describe, expect, it } from '@jest/globals';
import { aggregations } from '#libs/kernel';
import { lackOf } from './meter-needs.js';

const corrects = { source: 's', eventId: 'a' };
const nothing = { quantity: null, valueDigest: null, corrects: null };
const needsQuantity = ['data.quantity: must be a decimal number as text, like "12.5".'];
const needsValue = ['data.value: must be text of 1 to 200 characters that tells one counted from another.'];
const lacks = (event: Parameters<typeof lackOf>[0], aggregation: Parameters<typeof lackOf>[1]) => {
  const lack = lackOf(event, aggregation);
  return lack === null ? [] : [lack.message];
};

describe('what an event must carry', () => {
  it.each(aggregations)('on a meter of %s, new or as a correction', (aggregation) => {
    const needed = { COUNT: [], UNIQUE: needsValue }[aggregation as string] ?? needsQuantity;
    expect(lacks(nothing, aggregation)).toEqual(needed);
    expect(lacks({ ...nothing, corrects }, aggregation)).toEqual(needed);
    expect(lacks({ quantity: '3', valueDigest: 'aa', corrects: null }, aggregation)).toEqual([]);
    expect(lacks({ quantity: '0', valueDigest: null, corrects }, aggregation)).toEqual([]);
  });

  it('a quantity is no value, but 0 withdraws', () => {
    expect(lacks({ quantity: '5', valueDigest: null, corrects: null }, 'UNIQUE')).toEqual(needsValue);
    expect(lacks({ quantity: '0', valueDigest: null, corrects: null }, 'UNIQUE')).toEqual(needsValue);
    expect(lacks({ quantity: '1', valueDigest: null, corrects }, 'UNIQUE')).toEqual(needsValue);
  });
});
