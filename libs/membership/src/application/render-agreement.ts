import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ReadCatalogue } from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import type { Tx } from '#libs/platform';
import {
  renderAgreement,
  type Agreement,
  type AgreementVersion,
  type OfferedText,
} from '../domain/agreement.js';
import { AgreementRepository } from '../persistence/agreement.repository.js';

/** Whom an access agreement binds to what. */
export interface AgreementParties {
  readonly tenantId: string;
  readonly leadId: string;
  readonly frameworkId: string;
}

/** The text that a body would sign now. */
export interface CurrentText {
  readonly version: AgreementVersion;
  readonly text: string;
  /** Hex. */
  readonly sha256: string;
  readonly bodyName: string;
  readonly leadName: string;
}

@Injectable()
export class RenderAgreement {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly catalogue: ReadCatalogue,
    private readonly bodies: FindBody,
  ) {}

  /** The newest version's text for one body, or null when the lead authority has published none. */
  async current(tx: Tx, parties: AgreementParties): Promise<CurrentText | null> {
    const { tenantId, leadId, frameworkId } = parties;
    const version = await this.agreements.currentVersion(tx, { leadId, frameworkId });
    if (version === null) return null;
    const names = await this.bodies.byIds(tx, [tenantId, leadId]);
    const [body, lead] = [names.get(tenantId), names.get(leadId)];
    const framework = await this.catalogue.framework(tx, frameworkId);
    if (!body || !lead || !framework) throw new Error('an agreement binds a known body to a known framework');
    const text = renderAgreement(version.text, {
      body: body.name,
      lead: lead.name,
      framework: framework.title,
      notice: framework.noticeReference,
    });
    return { version, text, sha256: sha256Of(text), bodyName: body.name, leadName: lead.name };
  }
}

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * What a body that has not signed yet can sign: the text that it was sent, or the newer version's when there is one.
 * The newer text is stored when it is signed, so that nobody signs what the lead authority has replaced.
 */
export const offeredText = (agreement: Agreement, { version, sha256 }: CurrentText): OfferedText => ({
  versionId: version.id,
  version: version.version,
  publishedOn: version.publishedOn,
  sha256: version.id === agreement.versionId ? agreement.textSha256 : sha256,
});
