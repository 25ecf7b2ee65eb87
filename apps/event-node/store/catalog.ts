/**
 * Names and numbers: streams and event types are stored as small integers, and the state of recently used streams
 * (last revision, metadata) stays in memory, bounded. The store is the truth; everything here can be read from it again.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { dataOf, streamField } from '../protocol/recorded-event.codec';
import { MAX_REVISION } from '../protocol/wire';
import { METASTREAM_METADATA, NO_METADATA, parseStreamMetadata, type StreamMetadata } from './stream-metadata';
import { TwoGenerations } from './two-generations';

/** Fixed numbers of the types the node writes itself (see the schema). */
export const LINK_TYPE = 1;
export const METADATA_TYPE = 2;
export const TOMBSTONE_TYPE = 3;

const STREAMS_KEPT = 60_000;
const NAMES_KEPT = 200_000;
const TYPES_KEPT = 10_000;

/** What changes about a stream. */
export interface StreamFacts {
  /** Last revision, −1 while it has no event; kept at the last ordinary event when tombstoned. */
  lastRevision: number;
  tombstoned: boolean;
  /** Null until somebody asked; see `Catalog.metadata` and `Catalog.durableMetadata`. */
  metadata: StreamMetadata | null;
}

/** What is known of a stream, whether it exists or not; as written, for the writer's checks. */
export interface StreamState extends StreamFacts {
  readonly name: string;
  /** Number of the stream; 0 while it has no record. */
  id: number;
  /** Position of the last record, 0 when none. */
  lastPosition: number;
  /** Encoded stream identifier for new records. */
  readonly field: Buffer;
  /** What of it is durable: all that readers may know. */
  readonly durable: StreamFacts;
}

/** The stream that holds the metadata of another. */
export const metastreamOf = (name: string): string => `$$${name}`;
/** True for the names of metastreams. */
export const isMetastream = (name: string): boolean => name.startsWith('$$');
/** The stream a metastream belongs to. */
export const originalOf = (name: string): string => name.slice(2);

export class Catalog {
  private readonly states = new TwoGenerations<string, StreamState>(STREAMS_KEPT);
  private readonly names = new TwoGenerations<number, string>(NAMES_KEPT);
  private readonly typeIds = new TwoGenerations<string, number>(TYPES_KEPT);
  private readonly typeNames = new TwoGenerations<number, string>(TYPES_KEPT);
  private readonly findStream: StatementSync;
  private readonly findName: StatementSync;
  private readonly lastRecord: StatementSync;
  private readonly lastOrdinary: StatementSync;
  private readonly lastBytes: StatementSync;
  private readonly addStream: StatementSync;
  private readonly addType: StatementSync;
  private readonly findType: StatementSync;
  private readonly findTypeName: StatementSync;
  private readonly listTypes: StatementSync;

  constructor(db: DatabaseSync) {
    this.findStream = db.prepare('SELECT id FROM streams WHERE name = ?');
    this.findName = db.prepare('SELECT name FROM streams WHERE id = ?');
    this.lastRecord = db.prepare('SELECT rev, pos FROM records WHERE stream = ? ORDER BY rev DESC LIMIT 1');
    this.lastOrdinary = db.prepare(
      `SELECT rev FROM records WHERE stream = ? AND rev < ${MAX_REVISION} ORDER BY rev DESC LIMIT 1`,
    );
    this.lastBytes = db.prepare('SELECT bytes FROM records WHERE stream = ? ORDER BY rev DESC LIMIT 1');
    this.addStream = db.prepare('INSERT INTO streams (name) VALUES (?) RETURNING id');
    this.addType = db.prepare('INSERT INTO types (name) VALUES (?) RETURNING id');
    this.findType = db.prepare('SELECT id FROM types WHERE name = ?');
    this.findTypeName = db.prepare('SELECT name FROM types WHERE id = ?');
    this.listTypes = db.prepare('SELECT name FROM types WHERE name > ? ORDER BY name LIMIT ?');
  }

  /** The state of a stream by name; never null, a stream that does not exist has revision −1. */
  stream(name: string): StreamState {
    let state = this.states.get(name);
    if (!state) {
      state = this.load(name);
      this.states.set(name, state);
    }
    return state;
  }

