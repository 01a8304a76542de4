import { mayDo, type Permission, type Role } from '#libs/directory';
import type { Secrets } from './answer.js';
import type { Names } from './names.js';

export const actorClasses = [
  'visitor',
  'badToken',
  'usageKey',
  'withoutRole',
  'operator',
  'otherTenant',
  'otherLead',
  'ownTenant',
  'ownLead',
] as const;
export type ActorClass = (typeof actorClasses)[number];

/** Somebody who tries what is not theirs. */
export interface Attacker {
  readonly name: string;
  readonly kind: ActorClass;
  readonly roles: readonly Role[];
  readonly token: string | null;
  /** A token of the same session's owner that may be used up. */
  readonly newToken: () => Promise<string | null>;
  readonly own: Names;
}

/** Attackers who may know the same and not know the same. */
export interface Side {
  readonly name: string;
  readonly attackers: readonly Attacker[];
  /** Names of things that none of them may reach. */
  readonly foreign: Names;
  /** What nobody has; of a body, which is public, one that exists and has nothing to do with any of them. */
  readonly strangers: Names;
  readonly secrets: Secrets;
  /** Owners (of checksums) whose rows none of them may change. */
  readonly victims: readonly string[];
}

/** Whether the door's rule lets somebody in. */
export const mayCall = ({ kind, roles }: Pick<Attacker, 'kind' | 'roles'>, access: string): boolean => {
  if (access === 'stripe signature') return false;
  if (kind === 'badToken' || kind === 'usageKey') return access === 'usage key' && kind === 'usageKey';
  if (access === 'public') return true;
  if (kind === 'visitor' || access === 'usage key') return false;
  return access === 'session:use' || mayDo(roles, access as Permission);
};
