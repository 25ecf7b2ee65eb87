import { AppConfig } from '@hoptac/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { DocumentStore } from './document-store';
import { DocumentsController } from './documents.controller';
import { openDocumentStore } from './open-disk';

const store = { provide: DocumentStore, inject: [AppConfig], useFactory: openDocumentStore };

/** Papers: routes for the API, the store alone for workers and tools. */
@Module({})
export class DocumentsModule {
  static forHttp(): DynamicModule {
    return {
      module: DocumentsModule,
      global: true,
      controllers: [DocumentsController],
      providers: [store],
      exports: [DocumentStore],
    };
  }

  static forTools(): DynamicModule {
    return { module: DocumentsModule, global: true, providers: [store], exports: [DocumentStore] };
  }
}
