import { Injectable } from '@nestjs/common';
import { Api } from '../api/api.js';
import { RoleNeeded, type RoleNeededQuery } from '../api/role-needed.generated.js';
import { roleNames } from '../words/roles.js';
import { words } from './en.js';
import type { Visit } from './visit.js';

type Role = RoleNeededQuery['needed'][number];
type Colleague = NonNullable<RoleNeededQuery['people']>['edges'][number]['node'];

/** Who may do what somebody was refused, as far as it concerns the body that they act for. */
export interface RoleGap {
  /** Null for who acts for the service itself. */
  readonly body: string | null;
  readonly capacity: string;
  /** All roles that carry the permission, in whichever capacity. */
  readonly needed: readonly Role[];
  /** The roles that give roles. */
  readonly givers: readonly Role[];
  readonly colleagues: readonly Colleague[];
}

/** Which role is needed, who in the body has it, and who can give it. */
export const roleNeeded = ({ body, capacity, needed, givers, colleagues }: RoleGap): string => {
  const here = needed.filter((role) => role.startsWith(`${capacity}_`));
  if (body === null || here.length === 0) return words.notAllowed.forOthers(body, capacity);
  return words.notAllowed.forRole({
    body,
    roles: here.map((role) => roleNames[role]),
    holders: namesWith(here, colleagues),
    givers: namesWith(givers, colleagues),
  });
};

const namesWith = (roles: readonly Role[], colleagues: readonly Colleague[]): readonly string[] =>
  colleagues
    .filter((colleague) => colleague.roles.some((role) => roles.includes(role)))
    .map(({ name }) => name);

/** Asks the API who may do what a page is for. It tells of the person's own body only, and of no record. */
@Injectable()
export class RolesNeeded {
  constructor(private readonly api: Api) {}

  async for(visit: Visit, permission: string): Promise<string> {
    const acting = visit.me?.actingFor;
    if (!acting) return words.notAllowed.actsForNobody;
    const found = await this.api.ask(visit, RoleNeeded, { permission, people: visit.may('person:read') });
    return roleNeeded({
      ...{ body: acting.body?.name ?? null, capacity: acting.capacity },
      ...{ needed: found.needed, givers: found.givers },
      colleagues: found.people?.edges.map(({ node }) => node) ?? [],
    });
  }
}
