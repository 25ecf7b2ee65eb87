import type { Instant, Position, Recorded } from '@hoptac/kernel';

/** What the event store's adapter tells of an event that it found but could not read (not JSON, unknown version): where it stands. */
interface UnreadableEvent extends Error {
  readonly name: 'UnreadableEvent';
  readonly id: string;
  readonly eventType: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
}

/** The event without its data when the error names one, so that a processor can stop at it and an administrator park it. */
export function unreadableEvent(error: unknown): Recorded | undefined {
  if (!isUnreadable(error)) return undefined;
  const nowhere = '1970-01-01T00:00:00Z' as Instant;
  return {
    id: error.id,
    stream: error.stream,
    revision: error.revision,
    position: error.position,
    recordedAt: nowhere,
    event: { type: error.eventType, data: {} },
    metadata: {
      schemaVersion: 0,
      occurredAt: nowhere,
      recordedBy: { personId: 'system:unknown', role: 'system' },
      correlationId: '',
      causationId: '',
      commandId: '',
    },
  };
}

const isUnreadable = (error: unknown): error is UnreadableEvent =>
  error instanceof Error && error.name === 'UnreadableEvent' && 'position' in error && 'stream' in error;
