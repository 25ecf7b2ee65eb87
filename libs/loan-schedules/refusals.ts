import { brokenRule, type DomainError, type ErrorDetails } from '@hoptac/kernel';

/** Why terms give no plan: a broken rule `LOAN_SCHEDULES.<RULE>`. */
export const refuseTerms = (rule: string, message: string, details: ErrorDetails = {}): DomainError =>
  brokenRule(`LOAN_SCHEDULES.${rule}`, message, details);
