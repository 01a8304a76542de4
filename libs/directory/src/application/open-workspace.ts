import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { Actor, auditBody, UnitOfWork, type Tx } from '#libs/platform';
import { isClosed, type Body } from '../domain/body.js';
import { claimsOf, type Claim } from '../domain/claim.js';
import { parseEmail } from '../domain/email.js';
import { BodyRepository, type DomainMatch } from '../persistence/body.repository.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { FindBody } from './find-body.js';

export interface OpenWorkspaceCommand {
  /** Null when the address belongs to one body only. */
  readonly bodyId: string | null;
}

/**
 * Opens the workspace of the body whose email domain the person has, and makes them its administrator. Refuses with
 * BODY_CHOICE_REQUIRED, BODY_ABOLISHED (names the successor), DOMAIN_BELONGS_TO_OTHER, DOMAIN_NOT_CONFIRMED,
 * EMAIL_NOT_PUBLIC_SECTOR or ALREADY_MEMBER.
 */
@Injectable()
export class OpenWorkspace {
  constructor(
    private readonly work: UnitOfWork,
    private readonly find: FindBody,
    private readonly bodies: BodyRepository,
    private readonly people: PersonRepository,
  ) {}

  async execute(actor: Actor, command: OpenWorkspaceCommand): Promise<Result<{ bodyId: string }>> {
    const { personId, requestId } = actor.identity;
    if (personId === null) return err(refuse('SIGN_IN_REQUIRED'));
    return this.work.run(Actor.system('people', requestId, personId), async (tx) => {
      const chosen = await this.choose(tx, personId, command.bodyId);
      if (!chosen.ok) return chosen;
      const { id: bodyId, name } = chosen.value;
      if (!(await this.people.openWorkspace(tx, bodyId, personId)))
        return err(refuse('ALREADY_MEMBER', { body: name }, ['bodyId']));
      await this.people.grant(tx, { personId, bodyId, role: 'TENANT_ADMIN', grantedBy: personId });
      const own = { bodyId, capacity: 'TENANT' } as const;
      await auditBody(tx, own, {
        action: 'workspace.open',
        subjectKind: 'person',
        subjectId: personId,
        details: { roles: ['TENANT_ADMIN'] },
      });
      return ok({ bodyId });
    });
  }

  private async choose(tx: Tx, personId: string, bodyId: string | null): Promise<Result<Body>> {
    const person = await this.people.byId(tx, personId);
    const domain = parseEmail(person?.email ?? '')?.domain ?? '';
    const owners = await this.bodies.byDomain(tx, domain);
    const claims = await this.claims(tx, owners);
    const wanted = bodyId === null ? only(claims) : await this.named(tx, bodyId, claims);
    if (!wanted.ok) return wanted;
    if (wanted.value) return confirmed(wanted.value, domain);
    const [owner] = owners;
    if (!owner) return err(refuse('EMAIL_NOT_PUBLIC_SECTOR', {}, ['bodyId']));
    const closed = claims.length === 0 ? await this.find.closedRefusal(tx, owner.body, ['bodyId']) : null;
    return err(
      closed ??
        refuse('DOMAIN_BELONGS_TO_OTHER', { domain: owner.domain, body: owner.body.name }, ['bodyId']),
    );
  }

  private async claims(tx: Tx, owners: readonly DomainMatch[]): Promise<readonly Claim[]> {
    const matches = [];
    for (const { source, body } of owners)
      matches.push({
        source,
        living: isClosed(body, tx.today) ? await this.find.successorsOf(tx, body) : [body],
      });
    return claimsOf(matches);
  }

  /** The claim on the body that was named; null when the address gives none. */
  private async named(tx: Tx, bodyId: string, claims: readonly Claim[]): Promise<Result<Claim | null>> {
    const body = await this.find.byId(tx, bodyId);
    if (body === null) return err(refuse('NOT_FOUND', {}, ['bodyId']));
    const closed = await this.find.closedRefusal(tx, body, ['bodyId']);
    return closed ? err(closed) : ok(claims.find((claim) => claim.body.id === bodyId) ?? null);
  }
}

const only = (claims: readonly Claim[]): Result<Claim | null> =>
  claims.length > 1 ? err(refuse('BODY_CHOICE_REQUIRED', {}, ['bodyId'])) : ok(claims[0] ?? null);

const confirmed = (claim: Claim, domain: string): Result<Body> =>
  claim.confirmed
    ? ok(claim.body)
    : err(refuse('DOMAIN_NOT_CONFIRMED', { domain, body: claim.body.name }, ['bodyId']));
