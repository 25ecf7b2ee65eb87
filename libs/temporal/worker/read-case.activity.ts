import { EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { CASE_PAGE, type CaseFact, type CaseReading } from '../case-workflow.types';
import { caseFact } from '../cases/case-fact';

/** Closes a workflow's gap: reads the case's stream from a revision on. */
@Injectable()
export class CaseReadingActivities implements CaseReading {
  constructor(@Inject(EVENT_STORE) private readonly eventStore: EventStore) {}

  async readCase(request: {
    readonly category: string;
    readonly caseId: string;
    readonly fromRevision: number;
  }): Promise<readonly CaseFact[]> {
    const slice = await this.eventStore.readStream(`${request.category}-${request.caseId}`, request.fromRevision);
    return slice.events.slice(0, CASE_PAGE).map(caseFact);
  }
}

export const CASE_READING: readonly (keyof CaseReading)[] = ['readCase'];
