import { describe, expect, it } from '@jest/globals';
import { netByCallOff } from './charges-of.js';

const line = (callOffId: string, amount: string) => ({ callOffId, net: { amount } });

describe('what call-offs come to', () => {
  it('is the sum of the lines of each, to the penny', () => {
    const sums = netByCallOff([
      line('a', '0.10'),
      line('b', '5321.68'),
      line('a', '0.20'),
      line('b', '-21.68'),
    ]);
    expect([...sums]).toEqual([
      ['a', '0.30'],
      ['b', '5300.00'],
    ]);
  });

  it('has nothing for no lines', () => expect([...netByCallOff([])]).toEqual([]));
});
