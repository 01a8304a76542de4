import type { LateUsageSeen, ReadLateUsage } from '#libs/billing';
import type { ReadCallOffs } from '#libs/calloffs';
import type { FindBody } from '#libs/directory';
import type { Tx } from '#libs/platform';
import type { Caller } from '../graphql/index.js';
import { toLateUsage, type LateUsageType } from './late-usage.type.js';

/** Where what late use is about is read. */
export interface LateUsageSources {
  readonly late: ReadLateUsage;
  readonly callOffs: ReadCallOffs;
  readonly bodies: FindBody;
}

/** In the same order. */
export const loadLateUsage = async (
  tx: Tx,
  { callOffs, bodies }: LateUsageSources,
  caller: Caller,
  found: readonly LateUsageSeen[],
): Promise<LateUsageType[]> => {
  const calledOff = await callOffs.byIds(tx, [...new Set(found.map(({ callOffId }) => callOffId))]);
  const named = await bodies.byIds(
    tx,
    found.map(({ tenantId }) => tenantId),
  );
  return found.map((late) => toLateUsage(caller, late, calledOff, named));
};
