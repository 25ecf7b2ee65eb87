import type { CaseCommand, CommandAnswer } from '@hoptac/temporal/workflow';

/** Command on the suspensions' own stream; idempotent by command id. */
export interface DeadlineSuspensionCommands {
  /** Closes suspensions whose last day is over → `DeadlineSuspensionCompleted`. */
  completeSuspensions(command: CaseCommand): Promise<CommandAnswer>;
}

/** Goes through every open case of an area: longer than a command, tried until it succeeds. */
export interface DeadlineSuspensionExchanges {
  /** Every standing suspension falls on the cases of its area → `DossierDeadlineSuspended` on each, `DeadlineSuspensionFell` here. */
  applySuspensions(command: CaseCommand): Promise<CommandAnswer>;
}

/** Category of the suspensions' streams, one for each province. */
export const SUSPENSION_CATEGORY = 'deadlineSuspension';

/** Name under which the workflow is registered; never changes while a run is open. */
export const SUSPENSION_WORKFLOW = 'deadlineSuspension';

/** Workflow id of a province's suspensions. */
export const deadlineSuspensionWorkflowId = (province: string): string => `deadline-suspension:${province}`;

/** Every command and exchange, so that the worker can prove each is registered. */
export const SUSPENSION_COMMANDS: readonly (keyof DeadlineSuspensionCommands)[] = ['completeSuspensions'];
export const SUSPENSION_EXCHANGES: readonly (keyof DeadlineSuspensionExchanges)[] = ['applySuspensions'];
