import { Injectable } from '@nestjs/common';
import { err, ok, refuse, textFaults, type Refusal, type Result } from '#libs/kernel';
import { Actor, auditBody, once, UnitOfWork, type Capacity, type Tx } from '#libs/platform';
import { parseEmail } from '../domain/email.js';
import { mayGrant, type Role } from '../domain/role.js';
import { PersonRepository } from '../persistence/person.repository.js';

export interface AddPersonCommand {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly idempotencyKey: string;
}

/**
 * Adds a colleague, whose email domain may be another's, with roles in the body and capacity that the actor acts for.
 * Refuses with EMAIL_FORMAT, faults of the name, FIELD_REQUIRED without a role, ROLE_NOT_GRANTABLE or
 * PERSON_ALREADY_HAS_ROLE.
 */
@Injectable()
export class AddPerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
  ) {}

  async execute(actor: Actor, command: AddPersonCommand): Promise<Result<{ personId: string }>> {
    const { bodyId, capacity, personId, requestId } = actor.identity;
    if (bodyId === null || capacity === null || personId === null) return err(refuse('NOT_FOUND'));
    const email = parseEmail(command.email);
    const roles = [...new Set(command.roles)];
    const faults: Refusal[] = [
      ...(email === null ? [refuse('EMAIL_FORMAT', {}, ['email'])] : []),
      ...textFaults(command.name, { field: "your colleague's name", path: ['name'] }),
      ...(roles.length === 0 ? [refuse('FIELD_REQUIRED', { field: 'at least one role' }, ['roles'])] : []),
      ...roles
        .filter((role) => !mayGrant(capacity, role))
        .map((role) => refuse('ROLE_NOT_GRANTABLE', { role }, ['roles'])),
    ];
    if (email === null || faults.length > 0) return err(faults);
    const name = command.name.trim();
    return this.work.run(Actor.system('people', requestId, personId), (tx) =>
      once(
        tx,
        {
          operation: 'person.add',
          key: command.idempotencyKey,
          command: { bodyId, email: email.address, name, roles: [...roles].sort() },
        },
        () =>
          this.add(tx, { own: { bodyId, capacity }, email: email.address, name, roles, grantedBy: personId }),
      ),
    );
  }

  private async add(
    tx: Tx,
    colleague: {
      own: { bodyId: string; capacity: Capacity };
      email: string;
      name: string;
      roles: readonly Role[];
      grantedBy: string;
    },
  ): Promise<Result<{ personId: string }>> {
    const { own, roles, grantedBy } = colleague;
    const { bodyId } = own;
    const person = await this.people.obtain(tx, colleague.email, colleague.name);
    for (const role of roles) {
      if (!(await this.people.grant(tx, { personId: person.id, bodyId, role, grantedBy })))
        return err(refuse('PERSON_ALREADY_HAS_ROLE', { person: person.name }, ['roles']));
    }
    await auditBody(tx, own, {
      action: 'person.add',
      subjectKind: 'person',
      subjectId: person.id,
      details: { roles: [...roles] },
    });
    return ok({ personId: person.id });
  }
}
