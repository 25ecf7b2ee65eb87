import { localDateOf, notAllowedNow, type Instant } from '@hoptac/kernel';
import { Injectable } from '@nestjs/common';
import {
  capitalOn,
  checkEligibility,
  Exposure,
  partyOf,
  policyOn,
  shareOf,
  type ApplicationBorrower,
  type DecisionBasis,
  type EligibilityFinding,
  type FoundedFund,
  type LoanPlan,
  type PartyKey,
  type PolicyInForce,
} from '../../domain';
import { fundMustBeFounded } from '../../domain/fund/fund.rules';
import { eligibilityLawOn } from '../fund/fund-law';
import { FundStore } from '../stores';
import { BorrowerBook } from './borrower-book';

/** The fund with the lending rules that hold at a moment. */
export interface FundNow {
  readonly fund: FoundedFund;
  readonly inForce: PolicyInForce;
}

/** What is measured: an application as submitted, or as it is about to be. */
export interface Measured {
  readonly applicationId: string;
  readonly borrower: ApplicationBorrower;
  readonly related: readonly PartyKey[];
  readonly plan: LoanPlan;
  /** Of a natural person, as declared. */
  readonly ofAge?: boolean;
}

/** What stands around an application at a moment: fund, rules, capital, what others owe, what the register says. */
@Injectable()
export class Measuring {
  constructor(
    private readonly funds: FundStore,
    private readonly borrowers: BorrowerBook,
    private readonly exposure: Exposure,
  ) {}

  /** @throws DomainError `SUPPORT_FUND.FUND_NOT_FOUND`, `SUPPORT_FUND.NO_POLICY` while the fund has no lending rules. */
  async fundAt(fundId: string, at: Instant): Promise<FundNow> {
    const { state: fund } = await this.funds.load(fundId);
    fundMustBeFounded(fund);
    const inForce = policyOn(fund, localDateOf(at));
    if (inForce === undefined)
      throw notAllowedNow('SUPPORT_FUND.NO_POLICY', 'The fund has no lending rules in force', {}, ['D45 Art. 31']);
    return { fund, inForce };
  }

  /** Findings on lending `amount`, and the figures that a decision would rest on. */
  async measure(
    { applicationId, borrower, related, plan, ofAge }: Measured,
    amount: number,
    { fund, inForce }: FundNow,
    at: Instant,
  ): Promise<{ readonly findings: readonly EligibilityFinding[]; readonly basis: DecisionBasis }> {
    const on = localDateOf(at);
    const { actualCharterCapital } = capitalOn(fund, on);
    const { policy, policyVersion } = inForce;
    const [facts, taken] = await Promise.all([
      this.borrowers.facts(borrower, fund, at, ofAge),
      this.exposure.outstandingOf(fund.fundId, partyOf(borrower), related, applicationId),
    ]);
    const findings = checkEligibility({
      ...{ facts, plan, amount, policy, actualCharterCapital, on },
      exposure: taken,
      law: eligibilityLawOn(on),
    });
    const basis: DecisionBasis = {
      ...{ on, policyVersion, actualCharterCapital, taken },
      singleLimit: shareOf(actualCharterCapital, policy.singleBorrowerShare),
      relatedLimit: shareOf(actualCharterCapital, policy.relatedShare),
    };
    return { findings, basis };
  }
}
