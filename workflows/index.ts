/** All workflows of the house; the worker's bundle is made from this file. Exported names are workflow types: never rename one while runs are open. */
export { correspondence } from './correspondence/correspondence.workflow';
export { deadlineSuspension } from './deadline-suspension/deadline-suspension.workflow';
export { draftKeeping } from './draft-keeping/draft-keeping.workflow';
export { loanApplication } from './loan-application/loan-application.workflow';
export { loanKeeping } from './loan/loan.workflow';
export { foundingRegistration } from './founding-registration/founding-registration.workflow';
