import { AggregateStore, EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { Inject, Injectable } from '@nestjs/common';
import {
  organisationCodeDefinition,
  organisationDefinition,
  organisationNameDefinition,
  type AssignCode,
  type CodeState,
  type NameCommand,
  type NameState,
  type OrganisationCodeAssigned,
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

/** Which organisation has which code; one instance per program. */
@Injectable()
export class OrganisationCodeStore extends AggregateStore<CodeState, AssignCode, OrganisationCodeAssigned> {
  constructor(@Inject(EVENT_STORE) store: EventStore) {
    super(store, organisationCodeDefinition);
  }
}
