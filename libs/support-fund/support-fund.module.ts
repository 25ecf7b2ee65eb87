import { AreaTree, loadAreas } from '@hoptac/identity';
import { PersonalDataModule } from '@hoptac/personal-data';
import { RegistryModule } from '@hoptac/registry';
import { Module, type DynamicModule } from '@nestjs/common';
import { fundParts } from './fund-parts';
import { loanParts } from './loan-parts';
import './messages';

/** The Cooperative Development Support Fund; needs the global event store, read models, clock and configuration, for HTTP areas and documents too. */
@Module({})
export class SupportFundModule {
  /** @param registry the program's one register, whose facts applications rest on. */
  static forHttp(registry: DynamicModule): DynamicModule {
    return {
      module: SupportFundModule,
      imports: [PersonalDataModule, registry],
      controllers: [...fundParts.http.controllers, ...loanParts.http.controllers],
      providers: [...fundParts.http.providers, ...loanParts.http.providers],
      exports: [...fundParts.http.exports, ...loanParts.http.exports],
    };
  }

  static forWorker(): DynamicModule {
    return {
      module: SupportFundModule,
      imports: [RegistryModule.forWorker()],
      providers: [
        { provide: AreaTree, useFactory: loadAreas },
        ...fundParts.worker.providers,
        ...loanParts.worker.providers,
      ],
      exports: [...fundParts.worker.exports, ...loanParts.worker.exports],
    };
  }
}
