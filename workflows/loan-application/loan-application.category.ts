import type { CaseCategory } from '@hoptac/temporal/workflow';
import {
  LOAN_APPLICATION_CATEGORY,
  LOAN_APPLICATION_WORKFLOW,
  SUPPORT_FUND_QUEUE,
  loanApplicationWorkflowId,
} from './loan-application.contract';
import { CLOSING_FACTS, DECISIVE_FACTS } from './loan-application.policy';

/** Applications for loans and the workflow that follows them. */
export const loanApplicationCategory: CaseCategory = {
  category: LOAN_APPLICATION_CATEGORY,
  workflowType: LOAN_APPLICATION_WORKFLOW,
  taskQueue: SUPPORT_FUND_QUEUE,
  workflowIdOf: loanApplicationWorkflowId,
  openingTypes: ['LoanApplicationSubmitted'],
  wakingTypes: ['LoanApplicationSubmitted', ...DECISIVE_FACTS],
  closingTypes: CLOSING_FACTS,
};
