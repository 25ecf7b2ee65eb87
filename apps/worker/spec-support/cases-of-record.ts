import {
  dossierDecider,
  type DossierCommand,
  type DossierEvent,
  type DossierState,
  type DueDate,
} from '@hoptac/dossiers/domain';
import type { StreamSlice } from '@hoptac/event-store';
import { fold, notAllowedNow, systemActor, type Instant, type LocalDate, type Recorded } from '@hoptac/kernel';
import type { CaseFact, CaseReading } from '@hoptac/temporal';
import type {
  CaseCommand,
  CommandAnswer,
  FoundingRegistrationCommands,
  FoundingRegistrationExchanges,
} from '@workflows/founding-registration/founding-registration.contract';

type Body<T extends DossierCommand['type']> = Omit<Extract<DossierCommand, { type: T }>, 'metadata'>;

const DAY_MS = 86_400_000;

/**
 * Dossiers kept in memory, decided by the real decider: the event store's stand-in for tests of the workflow against the real engine.
 * Faults are switched on by the tests: an outage, a case whose checks are refused, a tax authority that says no or nothing.
 */
export class CasesOfRecord implements FoundingRegistrationCommands, FoundingRegistrationExchanges, CaseReading {
  readonly commandIds: string[] = [];
  readonly released: string[] = [];
  readonly published: string[] = [];
  readonly refusedChecks = new Set<string>();
  readonly brokenChecks = new Set<string>();
  tax: 'answers' | 'refuses' | 'is down' = 'answers';
  private readonly streams = new Map<string, DossierEvent[]>();
  private readonly times = new Map<string, Instant[]>();
  private readonly answered = new Map<string, number>();

  /** Files a dossier whose answer is due after so many days; returns the facts that the feeder would deliver. */
  file(
    caseId: string,
    now: Instant,
    dueInDays = 3,
    plan: Pick<DueDate, 'reminders' | 'escalations'> = {},
  ): readonly CaseFact[] {
    return this.append(caseId, now, [
      {
        type: 'DossierFiled',
        data: {
          dossierId: caseId,
          caseCode: `P01-${caseId}`,
          procedure: 'P01',
          regime: 'R4',
          channel: 'online',
          receivingOfficeId: 'office-31',
          decidingOfficeId: 'office-31',
          receivedAt: now,
          applicantId: 'person-1',
          application: APPLICATION,
          documents: [],
          due: { ...dueAfter(now, dueInDays, 'D295 Art. 33'), ...plan },
        },
      },
    ]);
  }

  /** A person's step, decided by the rules. */
  act(caseId: string, now: Instant, personId: string, command: Body<DossierCommand['type']>): readonly CaseFact[] {
    const metadata = {
      now,
      actor: { personId, role: 'officer' },
      commandId: `${caseId}-${String(this.revision(caseId))}`,
    };
    return this.append(
      caseId,
      now,
      dossierDecider.decide({ ...command, metadata } as DossierCommand, this.state(caseId)),
    );
  }

  correction(caseId: string, now: Instant): readonly CaseFact[] {
    const defects = [{ subject: 'document:charter', reason: 'Thiếu chữ ký', article: 'L23 Art. 42.2' }];
    return this.act(caseId, now, 'officer-1', {
      type: 'RequestCorrection',
      data: { defects, due: dueAfter(now, 60, 'D295 Art. 19.6'), delayReason: 'Chờ xác minh' },
    });
  }

  resubmission(caseId: string, now: Instant): readonly CaseFact[] {
    const data = { application: APPLICATION, documents: [], due: dueAfter(now, 3, 'D295 Art. 33') };
    return this.act(caseId, now, 'person-1', { type: 'ResubmitDossier', data });
  }

  proposal(caseId: string, now: Instant): readonly CaseFact[] {
    return this.act(caseId, now, 'officer-1', {
      type: 'ExamineDossier',
      data: { proposal: 'grant', delayReason: 'Chờ xác minh' },
    });
  }

  state(caseId: string): DossierState {
    return fold(dossierDecider, this.streams.get(caseId) ?? []);
  }

  types(caseId: string): readonly string[] {
    return (this.streams.get(caseId) ?? []).map(({ type }) => type);
  }

  /** When, by the case's clock, the latest fact of the type was recorded. */
  occurredAt(caseId: string, type: DossierEvent['type']): Instant | undefined {
    return this.times.get(caseId)?.[this.types(caseId).lastIndexOf(type)];
  }

  facts(caseId: string, from = 0): readonly CaseFact[] {
    return (this.streams.get(caseId) ?? [])
      .map((event, revision) => ({
        revision,
        type: event.type,
        data: event.data,
        position: String(revision),
        occurredAt: this.times.get(caseId)?.[revision] ?? '',
      }))
      .slice(from);
  }

  /** The stream of a case as the event store gives it. */
  readStream(stream: string): Promise<StreamSlice> {
    const caseId = stream.slice('dossier-'.length);
    const events = this.facts(caseId).map(({ revision, type, data, occurredAt }): Recorded => {
      const [at, place] = [occurredAt as Instant, BigInt(revision)];
      return {
        id: `${caseId}-${String(revision)}`,
        ...{ stream, revision, position: { commit: place, prepare: place }, recordedAt: at, event: { type, data } },
        metadata: {
          ...{ schemaVersion: 1, occurredAt: at, recordedBy: systemActor('spec') },
          ...{ correlationId: caseId, causationId: caseId, commandId: caseId },
        },
      };
    });
    return Promise.resolve({ events, lastRevision: events.length - 1 });
  }

