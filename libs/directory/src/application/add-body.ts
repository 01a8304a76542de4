import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Refusal, type Result } from '#libs/kernel';
import { auditLead, newId, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { isShared } from '../domain/email.js';
import { newBodyFaults, tidyNewBody, type NewBody } from '../domain/new-body.js';
import { BodyRepository } from '../persistence/body.repository.js';

export interface AddBodyCommand extends NewBody {
  readonly idempotencyKey: string;
}

/**
 * Adds a public body that the register lacks, with the lead authority's reason. Refuses with faults of the text,
 * BODY_EXISTS, DOMAIN_FORMAT, DOMAIN_TOO_WIDE or DOMAIN_BELONGS_TO_OTHER.
 */
@Injectable()
export class AddBody {
  constructor(
    private readonly work: UnitOfWork,
    private readonly bodies: BodyRepository,
  ) {}

  async execute(actor: Actor, command: AddBodyCommand): Promise<Result<{ bodyId: string }>> {
    const { idempotencyKey, ...typed } = command;
    const body = tidyNewBody(typed);
    const faults = newBodyFaults(body);
    if (faults.length > 0) return err(faults);
    return this.work.run(actor, (tx) =>
      once(
        tx,
        {
          operation: 'body.add',
          key: idempotencyKey,
          command: { ...body, emailDomains: [...body.emailDomains] },
        },
        () => this.add(tx, body),
      ),
    );
  }

  private async add(tx: Tx, body: NewBody): Promise<Result<{ bodyId: string }>> {
    await this.bodies.lockForAdding(tx);
    const [existing] = await this.bodies.alike(tx, body);
    if (existing) return err(refuse('BODY_EXISTS', { body: existing.name }, ['name']));
    const faults = await this.domainFaults(tx, body);
    if (faults.length > 0) return err(faults);
    const { reason, emailDomains, ...facts } = body;
    const id = newId();
    await this.bodies.add(
      tx,
      {
        ...facts,
        id,
        shortName: facts.name,
        combinedAuthorityCode: null,
        population: null,
        startedOn: null,
        endedOn: null,
        invented: false,
        addedByLeadId: tx.leadId,
      },
      reason,
      emailDomains,
    );
    await auditLead(tx, {
      action: 'body.add',
      subjectKind: 'body',
      subjectId: id,
      details: { code: facts.code, emailDomains: [...emailDomains] },
    });
    return ok({ bodyId: id });
  }

  /** A domain proves where somebody works, so it must be this body's alone. */
  private async domainFaults(tx: Tx, body: NewBody): Promise<readonly Refusal[]> {
    const faults: Refusal[] = [];
    for (const domain of body.emailDomains) {
      const path = ['emailDomains'];
      const [owner] = await this.bodies.byDomain(tx, domain);
      if (owner) faults.push(refuse('DOMAIN_BELONGS_TO_OTHER', { domain, body: owner.body.name }, path));
      else if (isShared(domain) || (await this.bodies.hasDomainBelow(tx, domain)))
        faults.push(refuse('DOMAIN_TOO_WIDE', { domain, body: body.name }, path));
    }
    return faults;
  }
}
