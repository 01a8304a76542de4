import { Injectable } from '@nestjs/common';
import { ok } from '#libs/kernel';
import { Actor, UnitOfWork, type Tx } from '#libs/platform';
import { actsFor, rolesIn } from '../domain/membership.js';
import type { Role, RoleCapacity } from '../domain/role.js';
import { hashToken, isLive, isToken, needsTouch } from '../domain/session.js';
import type { Person } from '../persistence/person.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';

/** A live session, as it stands at this moment. */
export interface SignedIn {
  readonly session: { readonly id: string; readonly createdAt: Date; readonly expiresAt: Date };
  readonly person: Person;
  /** For whom the person acts: null for a platform operator, and while there is a choice to make. */
  readonly bodyId: string | null;
  readonly capacity: RoleCapacity | null;
  /** The roles held in that body and capacity. */
  readonly roles: readonly Role[];
}

/**
 * The session that a token opens, or null when it opens none (any more). Roles are read each time, so that a role
 * taken away is gone with the next request.
 */
@Injectable()
export class ReadSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionRepository,
  ) {}

  async execute(token: string, requestId: string | null = null): Promise<SignedIn | null> {
    if (!isToken(token)) return null;
    const read = await this.work.run(Actor.system('session', requestId), async (tx) =>
      ok(await this.within(tx, token)),
    );
    return read.ok ? read.value : null;
  }

  private async within(tx: Tx, token: string): Promise<SignedIn | null> {
    const found = await this.sessions.byToken(tx, hashToken(token));
    if (found === null || !isLive(found.session, tx.now)) return null;
    const { session, person, held } = found;
    const acting = actsFor(session.chosen, held);
    // A first membership is kept as chosen, so that a second one later does not change for whom the session acts.
    if (session.chosen === null && acting !== null) await this.sessions.settle(tx, session.id, acting);
    if (needsTouch(session, tx.now)) await this.sessions.touch(tx, session.id);
    return {
      session: { id: session.id, createdAt: session.createdAt, expiresAt: session.expiresAt },
      person,
      bodyId: acting?.bodyId ?? null,
      capacity: acting?.capacity ?? null,
      roles: rolesIn(held, acting),
    };
  }
}