  readCase(request: { readonly caseId: string; readonly fromRevision: number }): Promise<readonly CaseFact[]> {
    return Promise.resolve(this.facts(request.caseId, request.fromRevision));
  }

  checkDossier(command: CaseCommand): Promise<CommandAnswer> {
    if (this.refusedChecks.has(command.caseId)) {
      return Promise.reject(notAllowedNow('DOSSIERS.CHECKS_IMPOSSIBLE', 'The name register cannot be read'));
    }
    if (this.brokenChecks.has(command.caseId)) return Promise.reject(new Error('The event store is away'));
    const { round } = this.filed(command.caseId);
    return this.run(command, { type: 'RecordChecks', data: { round, results: [], nameReserved: true } });
  }

  lapseDossier(command: CaseCommand): Promise<CommandAnswer> {
    return this.run(command, { type: 'LapseDossier', data: {} });
  }

  markDeadlinePassed(command: CaseCommand): Promise<CommandAnswer> {
    return this.run(command, { type: 'MarkDeadlinePassed', data: {} });
  }

  remindOfDeadline(command: CaseCommand): Promise<CommandAnswer> {
    return this.run(command, { type: 'RemindOfDeadline', data: {} });
  }

  escalateDossier(command: CaseCommand): Promise<CommandAnswer> {
    return this.run(command, { type: 'EscalateDossier', data: {} });
  }

  registerOrganisation(command: CaseCommand): Promise<CommandAnswer> {
    const data = {
      organisationId: `organisation-${command.caseId}`,
      code: this.filed(command.caseId).taxCode ?? '',
      certificateNumber: 'GCN-1',
      certificateToken: 'token',
      issuedOn: command.now.slice(0, 10) as LocalDate,
    };
    return this.run(command, { type: 'RecordCertificate', data });
  }

  publishRegistration(command: CaseCommand): Promise<CommandAnswer> {
    this.commandIds.push(command.commandId);
    this.published.push(command.caseId);
    return Promise.resolve({ revision: this.revision(command.caseId) });
  }

  releaseName(command: CaseCommand): Promise<CommandAnswer> {
    this.commandIds.push(command.commandId);
    this.released.push(command.caseId);
    return Promise.resolve({ revision: this.revision(command.caseId) });
  }

  requestTaxCode(command: CaseCommand): Promise<CommandAnswer> {
    if (this.tax === 'is down') return Promise.reject(new Error('connect ECONNREFUSED'));
    if (this.tax === 'answers') return this.run(command, { type: 'RecordTaxCode', data: { taxCode: '1700000001' } });
    const { round } = this.filed(command.caseId);
    return this.run(command, { type: 'RecordTaxCodeRefusal', data: { round, reason: 'Thông tin không khớp' } });
  }

  /** A workflow's command: decided once by its id, whatever comes again. */
  private run(command: CaseCommand, body: Body<DossierCommand['type']>): Promise<CommandAnswer> {
    this.commandIds.push(command.commandId);
    const first = this.answered.get(command.commandId);
    if (first !== undefined) return Promise.resolve({ revision: first });
    try {
      const metadata = { now: command.now, actor: systemActor('worker'), commandId: command.commandId };
      const events = dossierDecider.decide({ ...body, metadata } as DossierCommand, this.state(command.caseId));
      this.append(command.caseId, command.now, events);
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
    if (this.revision(command.caseId) >= 0) this.answered.set(command.commandId, this.revision(command.caseId));
    return Promise.resolve({ revision: this.revision(command.caseId) });
  }

  private append(caseId: string, now: Instant, events: readonly DossierEvent[]): readonly CaseFact[] {
    const from = this.revision(caseId) + 1;
    this.streams.set(caseId, [...(this.streams.get(caseId) ?? []), ...events]);
    this.times.set(caseId, [...(this.times.get(caseId) ?? []), ...events.map(() => now)]);
    return this.facts(caseId, from);
  }

  private revision(caseId: string): number {
    return (this.streams.get(caseId)?.length ?? 0) - 1;
  }

  private filed(caseId: string): Exclude<DossierState, { status: 'NotFiled' }> {
    const state = this.state(caseId);
    if (state.status === 'NotFiled') throw new Error(`${caseId} is not filed`);
    return state;
  }
}

/** So many days of 24 hours after an instant; the workflow takes due dates from facts as they are. */
export function dueAfter(now: Instant, days: number, article: string): DueDate {
  const dueAt = new Date(Date.parse(now) + days * DAY_MS).toISOString() as Instant;
  return {
    dueOn: dueAt.slice(0, 10) as LocalDate,
    dueAt,
    amount: days,
    unit: 'day',
    countedFrom: now.slice(0, 10) as LocalDate,
    article,
    toConfirm: false,
    calendarVersion: 'test',
  };
}

export const APPLICATION = {
  kind: 'cooperative',
  ownName: 'Tân Phú',
  headOffice: { areaCode: '30760', line: 'Ấp Hòa A' },
  businessLines: [{ code: '0161', main: true }],
  charterCapital: 500_000_000,
  members: [],
  legalRepresentativeId: 'person-1',
  governance: 'simplified',
  conference: { heldOn: '2026-07-01', foundersInvited: 7, foundersAttended: 7, votesForCharter: 7 },
} as const;
