import { err, formatPounds, ok, refuse, type Pence, type Result } from '#libs/kernel';
import type { CeilingMode } from './framework.js';

/** How much may be awarded under a framework in all, by all bodies together, and how much has been. */
export interface Ceiling {
  readonly leadId: string;
  readonly frameworkId: string;
  readonly ceilingPence: Pence;
  readonly committedPence: Pence;
}

/** Where an award leaves the ceiling; the award's compliance record keeps it. */
export interface CeilingPosition {
  readonly ceilingPence: Pence;
  readonly committedBefore: Pence;
  readonly committedAfter: Pence;
  /** 80% or more is committed: warn. */
  readonly nearly: boolean;
}

export interface CeilingDraw {
  readonly amount: Pence;
  /** Why a named approver lets it go over, where the framework's mode allows that. */
  readonly overrideReason?: string | null;
}

/** Where the ceiling would stand after an award, or that it does not fit. */
export const drawOnCeiling = (
  ceiling: Ceiling,
  mode: CeilingMode,
  { amount, overrideReason = null }: CeilingDraw,
): Result<CeilingPosition> => {
  const after = positionAfter(ceiling, amount);
  const overridden = mode === 'OVERRIDE' && overrideReason !== null && overrideReason.trim() !== '';
  if (after.committedAfter <= ceiling.ceilingPence || overridden) return ok(after);
  const left = ceiling.ceilingPence - ceiling.committedPence;
  return err(
    refuse('CEILING_EXCEEDED', {
      value: wholePounds(amount),
      left: wholePounds(left > 0n ? left : 0n),
      ceiling: wholePounds(ceiling.ceilingPence),
    }),
  );
};

/** The position when an amount (below 0: given back) is added to what is committed. */
export const positionAfter = ({ ceilingPence, committedPence }: Ceiling, amount: Pence): CeilingPosition => {
  const committedAfter = committedPence + amount;
  return {
    ceilingPence,
    committedBefore: committedPence,
    committedAfter,
    nearly: committedAfter * 100n >= ceilingPence * 80n,
  };
};

/** Such large sums are read without pennies where there are none: '£2,400,000'. */
const wholePounds = (pence: Pence): string => formatPounds(pence).replace(/\.00$/, '');
