import { AggregateStore, EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { Inject, Injectable } from '@nestjs/common';
import {
  organisationDefinition,
  organisationNameDefinition,
  type NameCommand,
  type NameState,
  type OrganisationCommand,
  type OrganisationEvent,
  type OrganisationNameEvent,
  type OrganisationState,
} from '../domain';

/** Organisations of the register; one instance per program. */
@Injectable()
export class OrganisationStore extends AggregateStore<OrganisationState, OrganisationCommand, OrganisationEvent> {
  constructor(@Inject(EVENT_STORE) store: EventStore) {
    super(store, organisationDefinition);
  }
}

/** Who holds which name; one instance per program. */
@Injectable()
export class OrganisationNameStore extends AggregateStore<NameState, NameCommand, OrganisationNameEvent> {
  constructor(@Inject(EVENT_STORE) store: EventStore) {
    super(store, organisationNameDefinition);
  }
}
