import './documents.messages';

export { DocumentStore, type PutOptions, type StoredDocument } from './document-store';
export { DocumentsModule } from './documents.module';
export { attachment, cleanFileName } from './file-name';
export { DOCUMENT_TYPES, type DocumentType } from './media-type';
export { openDocumentStore } from './open-disk';
