import type { CaseCommand, CommandAnswer } from '@hoptac/temporal/workflow';

export type { CaseCommand, CommandAnswer };

/** Commands of the founding registration that no person gives. All are idempotent by command id. */
export interface FoundingRegistrationCommands {
  /** Runs the automatic checks of the present round and reserves the name → `DossierChecked`. */
  checkDossier(command: CaseCommand): Promise<CommandAnswer>;
  /** The 60 days passed without an answer → `DossierLapsed` (D295 Art. 19.6). */
  lapseDossier(command: CaseCommand): Promise<CommandAnswer>;
  /** A limit of the office passed → `DossierDeadlinePassed`. */
  markDeadlinePassed(command: CaseCommand): Promise<CommandAnswer>;
  /** Somebody is reminded before a limit → `DossierReminded`. */
  remindOfDeadline(command: CaseCommand): Promise<CommandAnswer>;
  /** A late case rises to the deputy, the head, the province → `DossierEscalated`. */
  escalateDossier(command: CaseCommand): Promise<CommandAnswer>;
  /** Enters the organisation, turns the name's reservation into its own → `OrganisationRegistered`, then `DossierCertificateIssued`. */
  registerOrganisation(command: CaseCommand): Promise<CommandAnswer>;
  /** What was registered is published → `OrganisationPublished` (L23 Art. 49). */
  publishRegistration(command: CaseCommand): Promise<CommandAnswer>;
  /** The dossier ended without a certificate: the name is free again → `OrganisationNameReleased`. */
  releaseName(command: CaseCommand): Promise<CommandAnswer>;
}

/** Steps that speak to another authority: ordinary activities with retries, slow or down as they may be. */
export interface FoundingRegistrationExchanges {
  /** Asks the tax authority for the code → `DossierTaxCodeReceived` or `DossierTaxCodeRefused` (D295 Art. 14). */
  requestTaxCode(command: CaseCommand): Promise<CommandAnswer>;
}

/** Task queue of the context's workflows and activities. */
export const REGISTRATION_QUEUE = 'registration';

/** Workflow id of a case. */
export const foundingRegistrationWorkflowId = (dossierId: string): string => `founding-registration:${dossierId}`;

/** Category of the case's streams. */
export const FOUNDING_CATEGORY = 'dossier';

/** Name under which the workflow is registered; never changes while a run is open. */
export const FOUNDING_WORKFLOW = 'foundingRegistration';

/** Every command of the context, so that the worker can prove each is registered. */
export const FOUNDING_COMMANDS: readonly (keyof FoundingRegistrationCommands)[] = [
  'checkDossier',
  'lapseDossier',
  'markDeadlinePassed',
  'remindOfDeadline',
  'escalateDossier',
  'registerOrganisation',
  'publishRegistration',
  'releaseName',
];
export const FOUNDING_EXCHANGES: readonly (keyof FoundingRegistrationExchanges)[] = ['requestTaxCode'];
