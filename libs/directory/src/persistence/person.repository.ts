import { Injectable } from '@nestjs/common';
import { newId, throughDoor, type Tx } from '#libs/platform';
import type { HeldRole } from '../domain/membership.js';
import type { Role } from '../domain/role.js';
import { PersonContactRow, PersonRow } from './person.entity.js';

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

export interface Colleague extends Person {
  readonly roles: readonly Role[];
}

/** People, their contact details and roles; only through a system door, but for names. */
@Injectable()
export class PersonRepository {
  async byEmail(tx: Tx, email: string): Promise<Person | null> {
    const row = await tx.manager.findOneBy(PersonContactRow, { email });
    return row ? { id: row.personId, email: row.email, name: row.name } : null;
  }

  async byId(tx: Tx, id: string): Promise<Person | null> {
    const row = await tx.manager.findOneBy(PersonContactRow, { personId: id });
    return row ? { id: row.personId, email: row.email, name: row.name } : null;
  }

  /** What concerns one address is done by one transaction at a time. */
  async lockAddress(tx: Tx, email: string): Promise<void> {
    await tx.manager.query(`select pg_advisory_xact_lock(hashtextextended('directory:address:' || $1, 0))`, [
      email,
    ]);
  }

  /** The person with this address, made with the name when there is none yet. */
  async obtain(tx: Tx, email: string, name: string): Promise<Person> {
    await this.lockAddress(tx, email);
    const known = await this.byEmail(tx, email);
    if (known) return known;
    const id = newId();
    await tx.manager.insert(PersonRow, { id, createdAt: tx.now });
    await tx.manager.insert(PersonContactRow, { personId: id, email, name });
    return { id, email, name };
  }

  /** From any unit of work: names, and nothing else, of people whose ids the caller has. */
  async namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await throughDoor<{ person_id: string; name: string }[]>(
      tx,
      'select person_id, name from person_contact where person_id = any ($1)',
      [[...ids]],
    );
    return new Map(rows.map((row) => [row.person_id, row.name]));
  }

  async addressesOf(tx: Tx, bodyId: string, role: Role): Promise<readonly string[]> {
    const rows = await tx.manager.query<{ email: string }[]>(
      `select c.email from role_assignment r join person_contact c on c.person_id = r.person_id
       where r.body_id = $1 and r.role = $2 and r.revoked_at is null order by c.email`,
      [bodyId, role],
    );
    return rows.map(({ email }) => email);
  }

  async rolesOf(tx: Tx, personId: string): Promise<readonly HeldRole[]> {
    const rows = await tx.manager.query<{ body_id: string | null; role: Role }[]>(
      'select body_id, role from role_assignment where person_id = $1 and revoked_at is null order by granted_at, id',
      [personId],
    );
    return rows.map((row) => ({ bodyId: row.body_id, role: row.role }));
  }

  /** Answers false when the person has the role already. */
  async grant(
    tx: Tx,
    grant: { personId: string; bodyId: string | null; role: Role; grantedBy: string | null },
  ): Promise<boolean> {
    const added = await tx.manager.query<unknown[]>(
      `insert into role_assignment (id, person_id, body_id, role, granted_at, granted_by) values ($1, $2, $3, $4, $5, $6)
       on conflict (body_id, person_id, role) where revoked_at is null do nothing returning 1`,
      [newId(), grant.personId, grant.bodyId, grant.role, tx.now, grant.grantedBy],
    );
    return added.length > 0;
  }

  /** Answers false when the person does not hold the role. */
  async revoke(tx: Tx, held: { personId: string; bodyId: string; role: Role }): Promise<boolean> {
    const [, revoked] = await tx.manager.query<[unknown, number]>(
      `update role_assignment set revoked_at = $4
       where body_id = $1 and person_id = $2 and role = $3 and revoked_at is null`,
      [held.bodyId, held.personId, held.role, tx.now],
    );
    return revoked === 1;
  }

  /** Who holds the role now; until this transaction ends nobody else can take it from them. */
  async lockHolders(tx: Tx, bodyId: string, role: Role): Promise<readonly string[]> {
    const rows = await tx.manager.query<{ person_id: string }[]>(
      `select person_id from role_assignment where body_id = $1 and role = $2 and revoked_at is null
       order by id for update`,
      [bodyId, role],
    );
    return rows.map((row) => row.person_id);
  }

  /** People with roles of these kinds in the body, by name; up to `first` from `after` on. */
  async colleagues(
    tx: Tx,
    bodyId: string,
    roles: readonly Role[],
    page: { first: number; after: { name: string; id: string } | null },
  ): Promise<readonly Colleague[]> {
    const rows = await tx.manager.query<{ id: string; email: string; name: string; roles: Role[] }[]>(
      `select c.person_id as id, c.email, c.name, array_agg(r.role order by r.granted_at, r.id) as roles
       from role_assignment r join person_contact c on c.person_id = r.person_id
       where r.body_id = $1 and r.role = any ($2) and r.revoked_at is null
         and ($3::text is null or (c.name, c.person_id) > ($3, $4::uuid))
       group by c.person_id order by c.name, c.person_id limit $5`,
      [bodyId, [...roles], page.after?.name ?? null, page.after?.id ?? null, page.first],
    );
    return rows;
  }

  async colleague(
    tx: Tx,
    bodyId: string,
    roles: readonly Role[],
    personId: string,
  ): Promise<Colleague | null> {
    const rows = await tx.manager.query<Colleague[]>(
      `select c.person_id as id, c.email, c.name, array_agg(r.role order by r.granted_at, r.id) as roles
       from role_assignment r join person_contact c on c.person_id = r.person_id
       where r.body_id = $1 and r.role = any ($2) and r.revoked_at is null and c.person_id = $3
       group by c.person_id`,
      [bodyId, [...roles], personId],
    );
    return rows[0] ?? null;
  }

  /** Answers false when the body has a workspace already. */
  async openWorkspace(tx: Tx, bodyId: string, personId: string): Promise<boolean> {
    const added = await tx.manager.query<unknown[]>(
      `insert into workspace (body_id, opened_at, opened_by) values ($1, $2, $3)
       on conflict (body_id) do nothing returning 1`,
      [bodyId, tx.now, personId],
    );
    return added.length > 0;
  }
}
