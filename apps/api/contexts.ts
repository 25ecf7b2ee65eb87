import { calendarCatalogue } from '@hoptac/calendar';
import { DossiersModule } from '@hoptac/dossiers';
import { dossierCatalogue } from '@hoptac/dossiers/domain';
import type { EventCatalogue } from '@hoptac/event-store';
import { identityCatalogue } from '@hoptac/identity';
import { personalDataCatalogue } from '@hoptac/personal-data';
import { RegistryModule, registryCatalogue } from '@hoptac/registry';
import { rehearsalCatalogue } from '@hoptac/temporal';
import type { DynamicModule } from '@nestjs/common';

/** Catalogues of every context whose events the API may read. */
export const catalogues: readonly EventCatalogue[] = [
  identityCatalogue,
  rehearsalCatalogue,
  personalDataCatalogue,
  calendarCatalogue,
  dossierCatalogue,
  registryCatalogue,
];

/** The contexts' own routes. */
export const contextModules = (): DynamicModule[] => [RegistryModule.forHttp(), DossiersModule.forHttp()];
