import { AggregateStore, EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { Inject, Injectable } from '@nestjs/common';
import {
  correspondenceDefinition,
  type CorrespondenceCommand,
  type CorrespondenceEvent,
  type CorrespondenceState,
} from '../domain';

/** What each case owes its applicant; one instance per program. */
@Injectable()
export class CorrespondenceStore extends AggregateStore<
  CorrespondenceState,
  CorrespondenceCommand,
  CorrespondenceEvent
> {
  constructor(@Inject(EVENT_STORE) store: EventStore) {
    super(store, correspondenceDefinition);
  }
}
