import {
  addMonths,
  brokenRule,
  forbidden,
  invalidInput,
  localDateOf,
  notAllowedNow,
  notFound,
  type Instant,
  type LocalDate,
} from '@hoptac/kernel';
import { positionOn, type LoanPosition } from './loan-position';
import type { CreditCheck, LoanStep } from './loan.events';
import type { LoanState, OpenStep, RunningLoan } from './loan.state';

/** @throws DomainError `SUPPORT_FUND.LOAN_NOT_FOUND` */
export function loanMustExist(state: LoanState): asserts state is RunningLoan {
  if (state.status === 'None') throw notFound('SUPPORT_FUND.LOAN_NOT_FOUND', 'There is no such loan');
}

/** @throws DomainError `SUPPORT_FUND.LOAN_ENDED` */
export function loanMustRun(state: LoanState): asserts state is RunningLoan {
  loanMustExist(state);
  if (state.status !== 'Running')
    throw notAllowedNow('SUPPORT_FUND.LOAN_ENDED', 'The loan has ended', { status: state.status });
}

/** Principal paid out so far, by our own disbursements. */
export const disbursedOf = (loan: RunningLoan): number =>
  loan.facts.reduce((sum, fact) => sum + (fact.type === 'disbursed' ? fact.amount : 0), 0);

/** The day before which nothing can count. */
export const firstDayOf = (loan: RunningLoan): LocalDate => loan.facts[0]?.effectiveOn ?? loan.contract.signedOn;

/** A fact counts from a day that has come and on which the loan was there. @throws `SUPPORT_FUND.VALUE_DATE_IN_FUTURE`, `SUPPORT_FUND.VALUE_DATE_BEFORE_LOAN` */
export function valueDateMustFit(loan: RunningLoan, effectiveOn: LocalDate, now: Instant): void {
  const today = localDateOf(now);
  if (effectiveOn > today)
    throw invalidInput('SUPPORT_FUND.VALUE_DATE_IN_FUTURE', 'The value date has not come', { effectiveOn, today });
  const from = firstDayOf(loan);
  if (effectiveOn < from)
    throw brokenRule('SUPPORT_FUND.VALUE_DATE_BEFORE_LOAN', 'The loan did not run yet', { effectiveOn, from });
}

export function amountMustBeMoney(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount <= 0)
    throw invalidInput('SUPPORT_FUND.AMOUNT_INVALID', 'An amount is whole đồng above zero', { amount });
}

/** What an open step needs beside its preparation: one person, above the level of the fund's rules two. */
export function releasesNeeded(loan: RunningLoan, step: LoanStep): 1 | 2 {
  const amount = 'amount' in step ? step.amount : (loan.booked.loanPrincipal ?? 0) + (loan.booked.offLoans ?? 0);
  return amount > loan.policy.twoReleasesAbove ? 2 : 1;
}

/** @throws `SUPPORT_FUND.STEP_NOT_FOUND` */
export function openStep(loan: RunningLoan, stepId: string): OpenStep {
  const found = loan.steps.find((one) => one.stepId === stepId);
  if (found === undefined) throw notFound('SUPPORT_FUND.STEP_NOT_FOUND', 'No such step waits', { stepId });
  return found;
}

/** Four eyes: nobody releases what he prepared or has released already. @throws `SUPPORT_FUND.FOUR_EYES` */
export function mustBeAnother({ by, approvedBy }: OpenStep, personId: string): void {
  if (by === personId || approvedBy.includes(personId))
    throw forbidden('SUPPORT_FUND.FOUR_EYES', 'Another person has to agree', {});
}

/** May the step be prepared, and still be done when it is released? Asked both times. */
export function stepMustBePossible(loan: RunningLoan, step: LoanStep, effectiveOn: LocalDate, now: Instant): void {
  if ('amount' in step) amountMustBeMoney(step.amount);
  valueDateMustFit(loan, effectiveOn, now);
  const position = positionOn(loan, localDateOf(now));
  if (step.kind === 'disbursement') {
    disbursementMustBePossible(loan, step.amount, effectiveOn, position);
    return;
  }
  if (position === undefined)
    throw notAllowedNow('SUPPORT_FUND.NOTHING_DISBURSED', 'Nothing has been paid out yet', { step: step.kind });
  switch (step.kind) {
    case 'reversal':
      receiptMustStand(loan, step.receiptId);
      return;
    case 'refund':
      if (step.amount > position.credit)
        throw brokenRule('SUPPORT_FUND.REFUND_TOO_MUCH', 'More than the borrower has to his credit', {
          credit: position.credit,
        });
      return;
    case 'restructuring':
      restructuringMustFit(loan, step, effectiveOn, position);
      return;
    case 'provisionUse':
      if (position.offBalance !== undefined)
        throw notAllowedNow('SUPPORT_FUND.ALREADY_OFF_BALANCE', 'Provisions were used before');
      if ((loan.grouped?.group ?? 1) < 3)
        throw brokenRule('SUPPORT_FUND.NOT_BAD_DEBT', 'Provisions are used for groups 3 to 5', {}, ['D45 Art. 28']);
      return;
    case 'writeOff':
      writeOffMustBeDue(loan, position, now);
      return;
    default:
      return;
  }
}

