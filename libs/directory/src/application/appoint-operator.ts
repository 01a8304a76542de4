import { Injectable } from '@nestjs/common';
import { err, ok, refuse, textFaults, type Result } from '#libs/kernel';
import { Actor, auditPlatform, UnitOfWork } from '#libs/platform';
import { parseEmail } from '../domain/email.js';
import { PersonRepository } from '../persistence/person.repository.js';

/**
 * Makes a person a platform operator: a step for whoever runs the service, never offered by the API. Again for the same
 * person is safe. Refuses with EMAIL_FORMAT or faults of the name.
 */
@Injectable()
export class AppointOperator {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
  ) {}

  async execute(command: {
    email: string;
    name: string;
  }): Promise<Result<{ personId: string; isNew: boolean }>> {
    const email = parseEmail(command.email);
    const faults = [
      ...(email === null ? [refuse('EMAIL_FORMAT', {}, ['email'])] : []),
      ...textFaults(command.name, { field: 'the name', path: ['name'] }),
    ];
    if (email === null || faults.length > 0) return err(faults);
    return this.work.run(Actor.system('people'), async (tx) => {
      const person = await this.people.obtain(tx, email.address, command.name.trim());
      const isNew = await this.people.grant(tx, {
        personId: person.id,
        bodyId: null,
        role: 'PLATFORM_OPERATOR',
        grantedBy: null,
      });
      if (isNew)
        await auditPlatform(tx, {
          action: 'operator.appoint',
          subjectKind: 'person',
          subjectId: person.id,
          details: { role: 'PLATFORM_OPERATOR' },
        });
      return ok({ personId: person.id, isNew });
    });
  }
}
