import { describe, expect, it } from '@jest/globals';
import { exact } from '#libs/kernel';
import { boundsAround, splitWithin } from './damping.js';

describe('the bounds of a share', () => {
  it('are never beyond the per cent that it may change by, and never more than everything', () => {
    // 10% of 33.3333%: 29.99997% and 36.66663%.
    expect(boundsAround(333_333n, exact('10'))).toEqual({ least: 300_000n, most: 366_666n });
    expect(boundsAround(600_000n, exact('80'))).toEqual({ least: 120_000n, most: 1_000_000n });
  });

  it('that leave no shares of 100% in all are told', () => {
    const held = (least: bigint, most: bigint) => ({ weight: exact('1'), least, most });
    expect(splitWithin([held(600_000n, 1_000_000n), held(400_001n, 1_000_000n)])).toBeNull();
    expect(splitWithin([held(0n, 600_000n), held(0n, 399_999n)])).toBeNull();
    expect(splitWithin([held(600_000n, 1_000_000n), held(400_000n, 1_000_000n)])).toEqual([
      600_000n,
      400_000n,
    ]);
  });
});
