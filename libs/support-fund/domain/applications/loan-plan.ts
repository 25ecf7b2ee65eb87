import { addMonths, invalidInput, type Dong, type LocalDate } from '@hoptac/kernel';
import { makeSchedule, type Schedule } from '@hoptac/loan-schedules';
import type { AgreedSchedule, Allocation, PlannedTranche, Security } from '../loan-contract';

/** One line of the budget — khoản mục chi phí. */
export interface BudgetLine {
  readonly item: string;
  readonly amount: Dong;
}

/** Money that the project brings in and costs up to a day, without what is paid to the fund — dòng tiền dự kiến. */
export interface CashFlowPeriod {
  /** Last day of the period; the first one begins with the first disbursement. */
  readonly until: LocalDate;
  readonly inflow: Dong;
  readonly outflow: Dong;
}

/** Dự án đầu tư, phương án sản xuất kinh doanh (D45 Art. 22). */
export interface LoanPlan {
  readonly project: string;
  readonly purpose: string;
  readonly budget: readonly BudgetLine[];
  readonly ownCapital: Dong;
  /** From others than borrower and fund. */
  readonly otherCapital: Dong;
  readonly requestedAmount: Dong;
  readonly firstDisbursementOn: LocalDate;
  readonly schedule: AgreedSchedule;
  readonly cashFlow: readonly CashFlowPeriod[];
  readonly securities: readonly Security[];
}

/** What a loan would be, as appraised and then approved. Rates are basis points. */
export interface LoanTerms {
  readonly amount: Dong;
  readonly annualRate: number;
  readonly overdueRateFactor: number;
  readonly schedule: AgreedSchedule;
  readonly tranches: readonly PlannedTranche[];
  readonly allocationOrder: readonly Allocation[];
  readonly securities: readonly Security[];
  /** Code of the policy's rule under which there is no security. */
  readonly waiver?: string;
}

const WHOLE = 10_000;
export const totalOf = (amounts: readonly { readonly amount: Dong }[]): Dong =>
  amounts.reduce((sum, { amount }) => sum + amount, 0);

/** Total investment — tổng mức đầu tư. */
export const investmentOf = ({ budget }: LoanPlan): Dong => totalOf(budget);

/** Own capital as a share of the total investment, basis points, rounded down: 1,999.9 is not 2,000 (D45 Art. 22). */
export const ownCapitalShare = (plan: LoanPlan): number =>
  Number((BigInt(plan.ownCapital) * BigInt(WHOLE)) / BigInt(investmentOf(plan)));

/**
 * Where the money comes from is where it goes: own, others' and the loan make up the budget, to the đồng.
 * @throws DomainError `SUPPORT_FUND.PLAN_DOES_NOT_BALANCE`, `SUPPORT_FUND.CASH_FLOW_OUT_OF_ORDER`; `LOAN_SCHEDULES.*` for terms that contradict themselves.
 */
export function planMustBeCountable(plan: LoanPlan): void {
  const investment = investmentOf(plan);
  const sources = plan.ownCapital + plan.otherCapital + plan.requestedAmount;
  if (investment <= 0 || !Number.isSafeInteger(investment) || investment !== sources)
    throw invalidInput('SUPPORT_FUND.PLAN_DOES_NOT_BALANCE', 'Budget and its sources differ', { investment, sources });
  const days = [plan.firstDisbursementOn, ...plan.cashFlow.map(({ until }) => until)];
  if (plan.cashFlow.length === 0 || days.some((day, index) => index > 0 && day <= days[index - 1]!))
    throw invalidInput('SUPPORT_FUND.CASH_FLOW_OUT_OF_ORDER', 'Periods of the cash flow must follow one another');
  makeSchedule({
    ...plan.schedule,
    principal: plan.requestedAmount,
    disbursements: [{ on: plan.firstDisbursementOn, amount: plan.requestedAmount }],
    rates: [{ from: plan.firstDisbursementOn, basisPoints: 0 }],
  });
}

/** The plan of repayment that the terms make, when money is paid out as planned. @throws DomainError `LOAN_SCHEDULES.*` */
export function scheduleOf({ amount, annualRate, schedule, tranches }: LoanTerms): Schedule {
  return makeSchedule({
    ...schedule,
    principal: amount,
    disbursements: tranches.map(({ on, amount: paid }) => ({ on, amount: paid })),
    rates: [{ from: tranches[0]!.on, basisPoints: annualRate }],
  });
}

/** One period of the cash flow against what is to be paid in it; đồng. */
export interface RepaymentPeriod {
  readonly until: LocalDate;
  readonly net: number;
  readonly due: Dong;
  /** Everything left so far; below zero the borrower cannot pay. */
  readonly left: number;
}

/** How far the cash flow carries the loan — khả năng trả nợ (D45 Art. 22). */
export interface RepaymentFigures {
  readonly interest: Dong;
  readonly total: Dong;
  readonly lastDueOn: LocalDate;
  readonly periods: readonly RepaymentPeriod[];
  /** Net cash of all periods over all that is due, basis points, rounded down: 10000 = just enough. */
  readonly coverage: number;
  /** The least that is ever left; below zero: there is a period in which it does not suffice. */
  readonly leastLeft: number;
  /** Due after the last period of the cash flow: nothing is planned to pay it. */
  readonly dueBeyondPlan: Dong;
}

/**
 * Cash flow against the repayment plan, by @hoptac/loan-schedules. An amount is due in the period in which its day lies; what a period leaves over helps
 * the next. @throws DomainError `LOAN_SCHEDULES.*`
 */
export function repaymentFigures(plan: LoanPlan, terms: LoanTerms): RepaymentFigures {
  const { instalments, interest, total } = scheduleOf(terms);
  let left = 0;
  let after = '';
  const periods = plan.cashFlow.map(({ until, inflow, outflow }) => {
    const due = instalments
      .filter(({ dueOn }) => dueOn > after && dueOn <= until)
      .reduce((sum, instalment) => sum + instalment.total, 0);
    const net = inflow - outflow;
    left += net - due;
    after = until;
    return { until, net, due, left };
  });
  const net = periods.reduce((sum, period) => sum + period.net, 0);
  return {
    interest,
    total,
    lastDueOn: instalments.at(-1)!.dueOn,
    periods,
    coverage: total === 0 ? 0 : Number((BigInt(Math.max(0, net)) * BigInt(WHOLE)) / BigInt(total)),
    leastLeft: Math.min(...periods.map((period) => period.left)),
    dueBeyondPlan: total - periods.reduce((sum, period) => sum + period.due, 0),
  };
}

/** True when every period can pay what is due in it and the plan reaches to the last instalment. */
export const canRepay = ({ leastLeft, dueBeyondPlan }: RepaymentFigures): boolean =>
  leastLeft >= 0 && dueBeyondPlan === 0;

/** Last day on which a loan first paid out on a day may be due. */
export const latestDueDay = (firstPaidOn: LocalDate, months: number): LocalDate => addMonths(firstPaidOn, months);
