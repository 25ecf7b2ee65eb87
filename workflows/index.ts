/** All workflows of the house; the worker's bundle is made from this file. Exported names are workflow types: never rename one while runs are open. */
export { correspondence } from './correspondence/correspondence.workflow';
export { deadlineSuspension } from './deadline-suspension/deadline-suspension.workflow';
export { draftKeeping } from './draft-keeping/draft-keeping.workflow';
<<<<<<< HEAD
export { loanApplication } from './loan-application/loan-application.workflow';
=======
export { loanKeeping } from './loan/loan.workflow';
>>>>>>> dc6a8b8 (feat(loan): a loan is kept by its workflow: reminders, missed days, monthly grouping, settlement)
export { foundingRegistration } from './founding-registration/founding-registration.workflow';
