import type { CaseCategory } from '@hoptac/temporal/workflow';
import { correspondenceCategory } from './correspondence/correspondence.category';
import { suspensionCategory } from './deadline-suspension/deadline-suspension.category';
import { draftCategory } from './draft-keeping/draft-keeping.category';
import { foundingCategory } from './founding-registration/founding-registration.category';
import { loanApplicationCategory } from './loan-application/loan-application.category';
import { loanCategory } from './loan/loan.category';

/** Every kind of case that has a workflow; the feeder and the tools of operators go by this list. */
export const CASE_CATEGORIES: readonly CaseCategory[] = [
  foundingCategory,
  correspondenceCategory,
  draftCategory,
  suspensionCategory,
  loanApplicationCategory,
  loanCategory,
];
