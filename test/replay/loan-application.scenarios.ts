import { localDateOf, type Instant } from '@hoptac/kernel';
import type { ApplicationLimit, LoanApplicationEvent, LoanDueDate } from '@hoptac/support-fund/domain';
import { FastForward, TemporalCaseDelivery, type CaseFact } from '@hoptac/temporal';
import { loanApplicationCategory } from '@workflows/loan-application/loan-application.category';
import { soon, type LoanApplicationEngine } from '../../apps/worker/spec-support/engine';
import {
  assessments,
  measures,
  paper,
  policy,
  submitted,
  terms,
} from '../../libs/support-fund/testing/applications/lending';

const DAY_MS = 86_400_000;

/** One application's way through the procedure on the real engine, driven as the feeder and the rehearsal clock would. */
export class LoanJourney {
  private readonly category;
  private aheadMs = 0;

  constructor(
    private readonly engine: LoanApplicationEngine,
    readonly caseId: string,
  ) {
    this.category = { ...loanApplicationCategory, taskQueue: engine.taskQueue };
  }

  get workflowId(): string {
    return this.category.workflowIdOf(this.caseId);
  }
  now(): Instant {
    return new Date(Date.now() + this.aheadMs).toISOString() as Instant;
  }
  /** So many days of 24 hours from the case's own now. */
  due(days: number, remindAfter?: number): LoanDueDate {
    const at = (after: number): Instant => new Date(Date.parse(this.now()) + after * DAY_MS).toISOString() as Instant;
    return {
      ...{ dueOn: localDateOf(at(days)), dueAt: at(days), amount: days, unit: 'working-day' },
      ...{ countedFrom: localDateOf(this.now()), article: 'D45 Art. 31', toConfirm: false, calendarVersion: 'spec' },
      ...(remindAfter === undefined ? {} : { remindAt: at(remindAfter) }),
    };
  }

  async tell(facts: readonly CaseFact[]): Promise<void> {
    await new TemporalCaseDelivery(this.engine.temporal, () => 0).deliver(this.category, this.caseId, facts);
  }
  async act(personId: string, body: Parameters<LoanApplicationEngine['cases']['act']>[3]): Promise<void> {
    await this.tell(this.engine.cases.act(this.caseId, this.now(), personId, body));
  }
  async seen(type: LoanApplicationEvent['type']): Promise<void> {
    await soon(`${type} of ${this.caseId}`, () => this.engine.cases.types(this.caseId).includes(type));
  }
  /** Waits until the story waits until the limit that runs. */
  async waits(what: ApplicationLimit): Promise<void> {
    await soon(`${this.caseId} waits in ${what}`, async () => {
      const { revision, waitsFor } = await this.engine.temporal.client.workflow
        .getHandle(this.workflowId)
        .query<{ revision: number; waitsFor: string }>('progress');
      return (
        waitsFor.includes('LoanApplicationWithdrawn') && revision === this.engine.cases.types(this.caseId).length - 1
      );
    });
  }
  async days(days: number): Promise<void> {
    this.aheadMs += days * DAY_MS;
    const { client, namespace } = this.engine.temporal;
    await new FastForward(client.workflowService, namespace).to({ workflowId: this.workflowId }, this.aheadMs, 30_000);
  }
  async ends(): Promise<void> {
    await this.engine.temporal.client.workflow.getHandle(this.workflowId).result();
  }

  async submitted(limit = this.due(3)): Promise<void> {
    const { data } = submitted({ applicationId: this.caseId, submittedAt: this.now(), due: limit });
    await this.tell(this.engine.cases.record(this.caseId, this.now(), { type: 'LoanApplicationSubmitted', data }));
    await this.waits('check');
  }
  async accepted(): Promise<void> {
    await this.act('officer-1', { type: 'AcceptApplication', data: { requiredDocuments: [], due: this.due(15) } });
    await this.act('officer-1', { type: 'ClaimApplication', data: {} });
    await this.waits('appraisal');
  }
  async approved(): Promise<void> {
    await this.accepted();
    await this.act('officer-1', {
      type: 'AppraiseApplication',
      data: {
        ...{ unbound: true, assessments: assessments(), proposal: 'approve', reason: 'Khả thi', terms: terms() },
        ...{ findings: [], policy: policy(), policyVersion: '1', due: this.due(5) },
      },
    });
    await this.waits('decision');
    const measured = { ...measures(), due: this.due(20) };
    await this.act('director-1', {
      type: 'DecideApplication',
      data: { outcome: 'approve', reason: 'Đồng ý', measures: measured },
    });
    await this.waits('contract');
  }
}

const returned = (journey: LoanJourney) =>
  journey.act('officer-1', {
    type: 'ReturnApplication',
    data: { missing: [{ subject: 'document:businessPlan', reason: 'Thiếu' }], due: journey.due(10) },
  });

/** Every path of an application; the name is that of its stored history. */
export const LOAN_APPLICATION_SCENARIOS: Readonly<Record<string, (journey: LoanJourney) => Promise<void>>> = {
  contracted: async (journey) => {
    await journey.submitted();
    await returned(journey);
    await journey.waits('completion');
    const { data } = submitted();
    await journey.act('applicant-1', {
      type: 'CompleteApplication',
      data: { plan: data.plan, documents: [paper('businessPlan')], findings: [], due: journey.due(3) },
    });
    await journey.waits('check');
    await journey.approved();
    const signedOn = localDateOf(journey.now());
    await journey.act('director-1', {
      type: 'SignContract',
      data: { loanId: 'l-1', contractNumber: 'HĐTD-1', signedOn, due: journey.due(30) },
    });
    await journey.waits('security');
    await journey.act('officer-2', {
      type: 'RecordSecurity',
      data: { securities: [{ kind: 'landUseRight', registration: 'BĐ-77', registeredOn: signedOn }] },
    });
    await journey.ends();
  },
  'reminded-late-rejected': async (journey) => {
    await journey.submitted(journey.due(4, 2));
    await journey.days(2.5);
    await journey.seen('LoanApplicationReminded');
    await journey.days(2);
    await journey.seen('LoanApplicationDeadlinePassed');
    await journey.waits('check');
    await journey.act('director-1', {
      type: 'RejectApplication',
      data: { ground: 'planNotFeasible', reason: 'Không có thị trường' },
    });
    await journey.ends();
  },
  'completion-lapsed': async (journey) => {
    await journey.submitted();
    await returned(journey);
    await journey.waits('completion');
    await journey.days(11);
    await journey.seen('LoanApplicationLapsed');
    await journey.ends();
  },
  'approval-withdrawn': async (journey) => {
    await journey.submitted();
    await journey.approved();
    await journey.act('applicant-1', { type: 'WithdrawApplication', data: { reason: 'Tự lo được vốn' } });
    await journey.ends();
  },
};
