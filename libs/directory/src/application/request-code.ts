import { randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { Actor, addMail, UnitOfWork, type Tx } from '#libs/platform';
import { isPublicSector, parseEmail, type Email } from '../domain/email.js';
import { clockTime, CODE_MINUTES, hashCode, makeCode, minutesToWait } from '../domain/sign-in-code.js';
import { BodyRepository } from '../persistence/body.repository.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { SignInCodeRepository } from '../persistence/sign-in-code.repository.js';

/**
 * Sends a one-time code to a work address. The answer is the same whether or not the address is known here. Refuses
 * with EMAIL_FORMAT, EMAIL_NOT_PUBLIC_SECTOR or CODE_TOO_MANY_REQUESTS.
 */
@Injectable()
export class RequestCode {
  constructor(
    private readonly work: UnitOfWork,
    private readonly bodies: BodyRepository,
    private readonly people: PersonRepository,
    private readonly codes: SignInCodeRepository,
  ) {}

  async execute(command: { email: string }, requestId: string | null = null): Promise<Result<null>> {
    const email = parseEmail(command.email);
    if (email === null) return err(refuse('EMAIL_FORMAT', {}, ['email']));
    return this.work.run(Actor.system('sign-in', requestId), async (tx) => {
      if (!(await this.isWelcome(tx, email))) return err(refuse('EMAIL_NOT_PUBLIC_SECTOR', {}, ['email']));
      await this.people.lockAddress(tx, email.address);
      const minutes = minutesToWait(await this.codes.askedAt(tx, email.address), tx.now);
      if (minutes > 0)
        return err(
          refuse('CODE_TOO_MANY_REQUESTS', { wait: minutes === 1 ? '1 minute' : `${minutes} minutes` }, [
            'email',
          ]),
        );
      await this.codes.forgetOld(tx);
      await this.send(tx, email);
      return ok(null);
    });
  }

  private async isWelcome(tx: Tx, email: Email): Promise<boolean> {
    return (
      isPublicSector(email.domain) ||
      (await this.bodies.byDomain(tx, email.domain)).length > 0 ||
      (await this.people.byEmail(tx, email.address)) !== null
    );
  }

  private async send(tx: Tx, email: Email): Promise<void> {
    const code = makeCode((below) => randomInt(below));
    const salt = randomBytes(16);
    const expiresAt = new Date(tx.now.getTime() + CODE_MINUTES * 60_000);
    await this.codes.replace(tx, { email: email.address, codeHash: hashCode(code, salt), salt, expiresAt });
    await addMail(tx, email.address, 'SIGN_IN_CODE', { code, until: clockTime(expiresAt) });
  }
}
