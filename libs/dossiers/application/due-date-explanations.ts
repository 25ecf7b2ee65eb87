import type { DayExplained } from '@hoptac/calendar';
import { EVENT_STORE, streamName, type EventStore } from '@hoptac/event-store';
import { fold, notAllowedNow, type Instant, type LocalDate, type Recorded } from '@hoptac/kernel';
import { Inject, Injectable } from '@nestjs/common';
import {
  dossierDecider,
  type DossierDeadlineSuspended,
  type DossierEvent,
  type DossierState,
  type DueDate,
} from '../domain';
import { dossierMustBeFiled } from '../domain/dossier.rules';
import { LegalTerms } from './legal-terms';

export interface DueDateExplanation {
  readonly due: DueDate;
  /** When the limit was given; the calendar is read as it was known then. */
  readonly givenAt: Instant;
  readonly days: readonly DayExplained[];
  /** False when the table itself has changed since: the date given stands all the same. */
  readonly sameCalendar: boolean;
  /** The limit was extended: what it was, why, by which paper (sha256); the days then begin with its old last day. */
  readonly moved?: {
    readonly from: DueDate;
    readonly ground: string;
    readonly paper: string;
    /** Days on which nothing ran, when it was suspended; the days then begin with the event that gave the limit. */
    readonly suspended?: { readonly from: LocalDate; readonly to: LocalDate };
  };
}

/** Explains limits day by day — giải thích thời hạn (Civil Code Art. 145–148). */
@Injectable()
export class DueDateExplanations {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    private readonly terms: LegalTerms,
  ) {}

  /** @throws DomainError `DOSSIERS.NOT_FOUND`; `DOSSIERS.NO_LIMIT_RUNS` once the dossier is decided or closed. */
  async ofRunningLimit(dossierId: string): Promise<DueDateExplanation> {
    const { events } = await this.events.readStream(streamName('dossier', dossierId));
    const state = fold(
      dossierDecider,
      events.map(({ event }) => event as DossierEvent),
    );
    dossierMustBeFiled(state);
    const due = runningLimit(state);
    const given = events.findLast((recorded) => gives(recorded, due));
    if (due === undefined || given === undefined)
      throw notAllowedNow('DOSSIERS.NO_LIMIT_RUNS', 'No limit runs', { status: state.status });
    const givenAt = given.metadata.occurredAt;
    const days = await this.terms.explain(due, state.decidingOfficeId, givenAt);
    const moved = movedBy(given);
    return {
      due,
      givenAt,
      days,
      sameCalendar: days.at(-1)?.date === due.dueOn,
      ...(moved === undefined ? {} : { moved }),
    };
  }
}

function runningLimit(state: DossierState): DueDate | undefined {
  if (state.status === 'AwaitingCorrection') return state.correctionDue;
  return state.status === 'UnderExamination' || state.status === 'AwaitingDecision' ? state.due : undefined;
}

/** True for the event that gave this very limit. */
function gives({ event }: Recorded, due: DueDate | undefined): boolean {
  const data = event.data as { readonly due?: DueDate; readonly to?: DueDate };
  const given = data.due ?? data.to;
  return (
    due !== undefined &&
    event.type !== 'DossierWithdrawalRequested' &&
    given?.dueAt === due.dueAt &&
    given.article === due.article
  );
}

function movedBy({ event }: Recorded): DueDateExplanation['moved'] {
  if (event.type === 'DossierDeadlineSuspended') {
    const { from, ground, paper, suspended } = (event as DossierDeadlineSuspended).data;
    return { from, ground, paper, suspended };
  }
  if (event.type !== 'DossierDeadlineExtended') return undefined;
  const { from, ground, paper } = (event as Extract<DossierEvent, { type: 'DossierDeadlineExtended' }>).data;
  return { from, ground, paper };
}
