import DataLoader from 'dataloader';
import type { Tx } from './tx.js';

/** By transaction and question: a loader never outlives its transaction, and remembers nothing. */
const asking = new WeakMap<Tx, Map<string, DataLoader<unknown, unknown>>>();

/**
 * Asks one question about one of many. What is asked by the same name at the same moment, by work that goes on for many
 * at once, is asked by one statement: `ask` gets all of it, and answers each in its place. A question that is asked alone
 * is a list of one. Nothing is remembered: the same question later is asked anew.
 */
export const together = <Q, A>(
  tx: Tx,
  name: string,
  question: Q,
  ask: (questions: readonly Q[]) => Promise<readonly A[]>,
): Promise<A> => {
  const byName = asking.get(tx) ?? new Map<string, DataLoader<unknown, unknown>>();
  asking.set(tx, byName);
  const known = byName.get(name) as DataLoader<Q, A> | undefined;
  const loader = known ?? new DataLoader<Q, A>(ask, { cache: false });
  byName.set(name, loader);
  return loader.load(question);
};

/**
 * The rows of one member under one lead authority, read together with those of the other members that are asked for at
 * the same moment. `name` says what is read and names every value that `read` takes from around it.
 */
export const rowsOfMember = <R>(
  tx: Tx,
  name: string,
  { tenantId, leadId }: { readonly tenantId: string; readonly leadId: string },
  read: (tenantIds: readonly string[], leadId: string) => Promise<readonly R[]>,
  ownerOf: (row: R) => string,
): Promise<R[]> =>
  together(tx, `${name} of ${leadId}`, tenantId, async (tenantIds) => {
    const byOwner = new Map<string, R[]>(tenantIds.map((id) => [id, []]));
    for (const row of await read([...byOwner.keys()], leadId)) byOwner.get(ownerOf(row))?.push(row);
    return tenantIds.map((id) => byOwner.get(id) ?? []);
  });
