import { invalidInput, type LocalDate } from '@hoptac/kernel';
import type { DueDays } from '@hoptac/loan-schedules';
import type { OrderedStep } from '../../application/loans/loan-desk';
import type { AgreedPlanDto, LoanStepDto } from './loans.dto';

/** The step that a body orders. @throws DomainError `SUPPORT_FUND.STEP_INCOMPLETE` naming the field that its kind needs. */
export function orderedStep({ kind, amount, ground, receiptId, measure, plan, ...rest }: LoanStepDto): OrderedStep {
  const text = (): string => needed(ground, kind, 'ground');
  const money = (): number => needed(amount, kind, 'amount');
  switch (kind) {
    case 'disbursement':
      return { kind, amount: money(), purpose: text() };
    case 'reversal':
      return { kind, receiptId: needed(receiptId, kind, 'receiptId'), ground: text() };
    case 'refund':
      return { kind, amount: money(), ground: text() };
    case 'waiver':
      return { kind, amount: money(), cannotPay: rest.cannotPay ?? false, ground: text() };
    case 'restructuring':
      return {
        kind,
        measure: needed(measure, kind, 'measure'),
        agreed: agreedPlan(needed(plan, kind, 'plan')),
        ...(rest.basisPoints === undefined ? {} : { basisPoints: rest.basisPoints }),
        ground: text(),
      };
    case 'writeOff':
      return { kind, measuresTried: text() };
    default:
      return { kind, ground: text() };
  }
}

function needed<T>(value: T | undefined, kind: string, field: string): T {
  if (value === undefined)
    throw invalidInput('SUPPORT_FUND.STEP_INCOMPLETE', `A ${kind} needs ${field}`, { kind, field });
  return value;
}

function agreedPlan({ method, periods, days, harvests, lastOn, deferredInterest }: AgreedPlanDto) {
  const given: DueDays[] = [
    ...(periods ? [{ periods }] : []),
    ...(days ? [{ days }] : []),
    ...(harvests ? [{ harvests, lastOn: needed<LocalDate>(lastOn, 'restructuring', 'plan.lastOn') }] : []),
  ];
  const [due, another] = given;
  if (due === undefined || another !== undefined)
    throw invalidInput('SUPPORT_FUND.ONE_KIND_OF_DUE_DAYS', 'Give periods, or days, or harvests', {});
  return { due, method, ...(deferredInterest === undefined ? {} : { deferredInterest }) };
}
