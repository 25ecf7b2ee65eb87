import type { CaseCategory } from '@hoptac/temporal/workflow';
import { REGISTRATION_QUEUE } from '../founding-registration/founding-registration.contract';
import { deadlineSuspensionWorkflowId, SUSPENSION_CATEGORY, SUSPENSION_WORKFLOW } from './deadline-suspension.contract';
import { CLOSING_FACTS, DECISIONS } from './deadline-suspension.policy';

/** A province's suspensions of limits and the workflow that carries them into the cases. */
export const suspensionCategory: CaseCategory = {
  category: SUSPENSION_CATEGORY,
  workflowType: SUSPENSION_WORKFLOW,
  taskQueue: REGISTRATION_QUEUE,
  workflowIdOf: deadlineSuspensionWorkflowId,
  openingTypes: ['DeadlineSuspensionDecided'],
  wakingTypes: DECISIONS,
  closingTypes: CLOSING_FACTS,
  reopens: true,
};
