import { Injectable } from '@nestjs/common';
import { addNotice, PeopleNames } from '#libs/directory';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { auditTenant, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { signingFaults, type Agreement, type Signature, type SigningStatement } from '../domain/agreement.js';
import { decisionOf, firstEffective, type Decision } from '../domain/decision.js';
import { AgreementRepository } from '../persistence/agreement.repository.js';
import { OptInRepository } from '../persistence/opt-in.repository.js';
import { offeredText, RenderAgreement, type CurrentText } from './render-agreement.js';
import { SendAgreement } from './send-agreement.js';

export interface SignAgreementCommand extends SigningStatement {
  readonly agreementId: string;
}

/** A signatory binds the body to the text that they read, once the body's own decision lets them. */
@Injectable()
export class SignAgreement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly agreements: AgreementRepository,
    private readonly optIns: OptInRepository,
    private readonly texts: RenderAgreement,
    private readonly sending: SendAgreement,
    private readonly people: PeopleNames,
  ) {}

  /**
   * Refuses AGREEMENT_VERSION_OLD, AGREEMENT_TEXT_MISMATCH, SIGNER_AUTHORITY, DECISION_MISSING, DECISION_IN_CALL_IN,
   * AGREEMENT_LOCKED once signed, and a missing role.
   */
  async execute(actor: Actor, command: SignAgreementCommand): Promise<Result<{ agreementId: string }>> {
    const personId = actor.identity.personId ?? '';
    const name = (await this.people.byIds([personId])).get(personId) ?? '';
    return this.work.run(actor, async (tx) => {
      const agreement = await this.agreements.lock(tx, command.agreementId);
      const current = agreement && (await this.texts.current(tx, agreement));
      if (!agreement || !current) return err(refuse('NOT_FOUND'));
      const faults = signingFaults(command, {
        agreement,
        offered: offeredText(agreement, current),
        decision: await this.decisionFor(tx, agreement),
        bodyName: current.bodyName,
        today: tx.today,
      });
      if (faults.length > 0) return err(faults);
      await this.sign(tx, agreement, current, { at: tx.now, personId, name, role: command.role.trim() });
      return ok({ agreementId: agreement.id });
    });
  }

  private async decisionFor(tx: Tx, { tenantId, leadId, frameworkId }: Agreement): Promise<Decision | null> {
    const approved = await this.optIns.approved(tx, { tenantId, leadId, frameworkId });
    return firstEffective(
      approved.flatMap(({ tasks }) => {
        const authority = tasks.find(({ task }) => task === 'AUTHORITY');
        return (authority && decisionOf(authority.answers)) ?? [];
      }),
    );
  }

  private async sign(tx: Tx, agreement: Agreement, current: CurrentText, by: Signature): Promise<void> {
    const { tenantId, leadId } = agreement;
    const { versionId, sha256 } = offeredText(agreement, current);
    const same = versionId === agreement.versionId;
    const documentId = same ? agreement.documentId : (await this.sending.store(tx, leadId, current)).id;
    await this.agreements.sign(tx, agreement, { versionId, documentId, textSha256: sha256 }, by);
    const version = current.version.version;
    await auditTenant(tx, leadId, {
      action: 'agreement.sign',
      subjectKind: 'agreement',
      subjectId: agreement.id,
      details: { version, textSha256: sha256, documentId },
    });
    const words = {
      body: current.bodyName,
      lead: current.leadName,
      version,
      sha256,
      signer: by.name,
      role: by.role,
    };
    await addNotice(tx, { bodyId: leadId, role: 'LEAD_APPROVER', mail: 'AGREEMENT_SIGNED', words });
    await addNotice(tx, { bodyId: tenantId, role: 'TENANT_ADMIN', mail: 'AGREEMENT_SIGNED', words });
  }
}
