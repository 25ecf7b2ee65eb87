import type { DayExplained } from '@hoptac/calendar';
import { EVENT_STORE, streamName, type EventStore } from '@hoptac/event-store';
import { fold, notAllowedNow, type Instant, type Recorded } from '@hoptac/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { dossierDecider, type DossierEvent, type DossierState, type DueDate } from '../domain';
import { dossierMustBeFiled } from '../domain/dossier.rules';
import { LegalTerms } from './legal-terms';

export interface DueDateExplanation {
  readonly due: DueDate;
  /** When the limit was given; the calendar is read as it was known then. */
  readonly givenAt: Instant;
  readonly days: readonly DayExplained[];
  /** False when the table itself has changed since: the date given stands all the same. */
  readonly sameCalendar: boolean;
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
    return { due, givenAt, days, sameCalendar: days.at(-1)?.date === due.dueOn };
  }
}

function runningLimit(state: DossierState): DueDate | undefined {
  if (state.status === 'AwaitingCorrection') return state.correctionDue;
  return state.status === 'UnderExamination' || state.status === 'AwaitingDecision' ? state.due : undefined;
}

/** True for the event that gave this very limit. */
function gives({ event }: Recorded, due: DueDate | undefined): boolean {
  const data = event.data as { readonly due?: DueDate };
  return (
    due !== undefined &&
    event.type !== 'DossierWithdrawalRequested' &&
    data.due?.dueAt === due.dueAt &&
    data.due.article === due.article
  );
}
