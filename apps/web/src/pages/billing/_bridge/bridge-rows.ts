import { exact } from '#libs/kernel';
import type { BridgeReason } from '../../../words/bridge.js';

interface BridgeRow extends Omit<BridgeReason, 'more'> {
  readonly quantityBefore: string | null;
  readonly quantityAfter: string | null;
}

/** The rows of a bridge with how much more was used; null stays null. */
export const withMore = <B extends { readonly rows: readonly BridgeRow[] }>(
  bridge: B | null,
): (Omit<B, 'rows'> & { readonly rows: readonly BridgeReason[] }) | null =>
  bridge && {
    ...bridge,
    rows: bridge.rows.map(({ quantityBefore, quantityAfter, ...row }) => ({
      ...row,
      more:
        quantityBefore === null || quantityAfter === null
          ? null
          : exact(quantityAfter).minus(exact(quantityBefore)).toDecimalString(),
    })),
  };
