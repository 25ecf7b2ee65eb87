import { EventStoreModule } from '@hoptac/event-store';
import { houseCatalogues, houseProjections } from '@hoptac/house';
import { PlatformModule, type AppConfig } from '@hoptac/platform';
import { ProjectionsModule } from '@hoptac/projections';
import { ReadDbModule } from '@hoptac/read-db';
import { Module, type DynamicModule } from '@nestjs/common';
import { ProjectorHealth } from './projector-health';

@Module({})
export class ProjectorModule {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: ProjectorModule,
      imports: [
        PlatformModule.forRoot(config, { service: 'projector' }),
        // Rows here can always be folded again, so commits need not wait for the disk; a rebuild's batch may take longer than a reader's query.
        ReadDbModule.forRoot({
          applicationName: 'hoptac-projector',
          maxConnections: Math.max(8, houseProjections.length + 3),
          statementTimeoutMs: 60_000,
          durableCommits: false,
          alwaysByIndex: true,
        }),
        EventStoreModule.forRoot({ catalogues: houseCatalogues }),
        ProjectionsModule.forProjector(houseProjections),
      ],
      providers: [ProjectorHealth],
    };
  }
}
