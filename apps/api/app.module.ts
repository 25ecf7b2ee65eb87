import { ChronicleModule } from '@hoptac/chronicle';
import { EventStoreModule } from '@hoptac/event-store';
import { DocumentsModule } from '@hoptac/documents';
import { houseCatalogues } from '@hoptac/house';
import { IdentityModule } from '@hoptac/identity';
import { LiveModule } from '@hoptac/live';
import { PersonalDataModule } from '@hoptac/personal-data';
import { type AppConfig, type Logger, PlatformModule } from '@hoptac/platform';
import { ProjectionsModule } from '@hoptac/projections';
import { ReadDbModule } from '@hoptac/read-db';
import { TemporalModule } from '@hoptac/temporal';
import { type DynamicModule, Module } from '@nestjs/common';
import { ApiHealth } from './api-health';
import { contextModules } from './contexts';
import { CalendarController } from './http/calendar.controller';
import { ClockController } from './http/clock.controller';
import { PageDesk } from './http/public-pages/page-desk';
import { PublicInformationController } from './http/public-pages/public-information.controller';
import { PublicPagesController } from './http/public-pages/public-pages.controller';
import { RulebookController } from './http/rulebook.controller';
import { StuckCasesController } from './http/stuck-cases.controller';
import { SystemController } from './http/system.controller';

/** The API: everything a person does enters here. */
@Module({})
export class AppModule {
  static forRoot(config: AppConfig, logger?: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(config, { service: 'api', ...(logger === undefined ? {} : { logger }) }),
        EventStoreModule.forRoot({ catalogues: houseCatalogues }),
        ReadDbModule.forRoot({ applicationName: 'hoptac-api' }),
        TemporalModule.forClient(),
        ProjectionsModule.forReaders(),
        ChronicleModule,
        PersonalDataModule,
        IdentityModule.forHttp(),
        DocumentsModule.forHttp(),
        LiveModule,
        ...contextModules(),
      ],
      controllers: [
        CalendarController,
        ClockController,
        RulebookController,
        SystemController,
        StuckCasesController,
        PublicPagesController,
        PublicInformationController,
      ],
      providers: [ApiHealth, PageDesk],
    };
  }
}
