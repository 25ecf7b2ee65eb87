import { AppConfig } from '@hoptac/platform';
import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { EventCatalogue } from './event-schemas';
import { EVENT_STORE } from './event-store.port';
import { EventStoreDbStore } from './eventstore-db.store';

export interface EventStoreModuleOptions {
  /** Catalogues of every context whose events the program may meet; an event of no catalogue is a loud error. */
  readonly catalogues: readonly EventCatalogue[];
  /** Connection string; that of `AppConfig` unless given. */
  readonly url?: string;
}

/** Gives `EVENT_STORE` to the whole program and lets the connection go when the program ends. */
@Module({})
export class EventStoreModule implements OnApplicationShutdown {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStoreDbStore) {}

  static forRoot(options: EventStoreModuleOptions): DynamicModule {
    const { catalogues, url } = options;
    return {
      module: EventStoreModule,
      global: true,
      providers: [
        url === undefined
          ? {
              provide: EVENT_STORE,
              inject: [AppConfig],
              useFactory: (config: AppConfig) => new EventStoreDbStore({ url: config.eventStoreUrl, catalogues }),
            }
          : { provide: EVENT_STORE, useFactory: () => new EventStoreDbStore({ url, catalogues }) },
      ],
      exports: [EVENT_STORE],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}
