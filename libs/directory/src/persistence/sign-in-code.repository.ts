import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '#libs/platform';
import type { StoredCode } from '../domain/sign-in-code.js';
import { SignInCodeRow } from './person.entity.js';

/** Sign-in codes, salted and hashed; only through a system door, and only after the address was locked. */
@Injectable()
export class SignInCodeRepository {
  async newest(tx: Tx, email: string): Promise<(StoredCode & { id: string }) | null> {
    const rows = await tx.manager.query<(StoredCode & { id: string })[]>(
      `select id, code_hash as "codeHash", salt, expires_at as "expiresAt", tries, ended_at as "endedAt"
       from sign_in_code where email = $1 order by (ended_at is null) desc, created_at desc, id desc limit 1`,
      [email],
    );
    return rows[0] ?? null;
  }

  /** When the address asked for codes in the last hour. */
  async askedAt(tx: Tx, email: string): Promise<readonly Date[]> {
    const rows = await tx.manager.query<{ created_at: Date }[]>(
      `select created_at from sign_in_code where email = $1 and created_at > $2::timestamptz - interval '1 hour'`,
      [email, tx.now],
    );
    return rows.map((row) => row.created_at);
  }

  /** Adds a code and ends the one before it. */
  async replace(
    tx: Tx,
    code: { email: string; codeHash: Buffer; salt: Buffer; expiresAt: Date },
  ): Promise<void> {
    await tx.manager.query('update sign_in_code set ended_at = $2 where email = $1 and ended_at is null', [
      code.email,
      tx.now,
    ]);
    await tx.manager.insert(SignInCodeRow, {
      id: newId(),
      ...code,
      createdAt: tx.now,
      tries: 0,
      endedAt: null,
    });
  }

  async end(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(SignInCodeRow, { id }, { endedAt: tx.now });
  }

  /** Counts a wrong try, and ends the code with the last one allowed. */
  async countTry(tx: Tx, id: string, last: boolean): Promise<void> {
    await tx.manager.query('update sign_in_code set tries = tries + 1, ended_at = $2 where id = $1', [
      id,
      last ? tx.now : null,
    ]);
  }

  /** Forgets some of the codes, whoever's, that nobody can use or count any more. */
  async forgetOld(tx: Tx): Promise<void> {
    await tx.manager.query(
      `delete from sign_in_code where id in (
         select id from sign_in_code where created_at < $1::timestamptz - interval '1 day'
         order by created_at limit 100 for update skip locked)`,
      [tx.now],
    );
  }
}
