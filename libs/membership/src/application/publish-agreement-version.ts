import { Injectable } from '@nestjs/common';
import { ReadCatalogue } from '#libs/catalogue';
import { brokenConstraint, auditLead, newId, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { versionFaults } from '../domain/agreement.js';
import { AgreementRepository } from '../persistence/agreement.repository.js';
import { sha256Of } from './render-agreement.js';

export interface PublishAgreementVersionCommand {
  readonly frameworkId: string;
  /** '3.1'; it comes after the newest one. */
  readonly version: string;
  /** Plain text; {body}, {lead}, {framework} and {notice} are filled in for each body. */
  readonly text: string;
  readonly idempotencyKey: string;
}

/**
 * The lead authority publishes a new text of a framework's access agreement. Whoever has signed stays bound by what
 * they signed; whoever has not is shown the new text from now on and can sign no other.
 */
@Injectable()
export class PublishAgreementVersion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly catalogue: ReadCatalogue,
    private readonly agreements: AgreementRepository,
  ) {}

  /** Refuses AGREEMENT_VERSION_FORMAT, AGREEMENT_VERSION_ORDER, AGREEMENT_PLACEHOLDER and faults of the text. */
  async execute(
    actor: Actor,
    command: PublishAgreementVersionCommand,
  ): Promise<Result<{ agreementVersionId: string }>> {
    const { idempotencyKey: key, frameworkId, version } = command;
    const text = command.text.replaceAll('\r\n', '\n');
    const request = { operation: 'agreementVersion.publish', key, command: { frameworkId, version, text } };
    try {
      return await this.work.run(actor, (tx) =>
        once(tx, request, () => this.publish(tx, { frameworkId, version, text })),
      );
    } catch (error) {
      if (brokenConstraint(error) !== 'agreement_version_once') throw error;
      return err(refuse('AGREEMENT_VERSION_ORDER', { version, latest: version }, ['version']));
    }
  }

  private async publish(
    tx: Tx,
    { frameworkId, version, text }: Omit<PublishAgreementVersionCommand, 'idempotencyKey'>,
  ): Promise<Result<{ agreementVersionId: string }>> {
    const framework = await this.catalogue.framework(tx, frameworkId);
    if (framework === null || framework.leadId !== tx.leadId) return err(refuse('NOT_FOUND'));
    const latest = await this.agreements.currentVersion(tx, { leadId: tx.leadId, frameworkId });
    const faults = versionFaults({ version, text }, latest?.version ?? null);
    if (faults.length > 0) return err(faults);
    const id = newId();
    const sha256 = sha256Of(text);
    await this.agreements.insertVersion(
      tx,
      { leadId: tx.leadId, id, frameworkId, version, text, publishedOn: tx.today, createdAt: tx.now },
      Buffer.from(sha256, 'hex'),
    );
    await auditLead(tx, {
      action: 'agreementVersion.publish',
      subjectKind: 'agreementVersion',
      subjectId: id,
      details: { frameworkId, version, sha256 },
    });
    return ok({ agreementVersionId: id });
  }
}
