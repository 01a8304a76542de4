import { Injectable } from '@nestjs/common';
import { ReadCatalogue } from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import { ReadDocument } from '#libs/documents';
import type { Tx } from '#libs/platform';
import type { Agreement, AgreementVersion } from '../domain/agreement.js';
import { AgreementRepository } from '../persistence/agreement.repository.js';
import type { Page } from '../persistence/page.js';
import { offeredText, RenderAgreement } from './render-agreement.js';

/** An agreement with the text that binds, or that can be signed now. */
export interface AgreementText {
  readonly version: string;
  readonly text: string;
  /** Hex: what a signatory sends back to say which text they read. */
  readonly sha256: string;
}

/** An agreement with the names of those that it binds, and to what. */
export interface NamedAgreement extends Agreement {
  readonly memberName: string;
  readonly leadName: string;
  readonly frameworkTitle: string;
}

/** Reads access agreements: a tenant its own, a lead authority its members'. */
@Injectable()
export class ReadAgreements {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly texts: RenderAgreement,
    private readonly documents: ReadDocument,
    private readonly catalogue: ReadCatalogue,
    private readonly bodies: FindBody,
  ) {}

  async byId(tx: Tx, id: string): Promise<NamedAgreement | null> {
    const agreement = await this.agreements.find(tx, id);
    return agreement && ((await this.named(tx, [agreement]))[0] ?? null);
  }

  /** Newest first, up to `page.limit`; of one member only, unless null. */
  async page(tx: Tx, memberId: string | null, page: Page): Promise<readonly NamedAgreement[]> {
    return this.named(tx, await this.agreements.page(tx, memberId, page));
  }

  /** The texts of a framework of the lead authority that asks, the newest first; null when it has no such framework. */
  async versions(tx: Tx, frameworkId: string, page: Page): Promise<readonly AgreementVersion[] | null> {
    const framework = await this.catalogue.framework(tx, frameworkId);
    if (framework?.leadId !== tx.leadId) return null;
    return this.agreements.versions(tx, { leadId: tx.leadId, frameworkId }, page);
  }

  /** A version as the lead authority worded it, with its placeholders. */
  version(tx: Tx, key: { leadId: string; id: string }): Promise<AgreementVersion | null> {
    return this.agreements.version(tx, key);
  }

  /** Until it is signed: the newest version's text. From then on: what was signed. */
  async textOf(tx: Tx, agreement: Agreement): Promise<AgreementText> {
    const { tenantId, leadId, documentId, versionId, state } = agreement;
    if (state === 'SENT') {
      const current = await this.texts.current(tx, agreement);
      if (current === null) throw new Error('an agreement was sent with a version');
      const { version, sha256, versionId: offeredId } = offeredText(agreement, current);
      if (offeredId !== versionId) return { version, sha256, text: current.text };
    }
    const stored = await this.documents.byId(tx, { tenantId, leadId, id: documentId });
    const version = await this.agreements.version(tx, { leadId, id: versionId });
    if (stored === null || version === null) throw new Error(`agreement ${agreement.id} has lost its text`);
    return { version: version.version, text: stored.content.toString('utf8'), sha256: stored.sha256 };
  }

  private async named(tx: Tx, agreements: readonly Agreement[]): Promise<NamedAgreement[]> {
    const bodies = await this.bodies.byIds(
      tx,
      agreements.flatMap(({ tenantId, leadId }) => [tenantId, leadId]),
    );
    const frameworks = new Map<string, string>();
    for (const id of new Set(agreements.map(({ frameworkId }) => frameworkId)))
      frameworks.set(id, (await this.catalogue.framework(tx, id))?.title ?? '');
    return agreements.map((agreement) => ({
      ...agreement,
      memberName: bodies.get(agreement.tenantId)?.name ?? '',
      leadName: bodies.get(agreement.leadId)?.name ?? '',
      frameworkTitle: frameworks.get(agreement.frameworkId) ?? '',
    }));
  }
}
