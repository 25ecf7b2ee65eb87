import { DossiersModule } from '@hoptac/dossiers';
import { RegistryModule } from '@hoptac/registry';
import { SupportFundModule } from '@hoptac/support-fund';
import type { DynamicModule } from '@nestjs/common';

/** The contexts' own routes. */
export const contextModules = (): DynamicModule[] => [
  RegistryModule.forHttp(),
  DossiersModule.forHttp(),
  SupportFundModule.forHttp(),
];
