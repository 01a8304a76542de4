import type { ReadCatalogue } from '#libs/catalogue';
import type { ReadCosts, SchemeSeen } from '#libs/costs';
import type { FindBody } from '#libs/directory';
import type { Tx } from '#libs/platform';
import type { Caller } from '../graphql/index.js';
import { toScheme, type CostSchemeType } from './cost-scheme.type.js';

/** Where what a version shows is read. */
export interface SchemeSources {
  readonly costs: ReadCosts;
  readonly catalogue: ReadCatalogue;
  readonly bodies: FindBody;
}

export const loadScheme = async (
  tx: Tx,
  { catalogue, bodies }: SchemeSources,
  seen: SchemeSeen,
  caller: Caller,
): Promise<CostSchemeType> => {
  const offering = await catalogue.offering(tx, seen.scheme.offeringId);
  const names = await bodies.byIds(
    tx,
    seen.scheme.members.map(({ tenantId }) => tenantId),
  );
  const nameOf = (tenantId: string): string => names.get(tenantId)?.name ?? '';
  return toScheme(seen, { offeringTitle: offering?.title ?? '', nameOf }, caller);
};

/** The version that a mutation made or changed. */
export const loadSchemeById = async (
  tx: Tx,
  sources: SchemeSources,
  id: string,
  caller: Caller,
): Promise<CostSchemeType | null> => {
  const seen = await sources.costs.version(tx, id);
  return seen && loadScheme(tx, sources, seen, caller);
};
