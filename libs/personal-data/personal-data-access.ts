import { AggregateStore, EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { type Actor, CLOCK, type Clock } from '@hoptac/kernel';
import { Inject, Injectable } from '@nestjs/common';
import {
  personalDataAccessDefinition,
  type PersonalDataAccesses,
  type PersonalDataViewed,
  type ViewPersonalData,
  type ViewedSubject,
  type ViewPurpose,
} from './domain/personal-data-access';
import { PersonVault } from './person-vault';
import type { JsonObject, Sealed } from './sealed-box';

/** One press of somebody who wants to see a person in clear. */
export interface View {
  readonly purpose: ViewPurpose;
  readonly page: string;
  readonly subject: ViewedSubject;
  readonly actor: Actor;
  readonly commandId: string;
  readonly ifRevision?: number;
  readonly traceparent?: string;
  readonly requestHash?: string;
}

/** Shows one person in clear, and leaves the fact that it did: first the fact, then the data. */
@Injectable()
export class PersonalDataAccess {
  private readonly store: AggregateStore<PersonalDataAccesses, ViewPersonalData, PersonalDataViewed>;

  constructor(
    private readonly vault: PersonVault,
    @Inject(EVENT_STORE) events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.store = new AggregateStore(events, personalDataAccessDefinition);
  }

  /** The record; null, and no fact, for a person who was erased. Sent twice with one command id it is one fact. @throws the errors of the event store. */
  async view(sealed: Sealed, { purpose, page, subject, actor, commandId, ...seen }: View): Promise<JsonObject | null> {
    const record = await this.vault.open(sealed);
    if (record === null) return null;
    const { personId } = sealed;
    await this.store.execute(
      personId,
      {
        type: 'ViewPersonalData',
        data: { personId, purpose, page, subject },
        metadata: { now: this.clock.now(), actor, commandId },
      },
      { correlationId: subject.id, ...seen },
    );
    return record;
  }
}
