import type { CaseCommand, CommandAnswer } from '@hoptac/temporal/workflow';

/** What the house does with a running loan by itself. All are idempotent by command id. */
export interface LoanCommands {
  /**
   * Does everything that the day asks: reminds of instalments, marks missed ones, groups the months that ended (D45 Art. 28), asks for the inspection of use,
   * settles what is paid off → `LoanGrouped`, `LoanInstalmentReminded`, `LoanDueMissed`, `LoanInspectionOwed`, `LoanSettled`.
   */
  tendLoan(command: CaseCommand): Promise<CommandAnswer>;
}

/** Category of loans. */
export const LOAN_CATEGORY = 'loan';

/** Name under which the workflow is registered; never changes while a run is open. */
export const LOAN_WORKFLOW = 'loanKeeping';

/** Workflow id of a loan. */
export const loanWorkflowId = (loanId: string): string => `loan:${loanId}`;

/** Every command, so that the worker can prove each is registered. */
export const LOAN_COMMANDS: readonly (keyof LoanCommands)[] = ['tendLoan'];
