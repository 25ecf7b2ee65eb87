import type { CaseCategory } from '@hoptac/temporal/workflow';
import {
  CORRESPONDENCE_CATEGORY,
  CORRESPONDENCE_QUEUE,
  CORRESPONDENCE_WORKFLOW,
  correspondenceWorkflowId,
} from './correspondence.contract';
import { OPENING_FACTS, SETTLING_FACTS } from './correspondence.policy';

/** What cases owe their applicants. A workflow runs only while something is owed; the next fact that owes opens another run. */
export const correspondenceCategory: CaseCategory = {
  category: CORRESPONDENCE_CATEGORY,
  workflowType: CORRESPONDENCE_WORKFLOW,
  taskQueue: CORRESPONDENCE_QUEUE,
  workflowIdOf: correspondenceWorkflowId,
  openingTypes: OPENING_FACTS,
  wakingTypes: OPENING_FACTS,
  closingTypes: SETTLING_FACTS,
  reopens: true,
};
