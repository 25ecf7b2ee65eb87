/** The store: one SQLite file, its writer, its readers, and who is told when something was committed. */
import type { DatabaseSync } from 'node:sqlite';
import type { Expected } from '../protocol/batch-append.codec';
import { encodeRecordedEvent, recordedEventBound, type ProposedEvent } from '../protocol/recorded-event.codec';
import { MAX_REVISION } from '../protocol/wire';
import { decideAppend } from './append-rules';
import { Catalog, isMetastream, METADATA_TYPE, metastreamOf, TOMBSTONE_TYPE, type StreamState } from './catalog';
import { CHAIN_SIZE, chainOfJoined } from './chain';
import { Disk } from './disk';
import { openForWriting, storePaths, takeLock, type StorePaths } from './database';
import { checkEnd } from './end-of-log';
import { Reader } from './reader';
import { RecentIds } from './recent-ids';
import { parseStreamMetadata, SOFT_DELETE_METADATA, withTruncateBefore, type StreamMetadata } from './stream-metadata';
import { Tail, type StoredRecord } from './tail';
import { Writer } from './writer';

/** What became of an append, delete or tombstone. */
export type WriteResult =
  { kind: 'ok'; revision: number; position: number } | { kind: 'wrong-version'; current: number } | { kind: 'deleted' };

/** Adds records that belong to a record, in its transaction (links). */
export type RecordHook = (record: StoredRecord, state: StreamState, event: ProposedEvent) => void;

const NO_BYTES = new Uint8Array(0);

/** A record that is written and not durable yet, with what it changes for readers. */
interface Pending {
  record: StoredRecord;
  state: StreamState;
  /** The stream whose metadata it is, and that metadata. */
  described: { state: StreamState; metadata: StreamMetadata } | null;
}

export class Store {
  readonly paths: StorePaths;
  readonly db: DatabaseSync;
  readonly catalog: Catalog;
  /** Sees what is durable. */
  readonly reader: Reader;
  /** Sees everything written, for work inside transactions. */
  readonly written: Reader;
  readonly tail = new Tail();
  readonly writer: Writer;
  /** Called for every ordinary record inside its transaction. */
  onRecord: RecordHook | null = null;
  private readonly lock: DatabaseSync;
  private readonly recent = new RecentIds();
  private readonly listeners = new Set<(records: readonly StoredRecord[]) => void>();
  private readonly insert;
  private readonly saveHead;
  private readonly markEvidence;
  private scratch = Buffer.allocUnsafe(1 << 16);
  private chain: Buffer;
  private next: number;
  private clock: number;
  private committed: number;
  private pending: Pending[] = [];

