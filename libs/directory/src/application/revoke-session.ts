import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { Actor, UnitOfWork } from '#libs/platform';
import { SessionRepository } from '../persistence/session.repository.js';

/** Ends one of the person's own live sessions at once. Another person's answers NOT_FOUND, like one that does not exist. */
@Injectable()
export class RevokeSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionRepository,
  ) {}

  async execute(actor: Actor, command: { sessionId: string }): Promise<Result<{ sessionId: string }>> {
    const { personId, requestId } = actor.identity;
    if (personId === null) return err(refuse('SIGN_IN_REQUIRED'));
    return this.work.run(Actor.system('session', requestId, personId), async (tx) =>
      (await this.sessions.revoke(tx, command.sessionId, personId))
        ? ok({ sessionId: command.sessionId })
        : err(refuse('NOT_FOUND', {}, ['sessionId'])),
    );
  }
}
