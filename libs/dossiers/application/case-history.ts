import { EVENT_STORE, streamName, type EventStore } from '@hoptac/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { dossierDefinition } from '../domain';
import { foldCase, type CaseRow } from '../read-models/case-page/case-page.projection';

/** A case as it stood earlier: its own stream folded up to there, the way the case page folds it. */
@Injectable()
export class CaseHistory {
  constructor(@Inject(EVENT_STORE) private readonly events: EventStore) {}

  /** Undefined when the case was not filed yet. @throws StoreUnavailable. */
  async at(dossierId: string, position: bigint): Promise<CaseRow | undefined> {
    const { events } = await this.events.readStream(streamName(dossierDefinition.category, dossierId));
    return events
      .filter((recorded) => recorded.position.commit <= position)
      .reduce<CaseRow | undefined>(foldCase, undefined);
  }
}
