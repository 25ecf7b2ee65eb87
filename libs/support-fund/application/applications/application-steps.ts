import type { Press } from '@hoptac/dossiers';
import { RoleBook } from '@hoptac/identity';
import { brokenRule, localDateOf, type Instant, type LocalDate } from '@hoptac/kernel';
import { nameId } from '@hoptac/platform';
import { Inject, Injectable } from '@nestjs/common';
import {
  membersOn,
  type ApplicationLimit,
  type Assessment,
  type Bond,
  type LoanDueDate,
  type LoanPlan,
  type LoanTerms,
  type MissingItem,
  type RejectionGround,
  type SubmittedApplication,
} from '../../domain';
import { FundCalendar } from '../fund/fund-calendar';
import type { FundStepAnswer } from '../press';
import { ApplicationPapers, requiredPapers, type HandedInPaper } from './application-papers';
import { Measuring, type FundNow, type Measured } from './measuring';
import { ApplicationStepTaker } from './step-taker';

/** The appraisal report as the appraiser writes it; figures and findings are counted here. */
export interface Report {
  readonly unbound: boolean;
  readonly assessments: readonly Assessment[];
  readonly proposal: 'approve' | 'reject';
  readonly ground?: RejectionGround;
  readonly reason: string;
  readonly terms: LoanTerms;
}

export interface RecordedSecurity {
  readonly kind: string;
  readonly registration: string;
  readonly registeredOn: LocalDate;
}

/** The steps by which an application goes its way, but for its submission and the decision. Errors as `ApplicationStepTaker`. */
@Injectable()
export class ApplicationSteps {
  constructor(
    private readonly steps: ApplicationStepTaker,
    private readonly measuring: Measuring,
    private readonly calendar: FundCalendar,
    private readonly papers: ApplicationPapers,
    @Inject(RoleBook) private readonly roles: RoleBook,
  ) {}

  /** Sends the one list of what is missing. */
  async returnForCompletion(id: string, missing: readonly MissingItem[], press: Press): Promise<FundStepAnswer> {
    return this.steps.take(id, press, 'supportFund.check', async (application, { now }) => ({
      type: 'ReturnApplication',
      data: { missing, due: await this.due('completion', application, now) },
    }));
  }

  /** The applicant's answer: the plan as it stands now, and papers old and new. */
  async complete(
    id: string,
    answer: { readonly plan: LoanPlan; readonly documents: readonly HandedInPaper[] },
    press: Press,
  ): Promise<FundStepAnswer> {
    return this.steps.take(id, press, 'supportFund.complete', async (application, { now, actor }) => {
      const { plan } = answer;
      const around = await this.measuring.fundAt(application.fundId, now);
      const measured = { ...measuredOf(application), plan };
      const { findings } = await this.measuring.measure(measured, plan.requestedAmount, around, now);
      const documents = await this.papers.accept(answer.documents, actor.personId, application.documents);
      const due = await this.calendar.due('check', around.fund, around.inForce.policy, now);
      return { type: 'CompleteApplication', data: { plan, documents, findings, due } };
    });
  }

  /** The dossier is complete. */
  async accept(id: string, press: Press): Promise<FundStepAnswer> {
    return this.steps.take(id, press, 'supportFund.check', async (application, { now }) => {
      const { fund, inForce } = await this.measuring.fundAt(application.fundId, now);
      const requiredDocuments = requiredPapers(inForce.policy, application.borrower.kind);
      const due = await this.calendar.due('appraisal', fund, inForce.policy, now);
      return { type: 'AcceptApplication', data: { requiredDocuments, due } };
    });
  }

  async claim(id: string, press: Press): Promise<FundStepAnswer> {
    return this.steps.take(id, press, 'supportFund.appraise', () => ({ type: 'ClaimApplication', data: {} }));
  }

  /** @throws DomainError `SUPPORT_FUND.NOT_AN_APPRAISER` for an account that holds no such role at the fund today. */
  async assign(id: string, appraiserId: string, reason: string | undefined, press: Press): Promise<FundStepAnswer> {
    return this.steps.take(id, press, 'supportFund.assign', ({ officeId }, { now }) => {
      const holds = this.roles
        .assignmentsOf(appraiserId, localDateOf(now))
        .some((held) => held.role === 'fundOfficer' && held.officeId === officeId);
      if (!holds || this.roles.isLocked(appraiserId))
        throw brokenRule('SUPPORT_FUND.NOT_AN_APPRAISER', 'The account is no appraiser of this fund today');
      return { type: 'AssignAppraiser', data: { appraiserId, ...(reason === undefined ? {} : { reason }) } };
    });
  }

