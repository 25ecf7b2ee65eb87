export * from './case-workflow.types';
export { type CaseCategory, caseIdOf } from './cases/case-category';
export { type CaseDelivery, TemporalCaseDelivery } from './cases/case-delivery';
export { caseFact } from './cases/case-fact';
export { FastForward, type Forwarded } from './rehearsal/fast-forward';
export { activitiesOf } from './worker/activities';
export { type BundleOptions, workflowBundle } from './worker/bundle';
export { CASE_READING, CaseReadingActivities } from './worker/read-case.activity';
