import type { Recorded } from '@hoptac/kernel';
import type { CaseFact } from '../case-workflow.types';

/** A recorded event as workflows take it: without ids and metadata, which no rule needs. */
export function caseFact(recorded: Recorded): CaseFact {
  return {
    revision: recorded.revision,
    type: recorded.event.type,
    data: recorded.event.data as Readonly<Record<string, unknown>>,
    position: recorded.position.commit.toString(),
    occurredAt: recorded.metadata.occurredAt,
  };
}
