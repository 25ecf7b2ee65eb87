import { AggregateStore, EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { Inject, Injectable } from '@nestjs/common';
import {
  draftContentDefinition,
  draftDefinition,
  type DraftCommand,
  type DraftContentCommand,
  type DraftContentEvent,
  type DraftContentState,
  type DraftEvent,
  type DraftState,
} from '../../domain';

/** Lives of drafts; one instance per program. */
@Injectable()
export class DraftStore extends AggregateStore<DraftState, DraftCommand, DraftEvent> {
  constructor(@Inject(EVENT_STORE) store: EventStore) {
    super(store, draftDefinition, { cacheLimit: 5_000 });
  }
}

/** Contents of drafts, sealed; one instance per program. A folded content is large, so few are remembered. */
@Injectable()
export class DraftContentStore extends AggregateStore<DraftContentState, DraftContentCommand, DraftContentEvent> {
  constructor(@Inject(EVENT_STORE) store: EventStore) {
    super(store, draftContentDefinition, { cacheLimit: 500 });
  }
}
