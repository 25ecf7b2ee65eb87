import type { CaseCategory } from '@hoptac/temporal/workflow';
import {
  FOUNDING_CATEGORY,
  FOUNDING_WORKFLOW,
  REGISTRATION_QUEUE,
  foundingRegistrationWorkflowId,
} from './founding-registration.contract';
import { CLOSING_FACTS, DECISIVE_FACTS } from './founding-registration.policy';

/** Founding dossiers (P01) and the workflow that follows them. */
export const foundingCategory: CaseCategory = {
  category: FOUNDING_CATEGORY,
  workflowType: FOUNDING_WORKFLOW,
  taskQueue: REGISTRATION_QUEUE,
  workflowIdOf: foundingRegistrationWorkflowId,
  openingTypes: ['DossierFiled'],
  wakingTypes: ['DossierFiled', ...DECISIVE_FACTS],
  closingTypes: CLOSING_FACTS,
};
