import { nextTending, tendingOwed, type LoanEvent, type LoanState } from '@hoptac/support-fund/domain';
import type { Instant } from '@hoptac/kernel';

/** What a look at a running loan may find. */
export const TENDED_FACTS = [
  'LoanGrouped',
  'LoanInstalmentReminded',
  'LoanDueMissed',
  'LoanInspectionOwed',
  'LoanSettled',
] as const satisfies readonly LoanEvent['type'][];

/** Persons' facts after which the loan is looked at again. */
export const MOVING_FACTS = [
  'LoanDisbursed',
  'LoanReceiptRecorded',
  'LoanReceiptReversed',
  'LoanCreditRefunded',
  'LoanRestructured',
  'LoanInterestWaived',
  'LoanRecalled',
  'LoanProvisionUsed',
  'LoanWrittenOff',
  'LoanReopened',
] as const satisfies readonly LoanEvent['type'][];

export const OPENING_FACTS = [
  'LoanOpened',
  'LoanBroughtForward',
  'LoanReopened',
] as const satisfies readonly LoanEvent['type'][];
export const CLOSING_FACTS = ['LoanSettled', 'LoanWrittenOff'] as const satisfies readonly LoanEvent['type'][];

export const isRunning = (state: LoanState): boolean => state.status === 'Running';
export const isOpened = (state: LoanState): boolean => state.status !== 'None';
export const lookOwed = (state: LoanState, now: Instant): boolean => tendingOwed(state, now);
export const nextLook = (state: LoanState, now: Instant): Instant | undefined => nextTending(state, now);
