import { AppConfig } from '@hoptac/platform';
import { Global, Module } from '@nestjs/common';
import { KeyRows } from './key-rows';
import { FileMasterKey, MASTER_KEY } from './master-key';
import { PersonVault } from './person-vault';

/** `PersonVault` for the whole program; needs `ReadDbModule`, `EventStoreModule` and a `CLOCK`. */
@Global()
@Module({
  providers: [
    KeyRows,
    PersonVault,
    {
      provide: MASTER_KEY,
      inject: [AppConfig],
      useFactory: (config: AppConfig) => new FileMasterKey(config.masterKeyFile, config.embedded),
    },
  ],
  exports: [PersonVault],
})
export class PersonalDataModule {}
