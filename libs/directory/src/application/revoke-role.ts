import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { Actor, auditBody, UnitOfWork, type Tx } from '#libs/platform';
import { administratorOf, capacityOf, mayGrant, type Role } from '../domain/role.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { FindBody } from './find-body.js';
import type { RoleCommand } from './grant-role.js';

/**
 * Takes a role from a colleague; it is gone with their next request. Refuses with ROLE_NOT_GRANTABLE or
 * LAST_ADMINISTRATOR; a role that is not held answers NOT_FOUND.
 */
@Injectable()
export class RevokeRole {
  constructor(
    private readonly work: UnitOfWork,
    private readonly find: FindBody,
    private readonly people: PersonRepository,
  ) {}

  async execute(actor: Actor, { personId, role }: RoleCommand): Promise<Result<{ personId: string }>> {
    const { bodyId, capacity, personId: revokedBy, requestId } = actor.identity;
    if (!mayGrant(capacity, role)) return err(refuse('ROLE_NOT_GRANTABLE', { role }, ['role']));
    if (bodyId === null || revokedBy === null) return err(refuse('NOT_FOUND'));
    return this.work.run(Actor.system('people', requestId, revokedBy), async (tx) => {
      if (await this.isLast(tx, bodyId, personId, role)) {
        const body = await this.find.byId(tx, bodyId);
        return err(refuse('LAST_ADMINISTRATOR', { body: body?.name ?? '' }, ['personId']));
      }
      if (!(await this.people.revoke(tx, { personId, bodyId, role })))
        return err(refuse('NOT_FOUND', {}, ['personId']));
      const own = { bodyId, capacity: capacityOf(role) };
      await auditBody(tx, own, {
        action: 'role.revoke',
        subjectKind: 'person',
        subjectId: personId,
        details: { roles: [role] },
      });
      return ok({ personId });
    });
  }

  /** The holders stay locked, so that two administrators do not take the role from each other at once. */
  private async isLast(tx: Tx, bodyId: string, personId: string, role: Role): Promise<boolean> {
    if (role !== administratorOf[capacityOf(role)]) return false;
    const holders = await this.people.lockHolders(tx, bodyId, role);
    return holders.length === 1 && holders[0] === personId;
  }
}
