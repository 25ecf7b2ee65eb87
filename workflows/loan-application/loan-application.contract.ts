import type { CaseCommand, CommandAnswer } from '@hoptac/temporal/workflow';

export type { CaseCommand, CommandAnswer };

/** Commands of the loan application that no person gives. All are idempotent by command id. */
export interface LoanApplicationCommands {
  /** Not completed, or the contract not signed, in time → `LoanApplicationLapsed`. */
  lapseApplication(command: CaseCommand): Promise<CommandAnswer>;
  /** A limit of the fund passed → `LoanApplicationDeadlinePassed`. */
  markApplicationLate(command: CaseCommand): Promise<CommandAnswer>;
  /** Whoever has to act is reminded before a limit → `LoanApplicationReminded`. */
  remindOfApplicationLimit(command: CaseCommand): Promise<CommandAnswer>;
  /** The application ended without a contract: what it held of the fund's limits is free (D45 Art. 23.2). */
  releaseExposure(command: CaseCommand): Promise<CommandAnswer>;
}

/** Task queue of the fund's workflows and activities. */
export const SUPPORT_FUND_QUEUE = 'support-fund';

/** Workflow id of a case. */
export const loanApplicationWorkflowId = (applicationId: string): string => `loan-application:${applicationId}`;

/** Category of the case's streams. */
export const LOAN_APPLICATION_CATEGORY = 'loanApplication';

/** Name under which the workflow is registered; never changes while a run is open. */
export const LOAN_APPLICATION_WORKFLOW = 'loanApplication';

/** Every command, so that the worker can prove each is registered. */
export const LOAN_APPLICATION_COMMANDS: readonly (keyof LoanApplicationCommands)[] = [
  'lapseApplication',
  'markApplicationLate',
  'remindOfApplicationLimit',
  'releaseExposure',
];
