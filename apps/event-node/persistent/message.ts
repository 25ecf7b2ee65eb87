/** A message of a persistent subscription group: one record on its way to being processed. */
import { decodeRecordedEvent, idOf } from '../protocol/recorded-event.codec';
import type { StoredRecord } from '../store/tail';

export interface Message {
  /** The record read: the link when the group resolves links. Its id is what consumers answer with. */
  readonly record: StoredRecord;
  /** What the link leads to, null when the record is no link. */
  readonly target: StoredRecord | null;
  /** Order within the group: revision or position; −1 for a message replayed from the parked ones. */
  readonly seq: number;
  readonly id: string;
  retries: number;
}

export function newMessage(record: StoredRecord, target: StoredRecord | null, seq: number): Message {
  return { record, target, seq, id: idOf(record.bytes), retries: 0 };
}

/** The event itself, whatever led to it. */
export function eventOf(message: Message): StoredRecord {
  return message.target ?? message.record;
}

/** The value by which the correlation strategy pins: `$correlationId`, else the stream. */
export function correlationOf(message: Message): string {
  const event = decodeRecordedEvent(eventOf(message).bytes);
  try {
    const id = (JSON.parse(Buffer.from(event.metadata).toString('utf8')) as Record<string, unknown> | null)?.[
      '$correlationId'
    ];
    return typeof id === 'string' ? id : event.stream;
  } catch {
    return event.stream;
  }
}
