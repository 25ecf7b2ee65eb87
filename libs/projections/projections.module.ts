import { EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { ReadDb } from '@hoptac/read-db';
import {
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Projection } from './projection';
import { Projector, type ProjectorOptions } from './projector';
import { ReadModels } from './read-models';

/** Starts and stops the projector with its program. */
class ProjectorService extends Projector implements OnApplicationBootstrap, BeforeApplicationShutdown {
  onApplicationBootstrap(): void {
    this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }
}

class ReadModelsService extends ReadModels implements BeforeApplicationShutdown {
  async beforeApplicationShutdown(): Promise<void> {
    await this.close();
  }
}

/** Readers import `forReaders()`; the projector's program `forProjector(list)`. Both need the global `ReadDb`, the projector `EVENT_STORE` too. */
@Module({})
export class ProjectionsModule {
  static forProjector(projections: readonly Projection<never>[], options: ProjectorOptions = {}): DynamicModule {
    return {
      module: ProjectionsModule,
      global: true,
      providers: [
        {
          provide: Projector,
          inject: [EVENT_STORE, ReadDb],
          useFactory: (store: EventStore, db: ReadDb) => new ProjectorService(projections, store, db, options),
        },
        { provide: ReadModels, inject: [ReadDb], useFactory: (db: ReadDb) => new ReadModelsService(db) },
      ],
      exports: [Projector, ReadModels],
    };
  }

  static forReaders(): DynamicModule {
    return {
      module: ProjectionsModule,
      global: true,
      providers: [{ provide: ReadModels, inject: [ReadDb], useFactory: (db: ReadDb) => new ReadModelsService(db) }],
      exports: [ReadModels],
    };
  }
}
