import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import { DocumentRow } from './document.entity.js';

@Injectable()
export class DocumentRepository {
  async add(tx: Tx, row: DocumentRow): Promise<void> {
    await tx.manager.insert(DocumentRow, row);
  }

  find(tx: Tx, key: { tenantId: string; leadId: string; id: string }): Promise<DocumentRow | null> {
    return tx.manager.findOneBy(DocumentRow, key);
  }
}
