export { DocumentsModule } from './documents.module.js';
export { StoreDocument, type NewDocument, type StoredDocument } from './application/store-document.js';
export { ReadDocument, type Document } from './application/read-document.js';
export { type DocumentKind } from './domain/file.js';
