import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { Actor, auditBody, UnitOfWork } from '#libs/platform';
import { capacityOf, mayGrant, rolesOfCapacity, type Role } from '../domain/role.js';
import { PersonRepository } from '../persistence/person.repository.js';

export interface RoleCommand {
  readonly personId: string;
  readonly role: Role;
}

/**
 * Gives a colleague a further role in the body and capacity that the actor acts for. Refuses with ROLE_NOT_GRANTABLE
 * or PERSON_ALREADY_HAS_ROLE; somebody who is no colleague answers NOT_FOUND.
 */
@Injectable()
export class GrantRole {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
  ) {}

  async execute(actor: Actor, { personId, role }: RoleCommand): Promise<Result<{ personId: string }>> {
    const { bodyId, capacity, personId: grantedBy, requestId } = actor.identity;
    if (!mayGrant(capacity, role)) return err(refuse('ROLE_NOT_GRANTABLE', { role }, ['role']));
    if (bodyId === null || grantedBy === null) return err(refuse('NOT_FOUND'));
    return this.work.run(Actor.system('people', requestId, grantedBy), async (tx) => {
      const colleague = await this.people.colleague(tx, bodyId, rolesOfCapacity(capacity), personId);
      if (colleague === null) return err(refuse('NOT_FOUND', {}, ['personId']));
      if (!(await this.people.grant(tx, { personId, bodyId, role, grantedBy })))
        return err(refuse('PERSON_ALREADY_HAS_ROLE', { person: colleague.name }, ['role']));
      const own = { bodyId, capacity: capacityOf(role) };
      await auditBody(tx, own, {
        action: 'role.grant',
        subjectKind: 'person',
        subjectId: personId,
        details: { roles: [role] },
      });
      return ok({ personId });
    });
  }
}
