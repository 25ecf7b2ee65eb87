import type { Instant } from '@hoptac/kernel';

/** Argument of every command that the workflow drives: which case, at what time of the case's clock, under which command id. */
export interface CaseCommand {
  readonly caseId: string;
  /** The case's own time (`caseNow()`), rehearsal included. */
  readonly now: Instant;
  /** Made from case, step and occurrence: the same step is the same command, however often it is tried. */
  readonly commandId: string;
}

/** What a command answers to the workflow; the fact itself arrives as a signal or is read at a gap. */
export interface CommandAnswer {
  /** Revision of the case's stream after the command. */
  readonly revision: number;
}

/** Commands of the founding registration that no person gives. All are idempotent by command id. */
export interface FoundingRegistrationCommands {
  /** Runs the automatic checks of the present round and reserves the name → `DossierChecked`. */
  checkDossier(command: CaseCommand): Promise<CommandAnswer>;
  /** The 60 days passed without an answer → `DossierLapsed` (D295 Art. 19.6). */
  lapseDossier(command: CaseCommand): Promise<CommandAnswer>;
  /** A limit of the office passed → `DossierDeadlinePassed`. */
  markDeadlinePassed(command: CaseCommand): Promise<CommandAnswer>;
  /** Enters the organisation, turns the name's reservation into its own → `OrganisationRegistered`, then `DossierCertificateIssued`. */
  registerOrganisation(command: CaseCommand): Promise<CommandAnswer>;
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
