import { describe, expect, it } from '@jest/globals';
import { Exact } from '#libs/kernel';
import type { CostScheme, SchemeMember } from './scheme.js';
import { yearVersions } from './year-versions.js';

const member = (tenantId: string, share: bigint, amount: bigint): SchemeMember => ({
  ...{ tenantId, share, amount, figure: null, figureSource: null, months: 12 },
  ...{ before: null, parts: [], trueUp: null },
});
const scheme = (version: number, of: Partial<CostScheme> = {}): CostScheme => ({
  ...{ leadId: 'l', id: `v${version}`, offeringId: 'o', year: '2026/27', version, stage: 'ESTIMATE' },
  ...{ basis: 'EQUAL', driver: null, dampingPercent: null, tolerancePoints: Exact.of(3n) },
  ...{ cost: 1_000_00n, carried: 0n, settlement: null, reshared: null },
  members: [member('a', 600_000n, 600_00n), member('b', 400_000n, 400_00n)],
  ...{ proposedBy: 'p', proposedAt: new Date(0), agreedBy: 'q', agreedAt: new Date(0) },
  ...of,
});
const proposed = { agreedBy: null, agreedAt: null };

describe('what is known of a year when a version is proposed', () => {
  it('is nothing at first, and the first version is number 1', () => {
    expect(yearVersions([], [])).toEqual({
      ...{ next: 1, inForce: null, estimate: null, carried: 0n, before: new Map() },
    });
  });

  it('is the newest version that was agreed, and among these the newest estimate', () => {
    const all = [
      scheme(4, proposed),
      scheme(3, { stage: 'ACTUAL' }),
      scheme(2, { stage: 'ESTIMATE' }),
      scheme(1, { stage: 'ESTIMATE' }),
    ];
    const { next, inForce, estimate } = yearVersions(all, []);
    expect([next, inForce?.version, estimate?.version]).toEqual([5, 3, 2]);
  });

  it('is nothing in force while no version was agreed', () => {
    const { next, inForce, estimate } = yearVersions([scheme(1, proposed)], []);
    expect([next, inForce, estimate]).toEqual([2, null, null]);
  });

  it('has the shares of the year before, and what that carries on, by its newest agreed version', () => {
    const carried = { stage: 'ACTUAL', settlement: 'CARRY', cost: 1_050_00n, carried: 20_00n } as const;
    const { carried: sum, before } = yearVersions([], [scheme(3, proposed), scheme(2, carried), scheme(1)]);
    // £1,050 and the £20 that came from before, less £1,000 charged.
    expect(sum).toBe(70_00n);
    expect([...before]).toEqual([
      ['a', 600_000n],
      ['b', 400_000n],
    ]);
  });

  it('carries nothing on from a year that was settled', () => {
    const settled = { stage: 'ACTUAL', settlement: 'TRUE_UP', cost: 1_050_00n } as const;
    expect(yearVersions([], [scheme(2, settled)]).carried).toBe(0n);
  });
});