  private load(name: string): StreamState {
    const state: StreamState = {
      name,
      id: 0,
      lastRevision: -1,
      lastPosition: 0,
      tombstoned: false,
      field: streamField(name),
      metadata: null,
      durable: { lastRevision: -1, tombstoned: false, metadata: null },
    };
    const found = this.findStream.get(name) as { id: number } | undefined;
    if (!found) return state;
    state.id = found.id;
    const last = this.lastRecord.get(found.id) as { rev: number; pos: number } | undefined;
    if (!last) return state;
    state.lastPosition = last.pos;
    state.tombstoned = last.rev === MAX_REVISION;
    state.lastRevision = state.tombstoned
      ? ((this.lastOrdinary.get(found.id) as { rev: number } | undefined)?.rev ?? -1)
      : last.rev;
    // What was written and is not durable yet is in the memory already, so what is read here is durable.
    state.durable.lastRevision = state.lastRevision;
    state.durable.tombstoned = state.tombstoned;
    return state;
  }

  /** Gives a stream its number, within the transaction that writes its first record. */
  ensureStream(state: StreamState): number {
    if (state.id === 0) {
      // A stream emptied by a scavenge keeps its row, so its number may exist though the state said otherwise.
      const found = this.findStream.get(state.name) as { id: number } | undefined;
      state.id = (found ?? (this.addStream.get(state.name) as { id: number })).id;
      this.names.set(state.id, state.name);
    }
    return state.id;
  }

  /** The metadata in force for a stream, as last written. */
  metadata(state: StreamState): StreamMetadata {
    return state.metadata ?? this.loadMetadata(state);
  }

  /** The metadata that readers go by. */
  durableMetadata(state: StreamState): StreamMetadata {
    return state.durable.metadata ?? this.loadMetadata(state);
  }

  /** Both begin alike; whoever writes metadata has them loaded before (`beforeMetadata`). */
  private loadMetadata(state: StreamState): StreamMetadata {
    const data = isMetastream(state.name) ? null : this.rawMetadata(state.name);
    const found = isMetastream(state.name) ? METASTREAM_METADATA : data ? parseStreamMetadata(data) : NO_METADATA;
    state.metadata = state.durable.metadata = found;
    return found;
  }

  /** The bytes of the last metadata event of a stream, null when there is none. */
  rawMetadata(name: string): Uint8Array | null {
    const meta = this.stream(metastreamOf(name));
    if (meta.lastRevision < 0) return null;
    const row = this.lastBytes.get(meta.id) as { bytes: Uint8Array } | undefined;
    return row ? dataOf(row.bytes) : null;
  }

  /** The stream a metastream speaks of, with the metadata in force so far; called before the metastream is written to. */
  beforeMetadata(metastream: string): StreamState {
    const state = this.stream(originalOf(metastream));
    this.metadata(state);
    return state;
  }

  /** Name of a stream by number; empty when there is no such stream. */
  nameOf(id: number): string {
    let name = this.names.get(id);
    if (name === undefined) {
      name = (this.findName.get(id) as { name: string } | undefined)?.name ?? '';
      this.names.set(id, name);
    }
    return name;
  }

  /** Number of an event type, created within the running transaction when it is new. */
  typeId(name: string): number {
    let id = this.typeIds.get(name);
    if (id === undefined) {
      id = ((this.findType.get(name) ?? this.addType.get(name)) as { id: number }).id;
      this.typeIds.set(name, id);
    }
    return id;
  }

  /** Name of an event type by number; empty when there is no such type. */
  typeName(id: number): string {
    let name = this.typeNames.get(id);
    if (name === undefined) {
      name = (this.findTypeName.get(id) as { name: string } | undefined)?.name ?? '';
      if (name !== '') this.typeNames.set(id, name);
    }
    return name;
  }

  /** Names of event types in order, behind `after`. */
  typesAfter(after: string, limit: number): string[] {
    return (this.listTypes.all(after, limit) as { name: string }[]).map((row) => row.name);
  }
}
