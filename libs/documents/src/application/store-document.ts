import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '#libs/kernel';
import { newId, type Tx } from '#libs/platform';
import { fileFaults, type DocumentKind, type NewFile } from '../domain/file.js';
import { DocumentRepository } from '../persistence/document.repository.js';

export interface NewDocument extends NewFile {
  /** The lead authority that it concerns; the tenant itself when it is its own affair. */
  readonly leadId: string;
  readonly kind: DocumentKind;
}

export interface StoredDocument {
  readonly id: string;
  /** Hex. */
  readonly sha256: string;
}

/** Keeps a file for this transaction's tenant, unchanged for ever. Whoever stores it audits what it is for. */
@Injectable()
export class StoreDocument {
  constructor(private readonly documents: DocumentRepository) {}

  /** FILE_EMPTY, FILE_TOO_LARGE, FILE_TYPE, and TEXT_INVALID or TEXT_TOO_LONG for its name. */
  async within(
    tx: Tx,
    { leadId, kind, fileName, mediaType, content }: NewDocument,
  ): Promise<Result<StoredDocument>> {
    const faults = fileFaults({ fileName, mediaType, content });
    if (faults.length > 0) return err(faults);
    const id = newId();
    const sha256 = createHash('sha256').update(content).digest();
    await this.documents.add(tx, {
      tenantId: tx.tenantId,
      leadId,
      id,
      kind,
      fileName,
      mediaType,
      sizeBytes: content.length,
      sha256,
      content,
      storedAt: tx.now,
      storedBy: tx.actor.identity.personId,
    });
    return ok({ id, sha256: sha256.toString('hex') });
  }
}
