import { EventStoreModule } from '@hoptac/event-store';
import { houseCatalogues } from '@hoptac/house';
import { IdentityModule } from '@hoptac/identity';
import { PersonalDataModule } from '@hoptac/personal-data';
import { PlatformModule, loadConfig } from '@hoptac/platform';
import { ProjectionsModule } from '@hoptac/projections';
import { ReadDbModule } from '@hoptac/read-db';
import { RegistryModule } from '@hoptac/registry';
import { TemporalModule } from '@hoptac/temporal';
import type { INestApplicationContext } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({})
class CliModule {}

/** Opens the house without a server, runs the work, closes every connection whatever happens. */
export async function inHouse<T>(work: (house: INestApplicationContext) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const house = await NestFactory.createApplicationContext(
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
      ],
    },
    { logger: ['error', 'warn'], abortOnError: false },
  );
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}
