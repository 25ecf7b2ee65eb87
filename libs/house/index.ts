import { calendarCatalogue } from '@hoptac/calendar';
import { chronicleProjection } from '@hoptac/chronicle';
import { dossierCatalogue, dossiersProjections, draftCatalogue, suspensionCatalogue } from '@hoptac/dossiers';
import type { EventCatalogue } from '@hoptac/event-store';
import { identityCatalogue } from '@hoptac/identity';
import { personalDataCatalogue } from '@hoptac/personal-data';
import type { Projection } from '@hoptac/projections';
import { registryCatalogue, registryProjections } from '@hoptac/registry';
import { correspondenceCatalogue, correspondenceProjections } from '@hoptac/correspondence';
import { supportFundCatalogue, supportFundProjections } from '@hoptac/support-fund';
import { rehearsalCatalogue } from '@hoptac/temporal';

/** Every event type that may stand in the store; a program that meets another says so loudly. */
export const houseCatalogues: readonly EventCatalogue[] = [
  calendarCatalogue,
  dossierCatalogue,
  draftCatalogue,
  suspensionCatalogue,
  identityCatalogue,
  personalDataCatalogue,
  registryCatalogue,
  correspondenceCatalogue,
  supportFundCatalogue,
  rehearsalCatalogue,
];

/** Prefixes of every stream that the house writes. */
export const houseStreamPrefixes: readonly string[] = [
  'calendarOverrides-',
  'caseCodes-',
  'deadlineSuspension-',
  'dossier-',
  'draft-',
  'draftContent-',
  'organisation-',
  'organisationCode-',
  'organisationName-',
  'person-',
  'personalDataAccess-',
  'rehearsalClock-',
  'correspondence-',
  'loan-',
  'fundExposure-',
  'fundBankLine-',
  'fundLedger-',
  'user-',
  'supportFund-',
  'loanApplication-',
];

/** Prefixes of streams that keep only their newest events (`keepsNewest`). */
export const houseBoundedPrefixes: readonly string[] = ['draftContent-'];

/** Every fact of every stream that keeps all of them, by place, instant and person. */
const chronicle = chronicleProjection(
  houseCatalogues.flatMap(({ versions }) => Object.keys(versions)),
  houseStreamPrefixes.filter((prefix) => !houseBoundedPrefixes.includes(prefix)).map((prefix) => prefix.slice(0, -1)),
);

/** Every read model, in the order in which they are built. */
export const houseProjections: readonly Projection<never>[] = [
  ...registryProjections,
  ...dossiersProjections,
  ...correspondenceProjections,
  ...supportFundProjections,
  chronicle,
];
