import type { Actor } from '#libs/platform';

/** A lead authority's actor writing in the lead authority's own books. */
export const ownBooks = (actor: Actor): Actor => {
  const { bodyId } = actor.identity;
  if (bodyId === null) throw new Error('only a lead authority has books of its own here');
  return actor.forTenant(bodyId);
};
