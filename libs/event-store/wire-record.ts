import type { AllStreamRecordedEvent, RecordedEvent } from '@eventstore/db-client';
import type { Instant, Position, Recorded } from '@hoptac/kernel';
import { readMetadata } from './event-metadata';
import type { EventSchemas } from './event-schemas';

/** An event as the client hands it over → as our rooms see it, in the newest shape. */
export function toRecorded(
  wire: RecordedEvent | AllStreamRecordedEvent,
  position: Position,
  schemas: EventSchemas,
): Recorded {
  const where = `${wire.streamId}@${String(wire.revision)}`;
  const metadata = readMetadata(wire.metadata, where);
  const data: unknown = wire.data;
  if (!isRecord(data)) throw new Error(`${where} is not a JSON record`);
  return {
    id: wire.id,
    stream: wire.streamId,
    revision: Number(wire.revision),
    position,
    recordedAt: wire.created.toISOString() as Instant,
    event: { type: wire.type, data: schemas.upcast(wire.type, metadata.schemaVersion, data) },
    metadata,
  };
}

/** A plain JSON record; text that is not JSON reaches us as a string, other content as bytes. */
function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data) && !(data instanceof Uint8Array);
}
