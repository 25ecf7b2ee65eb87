import { AppConfig } from '@hoptac/platform';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { ErasureKeeper } from './erasure-keeper';
import { KeyRows } from './key-rows';
import { FileMasterKey, MASTER_KEY } from './master-key';
import { PersonalDataAccess } from './personal-data-access';
import { PersonVault } from './person-vault';

/** `PersonVault` for the whole program; needs `ReadDbModule`, `EventStoreModule` and a `CLOCK`. */
@Global()
@Module({
  providers: [
    KeyRows,
    PersonVault,
    PersonalDataAccess,
    {
      provide: MASTER_KEY,
      inject: [AppConfig],
      useFactory: (config: AppConfig) => new FileMasterKey(config.masterKeyFile, config.embedded),
    },
  ],
  exports: [PersonVault, PersonalDataAccess],
})
export class PersonalDataModule {
  /** In the worker: also ends at its start the erasures that a killed program left half done. */
  static forWorker(): DynamicModule {
    return { module: PersonalDataModule, providers: [ErasureKeeper] };
  }
}
