import { capacityOf, type Role, type RoleCapacity } from './role.js';

/** A role that a person holds now; a platform operator's is held in no body. */
export interface HeldRole {
  readonly bodyId: string | null;
  readonly role: Role;
}

/** For whom a person may act, and as what. A platform operator acts for no body. */
export interface Membership {
  readonly bodyId: string | null;
  readonly capacity: RoleCapacity;
}

const same = (a: Membership, b: Membership): boolean => a.bodyId === b.bodyId && a.capacity === b.capacity;

/** For whom the roles let a person act: each body and capacity once, in the order of the roles. */
export const membershipsOf = (held: readonly HeldRole[]): readonly Membership[] => {
  const all = held.map(({ bodyId, role }) => ({ bodyId, capacity: capacityOf(role) }));
  return all.filter((membership, i) => all.findIndex((other) => same(other, membership)) === i);
};

/** The roles that count while acting for one of them; none while acting for nobody. */
export const rolesIn = (held: readonly HeldRole[], membership: Membership | null): readonly Role[] =>
  membership === null
    ? []
    : held
        .filter(({ bodyId, role }) => same({ bodyId, capacity: capacityOf(role) }, membership))
        .map(({ role }) => role);

/**
 * For whom a session acts: what was chosen, while it is still held; without a choice the only membership there is.
 * A chosen membership that was lost leaves the session acting for nobody: never silently for another body.
 */
export const actsFor = (chosen: Membership | null, held: readonly HeldRole[]): Membership | null => {
  const memberships = membershipsOf(held);
  if (chosen !== null) return memberships.find((membership) => same(membership, chosen)) ?? null;
  return memberships.length === 1 ? (memberships[0] ?? null) : null;
};
