import type { Instant } from '@hoptac/kernel';
import { FastForward, TemporalCaseDelivery, type CaseFact } from '@hoptac/temporal';
import { foundingCategory } from '@workflows/founding-registration/founding-registration.category';
import { dueAfter, type CasesOfRecord } from '../../apps/worker/spec-support/cases-of-record';
import { soon, type Engine } from '../../apps/worker/spec-support/engine';

const DAY_MS = 86_400_000;

/** One dossier's way through the procedure on the real engine, driven as the feeder and the rehearsal clock would. */
export class Journey {
  private readonly category;
  private aheadMs = 0;

  constructor(
    private readonly engine: Engine,
    readonly caseId: string,
  ) {
    this.category = { ...foundingCategory, taskQueue: engine.taskQueue };
  }

  get cases(): CasesOfRecord {
    return this.engine.cases;
  }
  get workflowId(): string {
    return this.category.workflowIdOf(this.caseId);
  }
  /** The case's own time. */
  now(): Instant {
    return new Date(Date.now() + this.aheadMs).toISOString() as Instant;
  }

  async tell(facts: readonly CaseFact[]): Promise<void> {
    await new TemporalCaseDelivery(this.engine.temporal, () => 0).deliver(this.category, this.caseId, facts);
  }
  async seen(type: string): Promise<void> {
    await soon(`${type} of ${this.caseId}`, () => this.cases.types(this.caseId).includes(type));
  }
  async waits(what: string): Promise<void> {
    await soon(`${this.caseId} waits for ${what}`, async () => {
      const progress = await this.engine.temporal.client.workflow
        .getHandle(this.workflowId)
        .query<{ waitsFor: string; until?: string }>('progress');
      return `${progress.waitsFor} until ${progress.until ?? '-'}`.includes(what);
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

  async filed(): Promise<void> {
    await this.tell(this.cases.file(this.caseId, this.now()));
    await this.seen('DossierChecked');
    await this.waits('DossierExamined');
  }
  async proposed(): Promise<void> {
    await this.tell(this.cases.proposal(this.caseId, this.now()));
    await this.seen('DossierTaxCodeReceived');
    await this.waits('DossierGranted');
  }
  async granted(): Promise<void> {
    await this.tell(this.cases.act(this.caseId, this.now(), 'head-1', { type: 'GrantDossier', data: {} }));
    await this.ends();
  }
}

/** Every path of the founding registration; the name is that of its stored history. */
export const SCENARIOS: Readonly<Record<string, (journey: Journey) => Promise<void>>> = {
  granted: async (journey) => {
    await journey.filed();
    await journey.proposed();
    await journey.granted();
  },
  'correction-granted': async (journey) => {
    await journey.filed();
    await journey.tell(journey.cases.correction(journey.caseId, journey.now()));
    await journey.waits('DossierResubmitted');
    await journey.days(20);
    await journey.tell(journey.cases.resubmission(journey.caseId, journey.now()));
    await soon(
      'checked again',
      () => journey.cases.types(journey.caseId).filter((type) => type === 'DossierChecked').length === 2,
    );
    await journey.proposed();
    await journey.granted();
  },
  lapse: async (journey) => {
    await journey.filed();
    await journey.tell(journey.cases.correction(journey.caseId, journey.now()));
    await journey.waits('DossierResubmitted');
    await journey.days(61);
    await journey.ends();
  },
  refused: async (journey) => {
    const why = { ground: 'conditionsNotMet', reason: 'Trụ sở không có thật' } as const;
    const { caseId, cases } = journey;
    await journey.filed();
    const proposal = { proposal: 'refuse', ...why } as const;
    await journey.tell(cases.act(caseId, journey.now(), 'officer-1', { type: 'ExamineDossier', data: proposal }));
    await journey.waits('DossierRefused');
    await journey.tell(cases.act(caseId, journey.now(), 'head-1', { type: 'RefuseDossier', data: why }));
    await journey.ends();
  },
  withdrawn: async (journey) => {
    await journey.filed();
    const request = { reason: 'Thành viên rút', due: dueAfter(journey.now(), 3, 'D295 Art. 19.7') };
    await journey.tell(
      journey.cases.act(journey.caseId, journey.now(), 'person-1', { type: 'RequestWithdrawal', data: request }),
    );
    await journey.waits('DossierWithdrawn');
    await journey.tell(
      journey.cases.act(journey.caseId, journey.now(), 'officer-1', {
        type: 'DecideWithdrawal',
        data: { outcome: 'accept' },
      }),
    );
    await journey.ends();
  },
  'deadline-passed': async (journey) => {
    await journey.filed();
    await journey.days(5);
    await journey.seen('DossierDeadlinePassed');
    await journey.proposed();
    await journey.granted();
  },
  'reminded-escalated': async (journey) => {
    const { caseId, cases } = journey;
    const after = (days: number) => dueAfter(journey.now(), days, '').dueAt;
    const plan = {
      reminders: [{ at: after(2), to: 'officer' as const }],
      escalations: [
        { at: after(4), level: 'deputy' as const },
        { at: after(6), level: 'head' as const },
      ],
    };
    await journey.tell(cases.file(caseId, journey.now(), 3, plan));
    await journey.seen('DossierChecked');
    await journey.waits('DossierExamined');
    await journey.days(2.5);
    await journey.seen('DossierReminded');
    await journey.days(2);
    await journey.seen('DossierEscalated');
    await journey.days(2);
    await soon('risen twice', () => cases.types(caseId).filter((type) => type === 'DossierEscalated').length === 2);
    await journey.proposed();
    await journey.granted();
  },
  stuck: async (journey) => {
    const { caseId, cases } = journey;
    cases.refusedChecks.add(caseId);
    await journey.tell(cases.file(caseId, journey.now()));
    await journey.waits('DossierChecked');
    await journey.days(5);
    await journey.seen('DossierDeadlinePassed');
    cases.refusedChecks.delete(caseId);
    await journey.tell(cases.act(caseId, journey.now(), 'officer-1', { type: 'ClaimDossier', data: {} }));
    await journey.seen('DossierChecked');
    await journey.waits('DossierExamined');
    await journey.proposed();
    await journey.granted();
  },
};
