import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '#libs/platform';
import type { HeldRole, Membership } from '../domain/membership.js';
import type { RoleCapacity } from '../domain/role.js';
import { expiryOf, idleSince } from '../domain/session.js';
import { SessionRow } from './person.entity.js';
import type { Person } from './person.repository.js';

export interface Session {
  readonly id: string;
  readonly personId: string;
  /** Null until the person has chosen for whom to act. */
  readonly chosen: Membership | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

type SessionFields = Omit<SessionRow, 'tokenHash'>;

const toSession = (row: SessionFields): Session => ({
  id: row.id,
  personId: row.personId,
  chosen: row.capacity === null ? null : { bodyId: row.bodyId, capacity: row.capacity as RoleCapacity },
  createdAt: row.createdAt,
  lastUsedAt: row.lastUsedAt,
  expiresAt: row.expiresAt,
  revokedAt: row.revokedAt,
});

/** Sessions, kept by the hash of their token; only through a system door. */
@Injectable()
export class SessionRepository {
  async add(
    tx: Tx,
    session: { personId: string; tokenHash: Buffer; chosen: Membership | null },
  ): Promise<string> {
    const id = newId();
    await tx.manager.insert(SessionRow, {
      id,
      tokenHash: session.tokenHash,
      personId: session.personId,
      bodyId: session.chosen?.bodyId ?? null,
      capacity: session.chosen?.capacity ?? null,
      createdAt: tx.now,
      lastUsedAt: tx.now,
      expiresAt: expiryOf(tx.now),
      revokedAt: null,
    });
    return id;
  }

  /** The session of a token with its person and the roles that person holds at this moment. */
  async byToken(
    tx: Tx,
    tokenHash: Buffer,
  ): Promise<{ session: Session; person: Person; held: readonly HeldRole[] } | null> {
    const rows = await tx.manager.query<
      (SessionFields & { email: string; name: string; held: HeldRole[] })[]
    >(
      `select s.id, s.person_id as "personId", s.body_id as "bodyId", s.capacity, s.created_at as "createdAt",
              s.last_used_at as "lastUsedAt", s.expires_at as "expiresAt", s.revoked_at as "revokedAt", c.email, c.name,
              coalesce((select jsonb_agg(jsonb_build_object('bodyId', r.body_id, 'role', r.role) order by r.granted_at, r.id)
                        from role_assignment r where r.person_id = s.person_id and r.revoked_at is null), '[]') as held
       from session s join person_contact c on c.person_id = s.person_id where s.token_hash = $1`,
      [tokenHash],
    );
    const row = rows[0];
    if (!row) return null;
    return {
      session: toSession(row),
      person: { id: row.personId, email: row.email, name: row.name },
      held: row.held,
    };
  }

  async touch(tx: Tx, id: string): Promise<void> {
    await tx.manager.query('update session set last_used_at = $2 where id = $1', [id, tx.now]);
  }

  /** Keeps for whom the session acts, unless the person has chosen in the meantime. */
  async settle(tx: Tx, id: string, chosen: Membership): Promise<void> {
    await tx.manager.query(
      'update session set body_id = $2, capacity = $3 where id = $1 and capacity is null',
      [id, chosen.bodyId, chosen.capacity],
    );
  }

  /** Gives a person's live session another token and membership; the token before is dead. Answers false when there is none. */
  async renew(
    tx: Tx,
    session: { id: string; personId: string; tokenHash: Buffer; chosen: Membership },
  ): Promise<boolean> {
    const [, renewed] = await tx.manager.query<[unknown, number]>(
      `update session set token_hash = $3, body_id = $4, capacity = $5, last_used_at = $6
       where id = $1 and person_id = $2 and revoked_at is null`,
      [
        session.id,
        session.personId,
        session.tokenHash,
        session.chosen.bodyId,
        session.chosen.capacity,
        tx.now,
      ],
    );
    return renewed === 1;
  }

  /** Ends a person's live session. Answers false when there is none. */
  async revoke(tx: Tx, id: string, personId: string): Promise<boolean> {
    const [, revoked] = await tx.manager.query<[unknown, number]>(
      `update session set revoked_at = $3
       where id = $1 and person_id = $2 and revoked_at is null and expires_at > $3 and last_used_at > $4`,
      [id, personId, tx.now, idleSince(tx.now)],
    );
    return revoked === 1;
  }

  /** A person's live sessions, newest first; up to `first` from `after` on. */
  async live(
    tx: Tx,
    personId: string,
    page: { first: number; after: { createdAt: Date; id: string } | null },
  ): Promise<readonly Session[]> {
    const query = tx.manager
      .createQueryBuilder(SessionRow, 's')
      .where('s.personId = :personId and s.revokedAt is null', { personId })
      .andWhere('s.expiresAt > :now and s.lastUsedAt > :idle', { now: tx.now, idle: idleSince(tx.now) })
      .orderBy({ 's.createdAt': 'DESC', 's.id': 'DESC' })
      .limit(page.first);
    if (page.after !== null)
      query.andWhere('(s.createdAt, s.id) < (:at, :after)', {
        at: page.after.createdAt,
        after: page.after.id,
      });
    return (await query.getMany()).map(toSession);
  }

  /** Forgets a person's sessions that ended a while ago. */
  async forgetEnded(tx: Tx, personId: string): Promise<void> {
    await tx.manager.query(
      `delete from session where person_id = $1 and least(expires_at, revoked_at) < $2::timestamptz - interval '30 days'`,
      [personId, tx.now],
    );
  }
}
