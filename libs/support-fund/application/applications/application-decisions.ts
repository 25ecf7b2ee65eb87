import type { Press } from '@hoptac/dossiers';
import { isDomainError, type CommandMetadata } from '@hoptac/kernel';
import { Injectable } from '@nestjs/common';
import {
  applicationDecider,
  Exposure,
  partyOf,
  type ApplicationCommand,
  type DecisionMeasures,
  type RejectionGround,
  type SubmittedApplication,
} from '../../domain';
import { FundCalendar } from '../fund/fund-calendar';
import type { FundStepAnswer } from '../press';
import { measuredOf, votersOf } from './application-steps';
import { Measuring, type FundNow } from './measuring';
import { ApplicationStepTaker } from './step-taker';

export interface DirectorsDecision {
  readonly outcome: 'approve' | 'reject';
  readonly ground?: RejectionGround;
  readonly reason: string;
}

/**
 * Decisions on applications. An approval first holds its amount in the fund's exposure — of two decisions for the same room exactly one gets it — and is
 * recorded then. A crash between the two leaves a hold that the repeated press takes over, the next decision replaces, and the end of the case releases.
 */
@Injectable()
export class ApplicationDecisions {
  constructor(
    private readonly steps: ApplicationStepTaker,
    private readonly measuring: Measuring,
    private readonly calendar: FundCalendar,
    private readonly exposure: Exposure,
  ) {}

  /** The director's own decision. @throws DomainError `SUPPORT_FUND.SINGLE_LIMIT_EXCEEDED`, `.RELATED_LIMIT_EXCEEDED` and the decider's. */
  async decide(id: string, decision: DirectorsDecision, press: Press): Promise<FundStepAnswer> {
    return this.steps.take(
      id,
      press,
      'supportFund.decide',
      async (application, metadata) => ({
        type: 'DecideApplication',
        data: { ...decision, measures: (await this.measures(application, metadata)).measures },
      }),
      (application, command) => this.hold(application, command),
    );
  }

  /** The chair establishes the result of the vote. Errors as `decide`, and `SUPPORT_FUND.NO_QUORUM`. */
  async conclude(id: string, reason: string, press: Press): Promise<FundStepAnswer> {
    return this.steps.take(
      id,
      press,
      'supportFund.concludeVote',
      async (application, metadata) => {
        const { measures, around } = await this.measures(application, metadata);
        return {
          type: 'ConcludeVote',
          data: { reason, members: votersOf(application, around, metadata.now), measures },
        };
      },
      (application, command) => this.hold(application, command),
    );
  }

  private async measures(
    application: SubmittedApplication,
    { now }: CommandMetadata,
  ): Promise<{ readonly measures: DecisionMeasures; readonly around: FundNow }> {
    const around = await this.measuring.fundAt(application.fundId, now);
    const { policy } = around.inForce;
    const amount = application.appraisal?.terms.amount ?? application.plan.requestedAmount;
    const { findings, basis } = await this.measuring.measure(measuredOf(application), amount, around, now);
    const due = await this.calendar.due('contract', around.fund, policy, now);
    return { measures: { policy, basis, findings, due }, around };
  }

  /** Holds the amount of an approval that the decider would record; what it would refuse, or recorded before, holds nothing. */
  private async hold(application: SubmittedApplication, command: ApplicationCommand): Promise<void> {
    const approval = wouldBe(application, command);
    if (approval === undefined) return;
    const { terms, basis } = approval;
    const { fundId, applicationId, borrower, related } = application;
    const { actualCharterCapital, on } = basis;
    const { commandId, now, actor } = command.metadata;
    const { policy } = (command.data as { readonly measures: DecisionMeasures }).measures;
    await this.exposure.reserve(
      {
        ...{ fundId, applicationId, related, amount: terms.amount },
        borrower: partyOf(borrower),
        basis: {
          ...{ actualCharterCapital, on },
          singleBorrowerShare: policy.singleBorrowerShare,
          relatedShare: policy.relatedShare,
        },
      },
      { commandId: `${commandId}/exposure`, now, actor, correlationId: applicationId },
    );
  }
}

function wouldBe(application: SubmittedApplication, command: ApplicationCommand) {
  try {
    const events = applicationDecider.decide(command, application);
    return events.find((event) => event.type === 'LoanApplicationApproved')?.data;
  } catch (error) {
    // The decider says so itself, after it has looked whether the same press was answered before.
    if (isDomainError(error)) return undefined;
    throw error;
  }
}
