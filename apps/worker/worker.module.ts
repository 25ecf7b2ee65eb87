import { DossiersModule } from '@hoptac/dossiers';
import { dossierCatalogue } from '@hoptac/dossiers/domain';
import { EventStoreModule } from '@hoptac/event-store';
import { PlatformModule, type AppConfig } from '@hoptac/platform';
import { ReadDbModule } from '@hoptac/read-db';
import { registryCatalogue } from '@hoptac/registry/domain';
import { CaseReadingActivities, TemporalModule, rehearsalCatalogue } from '@hoptac/temporal';
import { Module, type DynamicModule } from '@nestjs/common';
import { Feeder } from './feeder';
import { QueueWorkers } from './queue-workers';

@Module({})
export class WorkerModule {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(config, { service: 'worker' }),
        ReadDbModule.forRoot({ applicationName: 'hoptac-worker', maxConnections: 4 }),
        EventStoreModule.forRoot({ catalogues: [dossierCatalogue, registryCatalogue, rehearsalCatalogue] }),
        TemporalModule.forClient(),
        DossiersModule.forWorker(),
      ],
      providers: [CaseReadingActivities, QueueWorkers, Feeder],
    };
  }
}
