/**
 * Export: one JSON object per line, in the order of the log (docs/event-node.md, "Export"). Only what people wrote:
 * events, metadata of their streams, tombstones. Links of the system projections and the books of persistent
 * subscriptions are made anew by the node or cluster that imports.
 */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { DatabaseSync } from 'node:sqlite';
import { decodeRecordedEvent } from '../protocol/recorded-event.codec';
import { MAX_REVISION } from '../protocol/wire';
import { isMetastream, originalOf } from '../store/catalog';

/** A line of an export. */
export interface ExportedEvent {
  position: number;
  stream: string;
  /** Null for a tombstone. */
  revision: number | null;
  id: string;
  type: string;
  json: boolean;
  /** ISO instant with Z. */
  created: string;
  /** The JSON value, when writing it again gives the same bytes. */
  data?: unknown;
  metadata?: unknown;
  /** Otherwise the bytes. */
  dataBase64?: string;
  metadataBase64?: string;
}

/** First line of an export. */
export interface ExportHeader {
  /** Always `hoptac-events`. */
  format: string;
  /** 1. */
  version: number;
  /** Position of the store when it was exported. */
  head: number;
}

function put(line: ExportedEvent, name: 'data' | 'metadata', bytes: Uint8Array): void {
  if (bytes.length === 0) return;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    if (JSON.stringify(value) === text) {
      line[name] = value;
      return;
    }
  } catch {
    // No JSON: kept as bytes.
  }
  line[`${name}Base64`] = Buffer.from(bytes).toString('base64');
}

/** The stream whose owner wrote a record: the original of a metastream. */
function isPeoples(stream: string): boolean {
  return !(isMetastream(stream) ? originalOf(stream) : stream).startsWith('$');
}

/** Writes the export. Returns the number of events. */
export async function exportStore(db: DatabaseSync, out: Writable, after = 0): Promise<number> {
  db.exec('BEGIN');
  try {
    const head = (db.prepare('SELECT pos FROM head').get() as { pos: number }).pos;
    const header: ExportHeader = { format: 'hoptac-events', version: 1, head };
    out.write(`${JSON.stringify(header)}\n`);
    let count = 0;
    for (const row of db.prepare('SELECT bytes FROM records WHERE pos > ? ORDER BY pos').iterate(after) as Iterable<{
      bytes: Uint8Array;
    }>) {
      const event = decodeRecordedEvent(row.bytes);
      if (!isPeoples(event.stream)) continue;
      const line: ExportedEvent = {
        position: event.position,
        stream: event.stream,
        revision: event.revision === MAX_REVISION ? null : event.revision,
        id: event.id,
        type: event.type,
        json: event.contentType === 'application/json',
        created: new Date(event.created).toISOString(),
      };
      put(line, 'data', event.data);
      put(line, 'metadata', event.metadata);
      count++;
      if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
    }
    return count;
  } finally {
    db.exec('ROLLBACK');
  }
}
