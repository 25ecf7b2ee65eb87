import type { DossierEvent, DossierState } from '@hoptac/dossiers';
import { dossierDecider, isFiled, type FiledDossier } from '@hoptac/dossiers';
import { EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { fold, type Recorded } from '@hoptac/kernel';
import { Inject, Injectable } from '@nestjs/common';

/** A dossier as it stood after one of its facts. */
export interface DossierAsOf {
  /** The fact itself. */
  readonly fact: Recorded<DossierEvent>;
  /** Every fact up to it, it included. */
  readonly facts: readonly Recorded<DossierEvent>[];
  readonly state: FiledDossier;
}

/** Dossiers as of a revision: what a paper says never changes with what came later. */
@Injectable()
export class DossierHistory {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** The dossier as it stands now; undefined when there is none. @throws StoreUnavailable. */
  async latest(caseId: string): Promise<DossierAsOf | undefined> {
    const { events, lastRevision } = await this.store.readStream(`dossier-${caseId}`);
    return lastRevision < 0 ? undefined : foldedTo(caseId, events, lastRevision);
  }

  /** @throws Error when the stream does not reach the revision; StoreUnavailable. */
  async asOf(caseId: string, revision: number): Promise<DossierAsOf> {
    const { events } = await this.store.readStream(`dossier-${caseId}`);
    return foldedTo(caseId, events, revision);
  }
}

function foldedTo(caseId: string, events: readonly Recorded[], revision: number): DossierAsOf {
  const facts = events.slice(0, revision + 1) as readonly Recorded<DossierEvent>[];
  const fact = facts.at(-1);
  const state: DossierState = fold(
    dossierDecider,
    facts.map(({ event }) => event),
  );
  if (fact?.revision !== revision || !isFiled(state))
    throw new Error(`dossier-${caseId} has no revision ${String(revision)}`);
  return { fact, facts, state };
}
