import { describe, expect, it } from '@jest/globals';
import { drawOnCeiling, type Ceiling } from './ceiling.js';

const ceiling: Ceiling = {
  leadId: 'l',
  frameworkId: 'f',
  ceilingPence: 190_000_000_000n,
  committedPence: 189_885_000_000n,
};

describe('an award against the ceiling', () => {
  it('fits up to the last penny', () => {
    expect(drawOnCeiling(ceiling, 'BLOCK', { amount: 115_000_000n })).toEqual({
      ok: true,
      value: {
        ceilingPence: 190_000_000_000n,
        committedBefore: 189_885_000_000n,
        committedAfter: 190_000_000_000n,
        nearly: true,
      },
    });
  });

  it('is refused a penny above, with the figures', () => {
    const refused = drawOnCeiling(ceiling, 'BLOCK', { amount: 240_000_000n });
    expect(refused.ok ? [] : refused.refusals.map(({ message }) => message)).toEqual([
      'This call-off is worth £2,400,000. The framework has £1,150,000 left of its £1,900,000,000 ceiling. Reduce the value or contact the framework team.',
    ]);
    expect(drawOnCeiling(ceiling, 'BLOCK', { amount: 115_000_001n }).ok).toBe(false);
  });

  it.each([
    ['BLOCK', 'The board agreed.', false],
    ['OVERRIDE', null, false],
    ['OVERRIDE', ' ', false],
    ['OVERRIDE', 'The board agreed.', true],
  ] as const)('in mode %s with the reason %j passes it: %s', (mode, overrideReason, passes) => {
    expect(drawOnCeiling(ceiling, mode, { amount: 115_000_001n, overrideReason }).ok).toBe(passes);
  });

  it('says from 80% on that little is left', () => {
    const empty: Ceiling = { ...ceiling, ceilingPence: 1000n, committedPence: 0n };
    const nearly = (amount: bigint) => {
      const drawn = drawOnCeiling(empty, 'BLOCK', { amount });
      return drawn.ok && drawn.value.nearly;
    };
    expect([nearly(799n), nearly(800n)]).toEqual([false, true]);
  });

  it('shows that nothing is left once an approver let one go over', () => {
    const over = drawOnCeiling({ ...ceiling, committedPence: 190_000_000_100n }, 'BLOCK', { amount: 1n });
    expect(over.ok ? '' : over.refusals[0]?.message).toContain('The framework has £0 left');
  });
});
