import { EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { CLOCK } from '@hoptac/kernel';
import { AppConfig, Logger } from '@hoptac/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { TemporalClient } from './client/temporal-client';
import { RehearsalClock } from './rehearsal/rehearsal-clock';
import { RehearsalService } from './rehearsal/rehearsal.service';

const PROVIDERS = [
  {
    provide: TemporalClient,
    inject: [AppConfig],
    useFactory: (config: AppConfig) => new TemporalClient(config.temporalAddress, config.temporalNamespace),
  },
  {
    provide: RehearsalClock,
    inject: [EVENT_STORE, AppConfig, Logger],
    useFactory: (eventStore: EventStore, config: AppConfig, logger: Logger) =>
      new RehearsalClock(eventStore, config.rehearsal, (message) => {
        logger.warn(message, 'RehearsalClock');
      }),
  },
  { provide: CLOCK, useExisting: RehearsalClock },
  {
    provide: RehearsalService,
    inject: [EVENT_STORE, RehearsalClock, TemporalClient],
    useFactory: (eventStore: EventStore, clock: RehearsalClock, temporal: TemporalClient) =>
      new RehearsalService(eventStore, clock, temporal),
  },
];
const CLOCK_ONLY = PROVIDERS.slice(1, 3);

/** The engine's client and the stack's clock. Needs `PlatformModule` and `EventStoreModule` (both global). */
@Module({})
export class TemporalModule {
  /** `TemporalClient`, `RehearsalClock`, `RehearsalService` and `CLOCK`, global. No call is made to the engine until somebody asks. */
  static forClient(): DynamicModule {
    return {
      module: TemporalModule,
      global: true,
      providers: PROVIDERS,
      exports: [TemporalClient, RehearsalClock, RehearsalService, CLOCK],
    };
  }

  /** `RehearsalClock` and `CLOCK` alone, global, for programs that never speak to the engine. */
  static forClock(): DynamicModule {
    return { module: TemporalModule, global: true, providers: CLOCK_ONLY, exports: [RehearsalClock, CLOCK] };
  }
}
