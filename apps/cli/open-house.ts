import { EventStoreModule } from '@hoptac/event-store';
import { houseCatalogues } from '@hoptac/house';
import { IdentityModule } from '@hoptac/identity';
import { PersonalDataModule } from '@hoptac/personal-data';
import { PlatformModule, loadConfig } from '@hoptac/platform';
import { ProjectionsModule } from '@hoptac/projections';
import { ReadDbModule } from '@hoptac/read-db';
import { RegistryModule } from '@hoptac/registry';
import { TemporalModule } from '@hoptac/temporal';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { withContext } from './context';

@Module({})
class CliModule {}

/** Runs the work in the house as a program without a server has it: every store, no routes. */
export async function inHouse<T>(
  work: (house: INestApplicationContext) => Promise<T>,
  more: readonly DynamicModule[] = [],
): Promise<T> {
  const config = loadConfig();
  return withContext(
    {
      module: CliModule,
      imports: [
        PlatformModule.forRoot(config, { service: 'cli' }),
        EventStoreModule.forRoot({ catalogues: houseCatalogues }),
        ReadDbModule.forRoot({ applicationName: 'hoptac-cli', maxConnections: 16 }),
        ProjectionsModule.forReaders(),
        TemporalModule.forClient(),
        PersonalDataModule,
        IdentityModule.forTools(),
        RegistryModule.forWorker(),
        ...more,
      ],
    },
    work,
  );
}
