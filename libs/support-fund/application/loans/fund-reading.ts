import { notAllowedNow, type LocalDate } from '@hoptac/kernel';
import { Injectable } from '@nestjs/common';
import {
  capitalOn,
  HOUSE_LOAN_POLICY,
  policyOn,
  type ExposureBasis,
  type FoundedFund,
  type LoanContract,
  type LoanPolicy,
} from '../../domain';
import { fundMustBeFounded } from '../../domain/fund/fund.rules';
import { ApplicationStore, FundStore } from '../stores';

/** What loans read of funds and applications; they write neither. */
@Injectable()
export class FundReading {
  constructor(
    private readonly funds: FundStore,
    private readonly applications: ApplicationStore,
  ) {}

  /** @throws DomainError `SUPPORT_FUND.FUND_NOT_FOUND` */
  async fund(fundId: string): Promise<FoundedFund> {
    const { state } = await this.funds.load(fundId);
    fundMustBeFounded(state);
    return state;
  }

  /** The signed contract of an application whose security is perfected or waived. @throws `SUPPORT_FUND.CONTRACT_NOT_READY` */
  async contractOf(applicationId: string): Promise<{ readonly contract: LoanContract; readonly ownerId: string }> {
    const { state } = await this.applications.load(applicationId);
    if (state.status !== 'Contracted' || state.contract === undefined)
      throw notAllowedNow('SUPPORT_FUND.CONTRACT_NOT_READY', 'No contract with perfected security', {
        applicationId,
        status: state.status,
      });
    return { contract: state.contract, ownerId: state.applicantId };
  }

  /** What the limits are counted from on a day (D45 Art. 2.3, 23.2); undefined while the fund has no lending rules. */
  basisOf(fund: FoundedFund, on: LocalDate): ExposureBasis | undefined {
    const inForce = policyOn(fund, on);
    if (inForce === undefined) return undefined;
    const { actualCharterCapital } = capitalOn(fund, on);
    const { singleBorrowerShare, relatedShare } = inForce.policy;
    return { actualCharterCapital, singleBorrowerShare, relatedShare, on };
  }

  /** Rules for a running loan: the fund's own where it has them, the house's for the rest. */
  policyOf(fund: FoundedFund, on: LocalDate): LoanPolicy {
    const inForce = policyOn(fund, on)?.policy;
    return inForce === undefined
      ? HOUSE_LOAN_POLICY
      : {
          ...HOUSE_LOAN_POLICY,
          inspectWithinDays: inForce.useInspectionWithinDays,
          writeOffAfterYears: inForce.writeOffMinimumYears,
        };
  }
}
