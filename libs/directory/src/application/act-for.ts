import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { Actor, UnitOfWork } from '#libs/platform';
import { actsFor, type Membership } from '../domain/membership.js';
import { hashToken, makeToken, TOKEN_BYTES } from '../domain/session.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';

/** Chooses for whom a session acts. It gets a new token; the one before is dead. Refuses with NOT_YOUR_BODY. */
@Injectable()
export class ActFor {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly sessions: SessionRepository,
  ) {}

  async execute(actor: Actor, sessionId: string, chosen: Membership): Promise<Result<{ token: string }>> {
    const { personId, requestId } = actor.identity;
    if (personId === null) return err(refuse('SIGN_IN_REQUIRED'));
    return this.work.run(Actor.system('session', requestId, personId), async (tx) => {
      const held = actsFor(chosen, await this.people.rolesOf(tx, personId));
      if (held === null) return err(refuse('NOT_YOUR_BODY', {}, ['bodyId']));
      const token = makeToken(randomBytes(TOKEN_BYTES));
      const renewed = await this.sessions.renew(tx, {
        id: sessionId,
        personId,
        tokenHash: hashToken(token),
        chosen: held,
      });
      return renewed ? ok({ token }) : err(refuse('SIGN_IN_REQUIRED'));
    });
  }
}