/** D45 Art. 22, 23; nothing is paid out after misuse, a recall, or beyond the contract. */
function disbursementMustBePossible(
  loan: RunningLoan,
  amount: number,
  effectiveOn: LocalDate,
  position: LoanPosition | undefined,
): void {
  if (loan.suspended)
    throw notAllowedNow('SUPPORT_FUND.LOAN_SUSPENDED', 'The money was not used as agreed', {}, ['D45 Art. 21']);
  if (position?.recalledOn !== undefined || position?.offBalance !== undefined)
    throw notAllowedNow('SUPPORT_FUND.LOAN_RECALLED', 'The loan was recalled');
  if (loan.facts.some(({ type }) => type === 'opening'))
    throw brokenRule('SUPPORT_FUND.BROUGHT_FORWARD_PAID_OUT', 'A loan of an older book is paid out already');
  const left = loan.contract.amount - disbursedOf(loan);
  if (amount > left)
    throw brokenRule('SUPPORT_FUND.DISBURSED_BEYOND_CONTRACT', 'More than the contract lends', { left, amount });
  const last = loan.terms.plan.days.at(-1)!.accruesTo;
  if (effectiveOn >= last) throw brokenRule('SUPPORT_FUND.DISBURSED_AFTER_END', 'The last due day has come', { last });
}

/** The first đồng leaves only when the borrower has no bad debt elsewhere (D45 Art. 22). */
export function creditRecordMustBeClean(loan: RunningLoan, check: CreditCheck | undefined, now: Instant): void {
  if (disbursedOf(loan) > 0) return;
  const basis = ['D45 Art. 22'];
  if (check === undefined)
    throw brokenRule('SUPPORT_FUND.CREDIT_RECORD_MISSING', 'The credit record has to be looked up', {}, basis);
  if (check.checkedOn > localDateOf(now) || check.checkedOn < loan.contract.signedOn)
    throw brokenRule('SUPPORT_FUND.CREDIT_RECORD_STALE', 'The credit record is not of after the signing', {}, basis);
  if (check.badDebt)
    throw brokenRule('SUPPORT_FUND.BORROWER_HAS_BAD_DEBT', 'The borrower has bad debt elsewhere', {}, basis);
}

function receiptMustStand(loan: RunningLoan, receiptId: string): void {
  if (!loan.facts.some((fact) => fact.type === 'received' && fact.receiptId === receiptId))
    throw notFound('SUPPORT_FUND.RECEIPT_NOT_FOUND', 'There is no such receipt', { receiptId });
  if (loan.reversals.some((one) => one.receiptId === receiptId))
    throw notAllowedNow('SUPPORT_FUND.RECEIPT_REVERSED', 'The receipt was reversed before', { receiptId });
}

function restructuringMustFit(
  loan: RunningLoan,
  { plan, measure }: LoanStep & { kind: 'restructuring' },
  effectiveOn: LocalDate,
  position: LoanPosition,
): void {
  const basis = ['D45 Art. 27'];
  if (position.outstanding === 0 || position.offBalance !== undefined)
    throw notAllowedNow('SUPPORT_FUND.NOTHING_TO_RESTRUCTURE', 'No debt is left to restructure');
  const days = plan.days;
  if (days.length === 0 || days[0]!.dueOn <= effectiveOn || days[0]!.accruesTo <= effectiveOn)
    throw brokenRule('SUPPORT_FUND.NEW_PLAN_IN_PAST', 'The new due days lie after the value date', {}, basis);
  const last = lastDueOf(loan);
  const newLast = days.at(-1)!.agreedOn;
  if (measure === 'adjust' && newLast > last)
    throw brokenRule('SUPPORT_FUND.TERM_CHANGED', 'An adjustment keeps the last due day', { last, newLast }, basis);
  if (measure === 'extend' && newLast <= last)
    throw brokenRule('SUPPORT_FUND.TERM_NOT_EXTENDED', 'An extension moves the last due day', { last, newLast }, basis);
}

const lastDueOf = (loan: RunningLoan): LocalDate => {
  const restructured = loan.facts.findLast((fact) => fact.type === 'restructured');
  return (restructured?.plan ?? loan.terms.plan).days.at(-1)!.agreedOn;
};

/** D45 Art. 28: five years after the use of provisions, all measures tried. */
function writeOffMustBeDue(loan: RunningLoan, { offBalance }: LoanPosition, now: Instant): void {
  const basis = ['D45 Art. 28'];
  if (offBalance === undefined)
    throw brokenRule('SUPPORT_FUND.NOT_OFF_BALANCE', 'Only a claim off the balance sheet is written off', {}, basis);
  const from = addMonths(offBalance.on, 12 * loan.policy.writeOffAfterYears);
  if (localDateOf(now) < from)
    throw brokenRule('SUPPORT_FUND.WRITE_OFF_TOO_EARLY', 'The years have not passed', { from }, basis);
}
