/** Finite reads: of a stream and of $all, both directions. */
import {
  encodeFirstStreamPosition,
  encodeLastStreamPosition,
  encodeStreamNotFound,
} from '../protocol/read-response.codec';
import { streamDeleted } from '../protocol/errors';
import { visibleWindow } from '../store/visibility';
import type { StoredRecord } from '../store/tail';
import { MAX_REVISION } from '../protocol/wire';
import { sendRecord, type EventWriter, type Source } from './cursor';
import type { Filter } from './filter';
import type { From } from './read-request';

/** Records per portion of a read. */
const PORTION = 256;
/** Records looked at per portion when a filter lets little through. */
export const SCAN = 4096;

/** Events EventStoreDB reads at once: it says where a stream begins when the first so many asked for lie before that. */
const FIRST_PAGE = 32;

/**
 * Reads a stream. Throws `stream-deleted` for a tombstoned one; says "not found" in the stream of answers for a missing
 * one. Clients that understand it are told where the stream begins, when they asked for what lies outside, and ends.
 */
export class StreamRead implements Source {
  private next: number;
  private left: number;
  private readonly stopAt: number;
  private readonly notBefore: number;
  private readonly id: number;
  private readonly missing: boolean;
  private readonly lastRevision: number;
  private readonly positions: boolean;
  private readonly backwards: boolean;

  constructor(
    private readonly to: EventWriter,
    private readonly stream: string,
    request: { from: From; backwards: boolean; count: number | null; positions: boolean },
  ) {
    const { catalog } = to.store;
    const state = catalog.stream(stream);
    const visible = visibleWindow(catalog, state, Date.now());
    if (visible.kind === 'deleted') throw streamDeleted(stream);
    const { from, backwards } = request;
    this.missing = visible.kind === 'missing';
    const window = visible.kind === 'window' ? visible.window : { first: 0, notBefore: 0 };
    const { lastRevision } = state.durable;
    this.id = state.id;
    this.left = request.count ?? 0;
    this.notBefore = window.notBefore;
    this.lastRevision = lastRevision;
    this.positions = request.positions;
    this.backwards = backwards;
    if (backwards) {
      this.next = from === 'end' ? lastRevision : from === 'start' ? 0 : Math.min(from, lastRevision);
      this.stopAt = window.first;
    } else {
      // Reading forwards from the end is reading what is not there yet.
      const begin = from === 'end' ? lastRevision + 1 : from === 'start' ? 0 : from;
      this.next = Math.max(begin, window.first);
      this.stopAt = lastRevision;
      if (this.positions && !this.missing) this.sayFirst(begin, window.first);
    }
  }

  /** As EventStoreDB does: only when the first page asked for holds nothing. */
  private sayFirst(begin: number, first: number): void {
    if (begin + Math.min(FIRST_PAGE, this.left) - 1 < first) this.to.sink.write(encodeFirstStreamPosition(first));
    else if (begin > this.lastRevision + 1) this.to.sink.write(encodeFirstStreamPosition(this.lastRevision + 1));
  }

  step(): 'more' | 'end' {
    if (this.missing) {
      this.to.sink.write(encodeStreamNotFound(this.stream));
      return 'end';
    }
    const outcome = this.left === 0 ? 'end' : this.portion();
    if (outcome === 'end' && this.positions) this.to.sink.write(encodeLastStreamPosition(this.lastRevision));
    return outcome;
  }

  private portion(): 'more' | 'end' {
    const limit = Math.min(PORTION, this.left);
    const { reader } = this.to.store;
    const records = this.backwards
      ? reader.backward(this.id, this.next, limit)
      : reader.forward(this.id, this.next, limit);
    for (const record of records) {
      // What was appended after the read began is not part of it.
      if (this.backwards ? record.rev < this.stopAt : record.rev > this.stopAt) return 'end';
      this.next = this.backwards ? record.rev - 1 : record.rev + 1;
      if (record.ts < this.notBefore) {
        if (this.backwards) return 'end';
        continue;
      }
      sendRecord(this.to, record);
      this.left--;
    }
    return records.length === 0 || this.left === 0 ? 'end' : 'more';
  }
}

/** Reads $all; forwards from a position inclusive, backwards exclusive. */
export class AllRead implements Source {
  private cursor: number;
  private left: number;
  private readonly end: number;

  constructor(
    private readonly to: EventWriter,
    from: From,
    private readonly backwards: boolean,
    count: number,
    private readonly filter: Filter | null,
  ) {
    this.end = to.store.head;
    this.left = count;
    if (backwards) this.cursor = from === 'end' ? MAX_REVISION : from === 'start' ? 0 : from;
    else this.cursor = from === 'end' ? this.end : from === 'start' ? 0 : Math.max(0, from - 1);
  }

  step(): 'more' | 'end' {
    if (this.left === 0) return 'end';
    const { reader } = this.to.store;
    if (this.filter) return this.scan(this.filter);
    const limit = Math.min(PORTION, this.left);
    const records = this.backwards ? reader.before(this.cursor, limit) : reader.after(this.cursor, limit);
    for (const record of records) if (!this.send(record)) return 'end';
    return records.length === 0 || this.left === 0 ? 'end' : 'more';
  }

  private scan(filter: Filter): 'more' | 'end' {
    const { reader } = this.to.store;
    const keys = reader.keys(this.cursor, SCAN, this.backwards);
    let sent = 0;
    for (const key of keys) {
      this.cursor = key.pos;
      if (key.pos > this.end) return 'end';
      if (!filter.matches(key)) continue;
      const record = reader.at(key.pos);
      if (record && !this.send(record)) return 'end';
      if (this.left === 0) return 'end';
      if (++sent >= PORTION) return 'more';
    }
    return keys.length === 0 ? 'end' : 'more';
  }

  private send(record: StoredRecord): boolean {
    if (record.pos > this.end) return false;
    this.cursor = record.pos;
    sendRecord(this.to, record);
    this.left--;
    return true;
  }
}
