import { CorrespondenceModule } from '@hoptac/correspondence';
import { DossiersModule } from '@hoptac/dossiers';
import { EventStoreModule } from '@hoptac/event-store';
import { houseCatalogues } from '@hoptac/house';
import { PersonalDataModule } from '@hoptac/personal-data';
import { PlatformModule, type AppConfig } from '@hoptac/platform';
import { ProjectionsModule } from '@hoptac/projections';
import { ReadDbModule } from '@hoptac/read-db';
import { SupportFundModule } from '@hoptac/support-fund';
import { CaseReadingActivities, TemporalModule } from '@hoptac/temporal';
import { Module, type DynamicModule } from '@nestjs/common';
import { Feeder } from './feeder';
import { Reactors } from './reactors';
import { QueueWorkers } from './queue-workers';

@Module({})
export class WorkerModule {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(config, { service: 'worker' }),
        ReadDbModule.forRoot({ applicationName: 'hoptac-worker', maxConnections: 4 }),
        EventStoreModule.forRoot({ catalogues: houseCatalogues }),
        ProjectionsModule.forReaders(),
        TemporalModule.forClient(),
        PersonalDataModule.forWorker(),
        DossiersModule.forWorker(),
        CorrespondenceModule.forWorker(),
        SupportFundModule.forWorker(),
      ],
      providers: [CaseReadingActivities, QueueWorkers, Feeder, Reactors],
    };
  }
}
