import type { Discount, ReadDiscounts } from '#libs/billing';
import type { ReadCallOffs } from '#libs/calloffs';
import type { ReadCatalogue } from '#libs/catalogue';
import type { FindBody } from '#libs/directory';
import type { Tx } from '#libs/platform';
import type { Caller } from '../graphql/index.js';
import { toDiscount, type DiscountType } from './discount.type.js';

/** Where what discounts are about is read. */
export interface DiscountSources {
  readonly callOffs: ReadCallOffs;
  readonly catalogue: ReadCatalogue;
  readonly bodies: FindBody;
}

/** In the same order. */
export const loadDiscounts = async (
  tx: Tx,
  { callOffs: calledOff, catalogue, bodies: named }: DiscountSources,
  caller: Caller,
  discounts: readonly Discount[],
): Promise<DiscountType[]> => {
  const callOffs = await calledOff.byIds(tx, [...new Set(discounts.map(({ callOffId }) => callOffId))]);
  const meters = await catalogue.meters(tx, [...new Set(callOffs.map(({ offeringId }) => offeringId))]);
  const bodies = await named.byIds(
    tx,
    discounts.map(({ tenantId }) => tenantId),
  );
  return discounts.map((discount) => toDiscount(caller, discount, { callOffs, meters, bodies }));
};

/** Null when there is none that whoever reads may see. */
export const loadDiscount = async (
  tx: Tx,
  sources: DiscountSources & { readonly discounts: ReadDiscounts },
  caller: Caller,
  id: string,
): Promise<DiscountType | null> => {
  const discount = await sources.discounts.byId(tx, id);
  const [type] = discount === null ? [] : await loadDiscounts(tx, sources, caller, [discount]);
  return type ?? null;
};
