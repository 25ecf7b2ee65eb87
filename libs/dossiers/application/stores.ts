import { AggregateStore, EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { Inject, Injectable } from '@nestjs/common';
import {
  caseCodesDefinition,
  dossierDefinition,
  suspensionDefinition,
  type AllocateCaseCode,
  type CaseCodeAllocated,
  type CaseCodes,
  type DossierCommand,
  type DossierEvent,
  type DossierState,
  type SuspensionCommand,
  type SuspensionEvent,
  type Suspensions,
} from '../domain';

/** Dossiers; one instance per program. */
@Injectable()
export class DossierStore extends AggregateStore<DossierState, DossierCommand, DossierEvent> {
  constructor(@Inject(EVENT_STORE) store: EventStore) {
    super(store, dossierDefinition);
  }
}

/** Case codes by office and day; one instance per program. */
@Injectable()
export class CaseCodeStore extends AggregateStore<CaseCodes, AllocateCaseCode, CaseCodeAllocated> {
  constructor(@Inject(EVENT_STORE) store: EventStore) {
    super(store, caseCodesDefinition);
  }
}

/** Suspensions of limits by province; one instance per program. */
@Injectable()
export class SuspensionStore extends AggregateStore<Suspensions, SuspensionCommand, SuspensionEvent> {
  constructor(@Inject(EVENT_STORE) store: EventStore) {
    super(store, suspensionDefinition);
  }
}
