import { AppConfig } from '@hoptac/platform';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { ReadDb, type ReadDbSettings } from './read-db';

const READ_DB_SETTINGS = Symbol('ReadDbSettings');

/** `ReadDb` for the whole program, at `HOPTAC_POSTGRES_URL`. Import once, bare or by `forRoot` with other limits than the API's. */
@Global()
@Module({
  providers: [
    { provide: READ_DB_SETTINGS, useValue: {} },
    {
      provide: ReadDb,
      inject: [AppConfig, READ_DB_SETTINGS],
      useFactory: (config: AppConfig, settings: Partial<ReadDbSettings>) =>
        new ReadDb({ url: config.postgresUrl, ...settings }),
    },
  ],
  exports: [ReadDb],
})
export class ReadDbModule {
  static forRoot(settings: Partial<Omit<ReadDbSettings, 'url'>>): DynamicModule {
    return { module: ReadDbModule, providers: [{ provide: READ_DB_SETTINGS, useValue: settings }] };
  }
}
