import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { DocumentKind } from '../domain/file.js';
import { DocumentRepository } from '../persistence/document.repository.js';

export interface Document {
  readonly tenantId: string;
  readonly leadId: string;
  readonly id: string;
  readonly kind: DocumentKind;
  readonly fileName: string;
  readonly mediaType: string;
  /** Hex. */
  readonly sha256: string;
  readonly content: Buffer;
  readonly storedAt: Date;
}

@Injectable()
export class ReadDocument {
  constructor(private readonly documents: DocumentRepository) {}

  /** A stored file, or null. Throws when its bytes are no longer those that were stored. */
  async byId(tx: Tx, key: { tenantId: string; leadId: string; id: string }): Promise<Document | null> {
    const row = await this.documents.find(tx, key);
    if (row === null) return null;
    const { tenantId, leadId, id, kind, fileName, mediaType, content, storedAt } = row;
    const sha256 = createHash('sha256').update(content).digest('hex');
    if (sha256 !== row.sha256.toString('hex')) throw new Error(`document ${id} no longer has its digest`);
    return { tenantId, leadId, id, kind, fileName, mediaType, sha256, content, storedAt };
  }
}
