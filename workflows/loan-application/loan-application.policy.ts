import {
  exposureIsFree,
  isEnded,
  lapseOwed,
  lateMarkOwed,
  nextDateOf,
  reminderOwed,
  type ApplicationState,
  type LoanApplicationEvent,
} from '@hoptac/support-fund/domain';

/** People's acts after which the procedure goes on differently. */
export const DECISIVE_FACTS = [
  'LoanApplicationReturned',
  'LoanApplicationCompleted',
  'LoanApplicationAccepted',
  'LoanApplicationAppraised',
  'LoanApplicationSentBack',
  'LoanApplicationApproved',
  'LoanApplicationRejected',
  'LoanApplicationWithdrawn',
  'LoanContractSigned',
  'LoanSecurityPerfected',
  'LoanSecurityWaived',
] as const satisfies readonly LoanApplicationEvent['type'][];

/** What ends a case; nothing is waited for afterwards. */
export const CLOSING_FACTS = [
  'LoanApplicationRejected',
  'LoanApplicationWithdrawn',
  'LoanApplicationLapsed',
  'LoanSecurityPerfected',
  'LoanSecurityWaived',
] as const satisfies readonly LoanApplicationEvent['type'][];

/** True until the contract stands with its security, or the application has ended without one. */
export const underWay = (state: ApplicationState): boolean => !isEnded(state);

export { exposureIsFree, lapseOwed, lateMarkOwed, nextDateOf, reminderOwed };
