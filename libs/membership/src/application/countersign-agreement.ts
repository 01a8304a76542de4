import { Injectable } from '@nestjs/common';
import { addNotice, FindBody, PeopleNames } from '#libs/directory';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { auditTenant, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { countersigningFaults, type Agreement } from '../domain/agreement.js';
import { AgreementRepository } from '../persistence/agreement.repository.js';
import { FrameworkMemberRepository } from '../persistence/framework-member.repository.js';
import { ActForMember } from './act-for-member.js';

export interface CountersignAgreementCommand {
  readonly agreementId: string;
  /** The role in which the person signs for the lead authority. */
  readonly role: string;
}

/** The lead authority signs too, by another person: the agreement is in force, and the body a member for all to see. */
@Injectable()
export class CountersignAgreement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly members: ActForMember,
    private readonly agreements: AgreementRepository,
    private readonly list: FrameworkMemberRepository,
    private readonly people: PeopleNames,
    private readonly bodies: FindBody,
  ) {}

  /** Refuses STATE_NOT_ALLOWED unless it is signed, AGREEMENT_SAME_PERSON, and a missing role. */
  async execute(
    actor: Actor,
    command: CountersignAgreementCommand,
  ): Promise<Result<{ agreementId: string }>> {
    const personId = actor.identity.personId ?? '';
    const name = (await this.people.byIds([personId])).get(personId) ?? '';
    const forMember = await this.members.onAgreement(actor, command.agreementId);
    if (forMember === null) return err(refuse('NOT_FOUND'));
    return this.work.run(forMember, async (tx) => {
      const agreement = await this.agreements.lock(tx, command.agreementId);
      if (agreement === null) return err(refuse('NOT_FOUND'));
      const faults = countersigningFaults(command, agreement, tx.personId);
      if (faults.length > 0) return err(faults);
      await this.agreements.countersign(tx, agreement, {
        at: tx.now,
        personId,
        name,
        role: command.role.trim(),
      });
      const { leadId, frameworkId, tenantId: bodyId } = agreement;
      await this.list.add(tx, { leadId, frameworkId, bodyId, since: tx.today });
      await this.record(tx, agreement);
      return ok({ agreementId: agreement.id });
    });
  }

  private async record(tx: Tx, agreement: Agreement): Promise<void> {
    const { tenantId, leadId, versionId, textSha256 } = agreement;
    const version = (await this.agreements.version(tx, { leadId, id: versionId }))?.version ?? '';
    await auditTenant(tx, leadId, {
      action: 'agreement.countersign',
      subjectKind: 'agreement',
      subjectId: agreement.id,
      details: { version, textSha256 },
    });
    const names = await this.bodies.byIds(tx, [tenantId, leadId]);
    const words = { body: names.get(tenantId)?.name ?? '', lead: names.get(leadId)?.name ?? '', version };
    for (const role of ['TENANT_ADMIN', 'TENANT_SIGNATORY'] as const)
      await addNotice(tx, { bodyId: tenantId, role, mail: 'AGREEMENT_COUNTERSIGNED', words });
  }
}
