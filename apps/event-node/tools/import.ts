/**
 * Import through the official client, into a node of ours or a cluster, with the same event ids. Every append names its
 * exact revision, so an import that broke off is simply run again: what is there already is recognised.
 */
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { EventStoreDBClient, NO_STREAM, type EventData } from '@eventstore/db-client';
import type { ExportedEvent, ExportHeader } from './export';

/** What an import did. */
export interface ImportResult {
  events: number;
  streams: number;
  tombstones: number;
  /** Streams that began after revision 0 in the export (older events had been scavenged): their revisions begin at 0 here. */
  renumbered: string[];
}

const MAX_EVENTS = 200;
const MAX_BYTES = 512 * 1024;
/** Appends under way at a time; they go over one call, so they arrive in order. */
const UNDERWAY = 32;
/** Milliseconds an append may take. */
const DEADLINE = 60_000;

interface Batch {
  stream: string;
  first: number;
  events: EventData[];
  bytes: number;
}

function bytesOf(value: unknown, base64: string | undefined): Uint8Array {
  if (base64 !== undefined) return Buffer.from(base64, 'base64');
  return value === undefined ? new Uint8Array(0) : Buffer.from(JSON.stringify(value));
}

/** An event for the client. Content that is no plain JSON goes as bytes, since the client would write it differently. */
function eventData(line: ExportedEvent): EventData {
  const plain = line.json && line.dataBase64 === undefined && line.data !== undefined;
  return {
    id: line.id,
    type: line.type,
    contentType: plain ? 'application/json' : 'application/octet-stream',
    data: plain ? line.data : Uint8Array.from(bytesOf(line.data, line.dataBase64)),
    ...(line.metadata === undefined && line.metadataBase64 === undefined
      ? {}
      : {
          metadata:
            line.metadataBase64 === undefined
              ? line.metadata
              : Uint8Array.from(bytesOf(undefined, line.metadataBase64)),
        }),
  } as EventData;
}

/** The official client's errors often have no message, only a class. */
function described(what: string, error: Error): Error {
  return new Error(`${what}: ${error.constructor.name} ${error.message}`, { cause: error });
}

/** Reads an export and appends it. Throws at the first append that is refused. */
export async function importEvents(
  input: Readable,
  url: string,
  progress: (events: number) => void = () => undefined,
): Promise<ImportResult> {
  const client = EventStoreDBClient.connectionString(url);
  const result: ImportResult = { events: 0, streams: 0, tombstones: 0, renumbered: [] };
  const next = new Map<string, number>();
  const underway = new Set<Promise<unknown>>();
  /** Streams found deleted for ever: allowed when the export ends them too (the import runs a second time). */
  const gone = new Set<string>();
  let failed: Error | null = null;
  let opening = true;
  let batch: Batch | null = null;

  const send = async (what: string, run: () => Promise<unknown>): Promise<void> => {
    if (failed) throw failed;
    const sent = run()
      .catch((error: unknown) => (failed ??= described(what, error as Error)))
      .finally(() => underway.delete(sent));
    underway.add(sent);
    // The first append opens the call; those that came meanwhile could overtake it.
    if (opening) await sent;
    opening = false;
    if (underway.size >= UNDERWAY) await Promise.race(underway);
  };
  const append = async (full: Batch, expectedRevision: bigint | typeof NO_STREAM): Promise<void> => {
    try {
      await client.appendToStream(full.stream, full.events, { expectedRevision, deadline: DEADLINE });
    } catch (error) {
      if ((error as { type?: string }).type !== 'stream-deleted') throw error;
      gone.add(full.stream);
    }
  };
  const flush = async (): Promise<void> => {
    const full = batch;
    batch = null;
    if (!full) return;
    const expectedRevision = full.first === 0 ? NO_STREAM : BigInt(full.first - 1);
    await send(`${full.stream} from revision ${full.first}`, () => append(full, expectedRevision));
  };
  const settle = async (): Promise<void> => {
    await flush();
    await Promise.all(underway);
    if (failed) throw failed;
  };

  try {
    let header: ExportHeader | null = null;
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      if (text === '') continue;
      if (!header) {
        header = JSON.parse(text) as ExportHeader;
        if (header.format !== 'hoptac-events' || header.version !== 1)
          throw new Error('this is no export of an event node (first line)');
        continue;
      }
      const line = JSON.parse(text) as ExportedEvent;
      if (line.revision === null) {
        await settle();
        await client.tombstoneStream(line.stream, { deadline: DEADLINE }).catch((error: unknown) => {
          if ((error as { type?: string }).type !== 'stream-deleted') throw error;
        });
        gone.delete(line.stream);
        result.tombstones++;
        continue;
      }
      const revision = next.get(line.stream) ?? 0;
      if (revision === 0) {
        result.streams++;
        if (line.revision > 0) result.renumbered.push(line.stream);
      }
      next.set(line.stream, revision + 1);
      const size = text.length;
      if (
        batch &&
        (batch.stream !== line.stream || batch.events.length >= MAX_EVENTS || batch.bytes + size > MAX_BYTES)
      )
        await flush();
      batch ??= { stream: line.stream, first: revision, events: [], bytes: 0 };
      batch.events.push(eventData(line));
      batch.bytes += size;
      if (++result.events % 10_000 === 0) progress(result.events);
    }
    await settle();
    const [lost] = gone;
    if (lost !== undefined)
      throw new Error(`${lost} was deleted for ever in the store that imports, but not in the export`);
    return result;
  } finally {
    await Promise.allSettled(underway);
    await client.dispose();
  }
}
