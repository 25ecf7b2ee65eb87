import { brokenRule } from '@hoptac/kernel';
import { bodyFor, type FundPolicy } from '../fund/fund-policy';
import { DECISION_BODIES, type DecisionBody } from '../loan-contract';
import type { DecisionBasis } from './application.events';
import {
  canRepay,
  investmentOf,
  latestDueDay,
  scheduleOf,
  type LoanPlan,
  type LoanTerms,
  type RepaymentFigures,
} from './loan-plan';

/**
 * Terms lie within the fund's policy of the day (D45 Art. 22–26, 31).
 * @throws DomainError `SUPPORT_FUND.TERMS_OUTSIDE_POLICY` with the term, its value and the policy's; `LOAN_SCHEDULES.*`
 */
export function termsMustBeWithinPolicy(terms: LoanTerms, plan: LoanPlan, policy: FundPolicy): void {
  const outside = (term: string, value: number | string, allowed: number | string, article: string): never => {
    throw brokenRule('SUPPORT_FUND.TERMS_OUTSIDE_POLICY', `${term} is outside the policy`, { term, value, allowed }, [
      article,
    ]);
  };
  const { amount, annualRate, overdueRateFactor, tranches, securities, waiver } = terms;
  if (amount > plan.requestedAmount) outside('amount', amount, plan.requestedAmount, 'D45 Art. 23.1');
  const most = Number((BigInt(investmentOf(plan)) * BigInt(10_000 - policy.ownCapitalMinimumShare)) / 10_000n);
  if (amount > most) outside('amount', amount, most, 'D45 Art. 22');
  if (annualRate < policy.annualRate.from || annualRate > policy.annualRate.to)
    outside(
      'annualRate',
      annualRate,
      `${String(policy.annualRate.from)}–${String(policy.annualRate.to)}`,
      'D45 Art. 25',
    );
  if (overdueRateFactor > policy.overdueRateFactor || overdueRateFactor < 10_000)
    outside('overdueRateFactor', overdueRateFactor, policy.overdueRateFactor, 'D45 Art. 25');
  const last = scheduleOf(terms).instalments.at(-1)!.agreedOn;
  const latest = latestDueDay(tranches[0]!.on, policy.maximumTermMonths);
  if (last > latest) outside('term', last, latest, 'D45 Art. 24');
  for (const { kind } of securities)
    if (!policy.securityKinds.includes(kind))
      outside('securities', kind, policy.securityKinds.join(', '), 'D45 Art. 26');
  if (waiver === undefined) {
    if (securities.length === 0) outside('securities', 0, 1, 'D45 Art. 26');
    return;
  }
  const rule = policy.waiverRules.find(({ code }) => code === waiver);
  if (rule === undefined || securities.length > 0)
    return outside('waiver', waiver, policy.waiverRules.map(({ code }) => code).join(', '), 'D45 Art. 31');
  if (amount > rule.maximumAmount) outside('waiver', amount, rule.maximumAmount, 'D45 Art. 31');
}

/** The cash flow carries the loan to its end (D45 Art. 22). */
export function borrowerMustBeAbleToRepay(figures: RepaymentFigures): void {
  if (!canRepay(figures))
    throw brokenRule(
      'SUPPORT_FUND.CANNOT_REPAY',
      'The cash flow does not carry the loan',
      { leastLeft: figures.leastLeft, dueBeyondPlan: figures.dueBeyondPlan },
      ['D45 Art. 22'],
    );
}

/** Who decides: the body for the amount, or the one that may waive security, whichever is higher (D45 Art. 31). */
export function decidingBody({ amount, waiver }: LoanTerms, policy: FundPolicy): DecisionBody {
  const byAmount = bodyFor(policy, amount);
  const byWaiver = policy.waiverRules.find(({ code }) => code === waiver)?.decidedBy ?? byAmount;
  return DECISION_BODIES.indexOf(byWaiver) > DECISION_BODIES.indexOf(byAmount) ? byWaiver : byAmount;
}

/** 15 % for the borrower, 25 % with related persons, of the actual charter capital when it is decided (D45 Art. 23.2). */
export function limitsMustHold(amount: number, { singleLimit, relatedLimit, taken }: DecisionBasis): void {
  if (taken.borrower + amount > singleLimit)
    throw brokenRule(
      'SUPPORT_FUND.SINGLE_LIMIT_EXCEEDED',
      'More than one borrower may owe',
      { limit: singleLimit, taken: taken.borrower, wanted: amount },
      ['D45 Art. 23.2'],
    );
  if (taken.withRelated + amount > relatedLimit)
    throw brokenRule(
      'SUPPORT_FUND.RELATED_LIMIT_EXCEEDED',
      'More than a borrower and related persons may owe',
      { limit: relatedLimit, taken: taken.withRelated, wanted: amount },
      ['D45 Art. 23.2'],
    );
}
