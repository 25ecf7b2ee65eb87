import type { AggregateDefinition, Upcaster } from '@hoptac/kernel';
import { caseCodeDecider, type AllocateCaseCode, type CaseCodeAllocated, type CaseCodes } from './case-code';
import type { DossierCommand } from './dossier.commands';
import { dossierDecider } from './dossier.decider';
import type { DossierEvent } from './dossier.events';
import type { DossierState } from './dossier.state';

const dossierVersions: Readonly<Record<DossierEvent['type'], number>> = {
  DossierFiled: 1,
  DossierChecked: 1,
  DossierAssigned: 1,
  DossierReleased: 1,
  DossierChecksConfirmed: 1,
  DossierProposalRecalled: 1,
  DossierCorrectionRequested: 1,
  DossierResubmitted: 1,
  DossierLapsed: 1,
  DossierExamined: 1,
  DossierReturned: 1,
  DossierTaxCodeReceived: 1,
  DossierTaxCodeRefused: 1,
  DossierGranted: 1,
  DossierRefused: 1,
  DossierWithdrawalRequested: 1,
  DossierWithdrawn: 1,
  DossierWithdrawalRefused: 1,
  DossierDeadlinePassed: 1,
  DossierReminded: 1,
  DossierEscalated: 1,
  DossierDelayExplained: 1,
  DossierDeadlineExtended: 1,
  DossierDeadlineSuspended: 1,
  DossierCertificateIssued: 1,
  DossierResultHandedOver: 1,
};
const upcasters: readonly Upcaster[] = [];

/** Streams `dossier-<dossierId>`. */
export const dossierDefinition: AggregateDefinition<DossierState, DossierCommand, DossierEvent> = {
  category: 'dossier',
  decider: dossierDecider,
  versions: dossierVersions,
  upcasters,
};

/** Streams `caseCodes-<office>-<yymmdd>`. */
export const caseCodesDefinition: AggregateDefinition<CaseCodes, AllocateCaseCode, CaseCodeAllocated> = {
  category: 'caseCodes',
  decider: caseCodeDecider,
  versions: { CaseCodeAllocated: 1 },
  upcasters: [],
};

/** Every event type of the context with its newest version, for the event store. */
export const dossierCatalogue: { readonly versions: Record<string, number>; readonly upcasters: Upcaster[] } = {
  versions: { ...dossierVersions, ...caseCodesDefinition.versions },
  upcasters: [...upcasters, ...caseCodesDefinition.upcasters],
};
