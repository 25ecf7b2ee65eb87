import { dossierCatalogue } from '@hoptac/dossiers/domain';
import type { EventCatalogue } from '@hoptac/event-store';
import type { Projection } from '@hoptac/projections';
import { organisationDefinition, organisationNameDefinition } from '@hoptac/registry/domain';

/** Every read model of the house, as the contexts export them. */
export const projections: readonly Projection<never>[] = [];

/** Catalogues of every context whose events a projection reads. */
export const catalogues: readonly EventCatalogue[] = [
  dossierCatalogue,
  organisationDefinition,
  organisationNameDefinition,
];