  /** One's own bond to the borrower. */
  async declareBond(
    id: string,
    { bond, note }: { readonly bond: Bond; readonly note: string },
    press: Press,
  ): Promise<FundStepAnswer> {
    return this.steps.take(id, press, 'supportFund.declareBond', (_application, { actor }) => ({
      type: 'DeclareBond',
      data: { accountId: actor.onBehalfOf ?? actor.personId, bond, note },
    }));
  }

  async appraise(id: string, report: Report, press: Press): Promise<FundStepAnswer> {
    return this.steps.take(id, press, 'supportFund.appraise', async (application, { now }) => {
      const around = await this.measuring.fundAt(application.fundId, now);
      const { policy, policyVersion } = around.inForce;
      const { findings } = await this.measuring.measure(measuredOf(application), report.terms.amount, around, now);
      const due = await this.calendar.due('decision', around.fund, policy, now);
      return { type: 'AppraiseApplication', data: { ...report, findings, policy, policyVersion, due } };
    });
  }

  async sendBack(id: string, reason: string, press: Press): Promise<FundStepAnswer> {
    return this.steps.take(id, press, 'supportFund.sendBack', async (application, { now }) => ({
      type: 'SendApplicationBack',
      data: { reason, due: await this.due('appraisal', application, now) },
    }));
  }

  async vote(
    id: string,
    cast: { readonly vote: 'for' | 'against' | 'abstain'; readonly reason?: string },
    press: Press,
  ): Promise<FundStepAnswer> {
    return this.steps.take(id, press, 'supportFund.vote', async (application, { now }) => ({
      type: 'CastVote',
      data: { ...cast, members: votersOf(application, await this.measuring.fundAt(application.fundId, now), now) },
    }));
  }

  /** Before a report is there. */
  async reject(
    id: string,
    why: { readonly ground: RejectionGround; readonly reason: string },
    press: Press,
  ): Promise<FundStepAnswer> {
    return this.steps.take(id, press, 'supportFund.decide', () => ({ type: 'RejectApplication', data: why }));
  }

  async withdraw(id: string, reason: string, press: Press): Promise<FundStepAnswer> {
    return this.steps.take(id, press, 'supportFund.withdraw', () => ({
      type: 'WithdrawApplication',
      data: { reason },
    }));
  }

  /** Signs the contract that follows from the approved terms. */
  async sign(
    id: string,
    { signedOn, paper }: { readonly signedOn: LocalDate; readonly paper?: string },
    press: Press,
  ): Promise<FundStepAnswer> {
    return this.steps.take(id, press, 'supportFund.sign', async (application, { now, actor }) => {
      if (paper !== undefined)
        await this.papers.accept([{ kind: 'contract', sha256: paper, fileName: 'contract.pdf' }], actor.personId);
      return {
        type: 'SignContract',
        data: {
          loanId: nameId('loan', application.applicationId),
          contractNumber: `${application.code}/HĐTD`,
          signedOn,
          ...(paper === undefined ? {} : { paper }),
          due: await this.due('security', application, now),
        },
      };
    });
  }

  async recordSecurity(id: string, securities: readonly RecordedSecurity[], press: Press): Promise<FundStepAnswer> {
    return this.steps.take(id, press, 'supportFund.recordSecurity', () => ({
      type: 'RecordSecurity',
      data: { securities },
    }));
  }

  private async due(what: ApplicationLimit, { fundId }: SubmittedApplication, now: Instant): Promise<LoanDueDate> {
    const { fund, inForce } = await this.measuring.fundAt(fundId, now);
    return this.calendar.due(what, fund, inForce.policy, now);
  }
}

/** An application as it is measured; a natural person's age was found at its submission and only grows. */
export function measuredOf({ applicationId, borrower, related, plan, findings }: SubmittedApplication): Measured {
  const age = findings.find(({ check }) => check === 'age');
  return { applicationId, borrower, related, plan, ...(age === undefined ? {} : { ofAge: age.outcome === 'passed' }) };
}

/** Members of the body that decides on the application today; none where the director decides alone. */
export function votersOf({ appraisal }: SubmittedApplication, { fund }: Pick<FundNow, 'fund'>, at: Instant) {
  const body = appraisal?.body;
  return body === 'council' || body === 'board' ? membersOn(fund, body, localDateOf(at)) : [];
}
