import { AuditModule } from '@hoptac/audit';
import { CorrespondenceModule } from '@hoptac/correspondence';
import { DossiersModule } from '@hoptac/dossiers';
import { RegistryModule } from '@hoptac/registry';
import { SupportFundModule } from '@hoptac/support-fund';
import type { DynamicModule } from '@nestjs/common';

/** The contexts' own routes. One register and one store of dossiers for all: they remember states of their streams. */
export function contextModules(): DynamicModule[] {
  const registry = RegistryModule.forHttp();
  const dossiers = DossiersModule.forHttp(registry);
  const audit = AuditModule.forHttp([registry, dossiers]);
  return [registry, dossiers, CorrespondenceModule.forHttp(), SupportFundModule.forHttp(registry), audit];
}
