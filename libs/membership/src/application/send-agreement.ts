import { Injectable } from '@nestjs/common';
import { StoreDocument } from '#libs/documents';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { newId, type Tx } from '#libs/platform';
import { AgreementRepository } from '../persistence/agreement.repository.js';
import { RenderAgreement, type AgreementParties, type CurrentText } from './render-agreement.js';

/** Gives a body the access agreement to sign. */
@Injectable()
export class SendAgreement {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly texts: RenderAgreement,
    private readonly documents: StoreDocument,
  ) {}

  /** Does nothing when the body already has one for this framework; AGREEMENT_MISSING when there is no text yet. */
  async within(tx: Tx, { tenantId, leadId, frameworkId }: AgreementParties): Promise<Result<null>> {
    const parties = { tenantId, leadId, frameworkId };
    if ((await this.agreements.live(tx, parties)) !== null) return ok(null);
    const current = await this.texts.current(tx, parties);
    if (current === null) return err(refuse('AGREEMENT_MISSING'));
    const stored = await this.store(tx, leadId, current);
    await this.agreements.insert(tx, {
      ...parties,
      id: newId(),
      versionId: current.version.id,
      state: 'SENT',
      documentId: stored.id,
      textSha256: stored.sha256,
      sentAt: tx.now,
      signed: null,
      countersigned: null,
    });
    return ok(null);
  }

  /** Keeps the text as it was given to the body. */
  async store(
    tx: Tx,
    leadId: string,
    { version, text }: CurrentText,
  ): Promise<{ id: string; sha256: string }> {
    const stored = await this.documents.within(tx, {
      leadId,
      kind: 'AGREEMENT',
      fileName: `access-agreement-${version.version}.txt`,
      mediaType: 'text/plain',
      content: Buffer.from(text),
    });
    if (!stored.ok) throw new Error(`an agreement's text could not be stored: ${stored.refusals[0]?.code}`);
    return stored.value;
  }
}
