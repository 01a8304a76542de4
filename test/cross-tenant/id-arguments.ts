import type { IdKind } from '#libs/kernel';

/** What an argument names: a thing by its id, or something by a text of its own. */
export type Reference = IdKind | 'email' | 'invoiceNumber' | 'callOffReference' | 'usageEvent';

/**
 * Every argument that takes an id, with the kinds of things that it may name; and every text that names something
 * of somebody's. An id that is not here fails the cross-tenant test by its name.
 */
export const idArguments: Readonly<Record<string, readonly Reference[]>> = {
  'auditTrail.withBodyId': ['body'],
};
