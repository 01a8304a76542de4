import { Injectable } from '@nestjs/common';
import { Actor, UnitOfWork } from '#libs/platform';
import { SessionRepository, type Session } from '../persistence/session.repository.js';

export type { Session };

/** A person's own live sessions, newest first; up to `first + 1`, so that the caller sees whether there are more. */
@Injectable()
export class ListSessions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionRepository,
  ) {}

  async execute(
    actor: Actor,
    page: { first: number; after: { createdAt: Date; id: string } | null },
  ): Promise<readonly Session[]> {
    const { personId, requestId } = actor.identity;
    if (personId === null) return [];
    return this.work.read(Actor.system('session', requestId, personId), (tx) =>
      this.sessions.live(tx, personId, { first: page.first + 1, after: page.after }),
    );
  }
}