  /**
   * Opens the store and takes the exclusive lock on it. Throws `StoreRefused` with the way out.
   * @param fatal called when a commit fails; must end the process
   * @param now the clock, milliseconds since 1970
   */
  constructor(
    dataDir: string,
    fatal: (error: Error) => never,
    private readonly now: () => number = Date.now,
  ) {
    this.paths = storePaths(dataDir);
    this.lock = takeLock(this.paths);
    try {
      this.db = openForWriting(this.paths.database);
    } catch (error) {
      this.lock.close();
      throw error;
    }
    this.catalog = new Catalog(this.db);
    this.reader = new Reader(this.db, () => this.committed);
    this.written = new Reader(this.db, () => Number.MAX_SAFE_INTEGER);
    this.insert = this.db.prepare(
      'INSERT INTO records (pos, stream, rev, type, ts, chain, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.saveHead = this.db.prepare('UPDATE head SET pos = ?, chain = ?, clock = ?');
    this.markEvidence = this.db.prepare('INSERT OR IGNORE INTO evidence (stream, marked) VALUES (?, ?)');
    const head = this.db.prepare('SELECT pos, chain, clock FROM head').get() as {
      pos: number;
      chain: Uint8Array;
      clock: number;
    };
    this.chain = Buffer.from(head.chain);
    this.committed = head.pos;
    this.next = head.pos + 1;
    this.clock = head.clock;
    checkEnd(this.db, head);
    this.recent.load(this.db, head.pos);
    this.writer = new Writer(this.db, new Disk(this.paths.database), () => this.seal(), fatal);
  }

  /** Position of the last durable record, 0 when the store is empty. */
  get head(): number {
    return this.committed;
  }

  /** Position of the last record written, also inside a transaction. */
  get lastPosition(): number {
    return this.next - 1;
  }

  /** Calls back with the records of every commit once they are durable, in order. Returns how to stop. */
  subscribe(listener: (records: readonly StoredRecord[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Queues an append; `reply` is called exactly once, when it is durable. */
  append(
    stream: string,
    expected: Expected,
    events: readonly ProposedEvent[],
    reply: (result: WriteResult) => void,
  ): void {
    let result: WriteResult;
    let size = 64;
    for (const event of events) size += event.data.length + event.metadata.length + 256;
    this.writer.enqueue({
      size,
      apply: () => (result = this.applyAppend(stream, expected, events)),
      done: () => reply(result),
    });
  }

  /** Queues a soft delete: everything so far becomes invisible, the name stays usable. */
  delete(stream: string, expected: Expected, reply: (result: WriteResult) => void): void {
    let result: WriteResult;
    this.writer.enqueue({
      size: 512,
      apply: () => (result = this.applyDelete(stream, expected)),
      done: () => reply(result),
    });
  }

  /** Queues a tombstone: the name is unusable for ever. */
  tombstone(stream: string, expected: Expected, reply: (result: WriteResult) => void): void {
    let result: WriteResult;
    this.writer.enqueue({
      size: 512,
      apply: () => (result = this.applyTombstone(stream, expected)),
      done: () => reply(result),
    });
  }

  /** Queues any other change (projections, scavenge); `done` runs when it is durable. */
  transact(apply: () => void, done: () => void): void {
    this.writer.enqueue({ size: 512, apply, done });
  }

  private decide(state: StreamState, expected: Expected, ids: readonly string[]): ReturnType<typeof decideAppend> {
    return decideAppend(
      this.catalog,
      this.recent,
      (stream, revision) => this.written.idOf(stream, revision),
      state,
      expected,
      ids,
    );
  }

  private applyAppend(stream: string, expected: Expected, events: readonly ProposedEvent[]): WriteResult {
    const state = this.catalog.stream(stream);
    const decision = this.decide(
      state,
      expected,
      events.map((event) => event.id),
    );
    if (decision.kind === 'same') return { kind: 'ok', revision: decision.revision, position: decision.position };
    if (decision.kind !== 'write') return decision;
    if (events.length === 0) return { kind: 'ok', revision: state.lastRevision, position: state.lastPosition };
    if (decision.undelete) this.undelete(state);
    for (const event of events) this.write(state, event);
    return { kind: 'ok', revision: state.lastRevision, position: state.lastPosition };
  }

  /** A write to a soft-deleted stream makes it begin anew where it ended. */
  private undelete(state: StreamState): void {
    const raw = this.catalog.rawMetadata(state.name) ?? NO_BYTES;
    this.write(
      this.catalog.stream(metastreamOf(state.name)),
      systemEvent('$metadata', withTruncateBefore(raw, state.lastRevision + 1)),
    );
  }

  private applyDelete(stream: string, expected: Expected): WriteResult {
    const state = this.catalog.stream(stream);
    if (state.lastRevision < 0 && !state.tombstoned) return { kind: 'wrong-version', current: -1 };
    const event = systemEvent('$metadata', Buffer.from(SOFT_DELETE_METADATA));
    const decision = this.decide(state, expected, [event.id]);
    if (decision.kind === 'wrong-version' || decision.kind === 'deleted') return decision;
    const record = this.write(this.catalog.stream(metastreamOf(stream)), event);
    return { kind: 'ok', revision: record.rev, position: record.pos };
  }

  private applyTombstone(stream: string, expected: Expected): WriteResult {
    const state = this.catalog.stream(stream);
    const event = systemEvent('$streamDeleted', NO_BYTES);
    const decision = this.decide(state, expected, [event.id]);
    if (decision.kind === 'wrong-version' || decision.kind === 'deleted') return decision;
    const record = this.write(state, event, MAX_REVISION);
    return { kind: 'ok', revision: record.rev, position: record.pos };
  }

  /** Writes one record inside the running transaction, with everything that hangs on it. */
  write(state: StreamState, event: ProposedEvent, revision = state.lastRevision + 1): StoredRecord {
    // The clock of the log never goes back, whatever the machine's does: $maxAge and order of times stay sane.
    this.clock = Math.max(this.clock, this.now());
    const described = isMetastream(state.name) ? this.catalog.beforeMetadata(state.name) : null;
    const stream = this.catalog.ensureStream(state);
    const position = this.next++;
    const bound = CHAIN_SIZE + recordedEventBound(event, state.field);
    if (this.scratch.length < bound) this.scratch = Buffer.allocUnsafe(bound * 2);
    this.chain.copy(this.scratch, 0);
    const end = encodeRecordedEvent(this.scratch, CHAIN_SIZE, event, state.field, revision, position, this.clock);
    this.chain = chainOfJoined(this.scratch.subarray(0, end));
    const bytes = Buffer.from(this.scratch.subarray(CHAIN_SIZE, end));
    const type = this.catalog.typeId(event.type);
    this.insert.run(position, stream, revision, type, this.clock, this.chain, bytes);
    const record: StoredRecord = { pos: position, stream, rev: revision, type, ts: this.clock, bytes };
    if (type === TOMBSTONE_TYPE && revision === MAX_REVISION) state.tombstoned = true;
    else state.lastRevision = revision;
    state.lastPosition = position;
    this.recent.add(event.id, { stream, rev: revision, pos: position });
    this.pending.push({ record, state, described: described && this.describe(described, type, event.data) });
    this.onRecord?.(record, state, event);
    return record;
  }

  /** The stream `state` has other metadata from here on: for the writer at once, for readers when it is durable. */
  private describe(state: StreamState, type: number, data: Uint8Array): Pending['described'] {
    const metadata = parseStreamMetadata(data);
    if (type === METADATA_TYPE && metadata.evidence) this.markEvidence.run(state.name, this.clock);
    state.metadata = metadata;
    return { state, metadata };
  }

  /** Ends a transaction: writes where the log ends, and answers how to tell everybody once that is durable. */
  private seal(): () => void {
    const end = this.next - 1;
    this.saveHead.run(end, this.chain, this.clock);
    const { pending } = this;
    this.pending = [];
    return () => {
      this.committed = end;
      if (pending.length === 0) return;
      for (const one of pending) becomesDurable(one);
      const records = pending.map((one) => one.record);
      this.tail.push(records);
      for (const listener of this.listeners) listener(records);
    };
  }

  /** Writes what is queued, moves the write-ahead log into the file and gives the store free. */
  close(): void {
    this.writer.close();
    this.db.close();
    this.lock.close();
  }
}

function becomesDurable({ record, state, described }: Pending): void {
  if (state.tombstoned && record.rev === MAX_REVISION) state.durable.tombstoned = true;
  else state.durable.lastRevision = record.rev;
  if (described) described.state.durable.metadata = described.metadata;
}

/** An event the node writes itself. */
export function systemEvent(
  type: string,
  data: Uint8Array,
  json = true,
  metadata: Uint8Array = NO_BYTES,
): ProposedEvent {
  return { id: crypto.randomUUID(), type, json, metadata, data };
}
