import type { CaseCategory } from '@hoptac/temporal/workflow';
import { SUPPORT_FUND_QUEUE } from '../loan-application/loan-application.contract';
import { LOAN_CATEGORY, LOAN_WORKFLOW, loanWorkflowId } from './loan.contract';
import { CLOSING_FACTS, MOVING_FACTS, OPENING_FACTS } from './loan.policy';

/** Loans and the workflow that keeps them. */
export const loanCategory: CaseCategory = {
  category: LOAN_CATEGORY,
  workflowType: LOAN_WORKFLOW,
  taskQueue: SUPPORT_FUND_QUEUE,
  workflowIdOf: loanWorkflowId,
  openingTypes: OPENING_FACTS,
  wakingTypes: [...new Set([...OPENING_FACTS, ...MOVING_FACTS])],
  closingTypes: CLOSING_FACTS,
  reopens: true,
};
