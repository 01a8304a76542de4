import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/kernel';
import { Actor, UnitOfWork } from '#libs/platform';
import type { Body } from '../domain/body.js';
import { membershipsOf, rolesIn } from '../domain/membership.js';
import type { Role, RoleCapacity } from '../domain/role.js';
import { PersonRepository, type Person } from '../persistence/person.repository.js';
import { FindBody } from './find-body.js';

export interface HeldMembership {
  /** Null for a platform operator. */
  readonly body: Body | null;
  readonly capacity: RoleCapacity;
  readonly roles: readonly Role[];
}

export interface PersonWithMemberships {
  readonly person: Person;
  readonly memberships: readonly HeldMembership[];
  /** The date on which this was so. */
  readonly today: LocalDate;
}

/** The person who acts, and all that they may act for. */
@Injectable()
export class ReadMemberships {
  constructor(
    private readonly work: UnitOfWork,
    private readonly find: FindBody,
    private readonly people: PersonRepository,
  ) {}

  async execute(actor: Actor): Promise<PersonWithMemberships | null> {
    const { personId, requestId } = actor.identity;
    if (personId === null) return null;
    return this.work.read(Actor.system('people', requestId, personId), async (tx) => {
      const person = await this.people.byId(tx, personId);
      if (person === null) return null;
      const held = await this.people.rolesOf(tx, personId);
      const bodies = await this.find.byIds(
        tx,
        held.flatMap(({ bodyId }) => (bodyId === null ? [] : [bodyId])),
      );
      const memberships = membershipsOf(held).map((membership) => ({
        body: membership.bodyId === null ? null : (bodies.get(membership.bodyId) ?? null),
        capacity: membership.capacity,
        roles: rolesIn(held, membership),
      }));
      return { person, memberships, today: tx.today };
    });
  }
}
