import { fold, systemActor, type Instant } from '@hoptac/kernel';
import {
  applicationDecider,
  type ApplicationCommand,
  type ApplicationState,
  type LoanApplicationEvent,
} from '@hoptac/support-fund/domain';
import type { CaseFact, CaseReading } from '@hoptac/temporal';
import type {
  CaseCommand,
  CommandAnswer,
  LoanApplicationCommands,
} from '@workflows/loan-application/loan-application.contract';

type Body = ApplicationCommand extends infer C
  ? C extends ApplicationCommand
    ? Pick<C, 'type' | 'data'>
    : never
  : never;

/** Applications kept in memory, decided by the real decider: the event store's stand-in for the workflow on the real engine. */
export class LoanApplicationsOfRecord implements LoanApplicationCommands, CaseReading {
  readonly released: string[] = [];
  private readonly streams = new Map<string, { readonly event: LoanApplicationEvent; readonly at: Instant }[]>();
  private readonly answered = new Map<string, number>();

  /** A fact as it is; for what only other parts could count. Answers what the feeder would deliver. */
  record(caseId: string, at: Instant, ...events: readonly LoanApplicationEvent[]): readonly CaseFact[] {
    const stream = this.streams.get(caseId) ?? [];
    this.streams.set(caseId, [...stream, ...events.map((event) => ({ event, at }))]);
    return this.facts(caseId, stream.length);
  }

  /** A person's step, decided by the rules. */
  act(caseId: string, now: Instant, personId: string, body: Body): readonly CaseFact[] {
    const metadata = { now, actor: { personId, role: 'fundOfficer' }, commandId: `${caseId}-${body.type}` };
    return this.record(caseId, now, ...applicationDecider.decide({ ...body, metadata }, this.state(caseId)));
  }

  state(caseId: string): ApplicationState {
    return fold(
      applicationDecider,
      (this.streams.get(caseId) ?? []).map(({ event }) => event),
    );
  }

  types(caseId: string): readonly string[] {
    return (this.streams.get(caseId) ?? []).map(({ event }) => event.type);
  }

  readCase({ caseId, fromRevision }: { readonly caseId: string; readonly fromRevision: number }) {
    return Promise.resolve(this.facts(caseId, fromRevision));
  }

  lapseApplication(command: CaseCommand): Promise<CommandAnswer> {
    return this.run(command, 'LapseApplication');
  }

  markApplicationLate(command: CaseCommand): Promise<CommandAnswer> {
    return this.run(command, 'MarkApplicationLate');
  }

  remindOfApplicationLimit(command: CaseCommand): Promise<CommandAnswer> {
    return this.run(command, 'RemindOfLimit');
  }

  releaseExposure({ caseId }: CaseCommand): Promise<CommandAnswer> {
    this.released.push(caseId);
    return Promise.resolve({ revision: this.types(caseId).length - 1 });
  }

  /** A workflow's command: decided once by its id, whatever comes again. */
  private run(
    { caseId, commandId, now }: CaseCommand,
    type: 'LapseApplication' | 'MarkApplicationLate' | 'RemindOfLimit',
  ): Promise<CommandAnswer> {
    const first = this.answered.get(commandId);
    if (first !== undefined) return Promise.resolve({ revision: first });
    try {
      const metadata = { now, actor: systemActor('worker'), commandId };
      this.record(caseId, now, ...applicationDecider.decide({ type, data: {}, metadata }, this.state(caseId)));
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
    const revision = this.types(caseId).length - 1;
    this.answered.set(commandId, revision);
    return Promise.resolve({ revision });
  }

  private facts(caseId: string, from: number): readonly CaseFact[] {
    return (this.streams.get(caseId) ?? [])
      .map(({ event, at }, revision) => ({
        ...{ revision, type: event.type, data: event.data },
        ...{ position: String(revision), occurredAt: at },
      }))
      .slice(from);
  }
}
