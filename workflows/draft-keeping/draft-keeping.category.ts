import type { CaseCategory } from '@hoptac/temporal/workflow';
import { REGISTRATION_QUEUE } from '../founding-registration/founding-registration.contract';
import { DRAFT_CATEGORY, DRAFT_WORKFLOW, draftKeepingWorkflowId } from './draft-keeping.contract';
import { CLOSING_FACTS, ENDING_ACTS } from './draft-keeping.policy';

/** Drafts and the workflow that keeps them. */
export const draftCategory: CaseCategory = {
  category: DRAFT_CATEGORY,
  workflowType: DRAFT_WORKFLOW,
  taskQueue: REGISTRATION_QUEUE,
  workflowIdOf: draftKeepingWorkflowId,
  openingTypes: ['DraftOpened'],
  wakingTypes: ['DraftOpened', ...ENDING_ACTS],
  closingTypes: CLOSING_FACTS,
};
