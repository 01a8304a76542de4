import { Module } from '@nestjs/common';
import type { EntityClass } from '#libs/platform';
import { ReadDocument } from './application/read-document.js';
import { StoreDocument } from './application/store-document.js';
import { DocumentRow } from './persistence/document.entity.js';
import { DocumentRepository } from './persistence/document.repository.js';

@Module({
  providers: [DocumentRepository, StoreDocument, ReadDocument],
  exports: [StoreDocument, ReadDocument],
})
export class DocumentsModule {
  static readonly entities: readonly EntityClass[] = [DocumentRow];
}
