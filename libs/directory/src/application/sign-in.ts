import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, refuse, textFaults, type Result } from '#libs/kernel';
import { Actor, UnitOfWork, type Tx } from '#libs/platform';
import { nameFromAddress, parseEmail, type Email } from '../domain/email.js';
import { actsFor, membershipsOf, rolesIn, type Membership } from '../domain/membership.js';
import type { Role } from '../domain/role.js';
import { hashToken, makeToken, TOKEN_BYTES } from '../domain/session.js';
import { judgeCode, type CodeJudgement } from '../domain/sign-in-code.js';
import { PersonRepository, type Person } from '../persistence/person.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { SignInCodeRepository } from '../persistence/sign-in-code.repository.js';

export interface SignInCommand {
  readonly email: string;
  readonly code: string;
  /** Kept at the first sign-in only; made from the address when absent. */
  readonly name: string | null;
}

export interface Started {
  /** Shown this once: it is kept as a hash. */
  readonly token: string;
  readonly sessionId: string;
  readonly person: Person;
  /** All that the person may act for. */
  readonly memberships: readonly (Membership & { readonly roles: readonly Role[] })[];
  /** For whom the session acts already; null when there is a choice to make, or nothing to choose. */
  readonly actingFor: Membership | null;
}

const reasons = {
  WRONG: 'CODE_WRONG',
  LAST_WRONG: 'CODE_TOO_MANY_TRIES',
  TOO_MANY_TRIES: 'CODE_TOO_MANY_TRIES',
  EXPIRED: 'CODE_EXPIRED',
} as const;

type Attempt = { readonly started: Started } | { readonly judgement: Exclude<CodeJudgement, 'RIGHT'> };

/**
 * Exchanges a one-time code for a session. Refuses with EMAIL_FORMAT, a fault of the name, CODE_WRONG, CODE_EXPIRED or
 * CODE_TOO_MANY_TRIES; a wrong try is counted although it is refused.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly codes: SignInCodeRepository,
    private readonly sessions: SessionRepository,
  ) {}

  async execute(command: SignInCommand, requestId: string | null = null): Promise<Result<Started>> {
    const email = parseEmail(command.email);
    const faults = [
      ...(email === null ? [refuse('EMAIL_FORMAT', {}, ['email'])] : []),
      ...(command.name === null ? [] : textFaults(command.name, { field: 'your name', path: ['name'] })),
    ];
    if (email === null || faults.length > 0) return err(faults);
    const attempt = await this.work.run(Actor.system('sign-in', requestId), async (tx) =>
      ok(await this.attempt(tx, email, command)),
    );
    if (!attempt.ok) return attempt;
    if ('started' in attempt.value) return ok(attempt.value.started);
    return err(refuse(reasons[attempt.value.judgement], {}, ['code']));
  }

  /** Never refuses, so that the count of a wrong try is committed. */
  private async attempt(tx: Tx, email: Email, command: SignInCommand): Promise<Attempt> {
    await this.people.lockAddress(tx, email.address);
    const stored = await this.codes.newest(tx, email.address);
    const judgement = judgeCode(stored, command.code, tx.now);
    if (judgement !== 'RIGHT') {
      if (stored && (judgement === 'WRONG' || judgement === 'LAST_WRONG'))
        await this.codes.countTry(tx, stored.id, judgement === 'LAST_WRONG');
      return { judgement };
    }
    if (stored) await this.codes.end(tx, stored.id);
    const person = await this.people.obtain(
      tx,
      email.address,
      command.name?.trim() ?? nameFromAddress(email),
    );
    return { started: await this.start(tx, person) };
  }

  private async start(tx: Tx, person: Person): Promise<Started> {
    const held = await this.people.rolesOf(tx, person.id);
    const actingFor = actsFor(null, held);
    const token = makeToken(randomBytes(TOKEN_BYTES));
    await this.sessions.forgetEnded(tx, person.id);
    const sessionId = await this.sessions.add(tx, {
      personId: person.id,
      tokenHash: hashToken(token),
      chosen: actingFor,
    });
    const memberships = membershipsOf(held).map((membership) => ({
      ...membership,
      roles: rolesIn(held, membership),
    }));
    return { token, sessionId, person, memberships, actingFor };
  }
}
