import { CorrespondenceModule } from '@hoptac/correspondence';
import { DossiersModule } from '@hoptac/dossiers';
import { RegistryModule } from '@hoptac/registry';
import { SupportFundModule } from '@hoptac/support-fund';
import type { DynamicModule } from '@nestjs/common';

/** The contexts' own routes. One register for all: it remembers states of its streams. */
export function contextModules(): DynamicModule[] {
  const registry = RegistryModule.forHttp();
  return [registry, DossiersModule.forHttp(registry), CorrespondenceModule.forHttp(), SupportFundModule.forHttp()];
}
