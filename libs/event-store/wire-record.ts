import type { RecordedEvent } from '@eventstore/db-client';
import type { Instant, Recorded } from '@hoptac/kernel';
import { readMetadata } from './event-metadata';
import type { EventSchemas } from './event-schemas';
import { UnreadableEvent } from './unreadable-event';
import type { WireRecord } from './wire-decoder';

/** A record of our own decoder → an event in the newest shape. @throws UnreadableEvent for what is not an event of ours, or of another release. */
export function fromWire(record: WireRecord, schemas: EventSchemas): Recorded {
  const { id, streamId: stream, revision, position, created, type } = record;
  const place = { id, stream, revision, position, recordedAt: created };
  const where = `${stream}@${String(revision)}`;
  try {
    if (!record.isJson) throw new Error(`${where} is not JSON`);
    return recorded(place, type, parse(record.data, where), parse(record.metadata, where), schemas);
  } catch (error) {
    throw new UnreadableEvent(place, type, error);
  }
}

/** The same of what the client hands over. @throws UnreadableEvent likewise. */
export function fromClient(event: RecordedEvent, schemas: EventSchemas): Recorded {
  const { id, streamId: stream, position, created, type, data, metadata } = event;
  if (position === undefined)
    throw new Error('The store does not tell positions; EventStoreDB 22.6 or newer is needed');
  const place = {
    id,
    stream,
    revision: Number(event.revision),
    position,
    recordedAt: created.toISOString() as Instant,
  };
  try {
    return recorded(place, type, data, metadata, schemas);
  } catch (error) {
    throw new UnreadableEvent(place, type, error);
  }
}

function recorded(
  place: Omit<Recorded, 'event' | 'metadata'>,
  type: string,
  data: unknown,
  stored: unknown,
  schemas: EventSchemas,
): Recorded {
  const where = `${place.stream}@${String(place.revision)}`;
  const metadata = readMetadata(stored, where);
  if (!isRecord(data)) throw new Error(`${where} is not a JSON record`);
  return { ...place, event: { type, data: schemas.upcast(type, metadata.schemaVersion, data) }, metadata };
}

function parse(bytes: Buffer, where: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch (cause) {
    throw new Error(`${where} is not JSON`, { cause });
  }
}

/** A plain JSON record; of the client's reads, text that is not JSON reaches us as a string, other content as bytes. */
function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data) && !(data instanceof Uint8Array);
}
