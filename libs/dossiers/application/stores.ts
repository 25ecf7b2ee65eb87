import { AggregateStore, EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { Inject, Injectable } from '@nestjs/common';
import {
  caseCodesDefinition,
  dossierDefinition,
  type AllocateCaseCode,
  type CaseCodeAllocated,
  type CaseCodes,
  type DossierCommand,
  type DossierEvent,
  type DossierState,
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
