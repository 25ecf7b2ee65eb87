/** Catch-up subscriptions: cursors that never end. No gap and no duplicate, since they only ever ask "what is after". */
import { invalidArgument, streamDeleted } from '../protocol/errors';
import { CAUGHT_UP, encodeCheckpoint } from '../protocol/read-response.codec';
import type { StoredRecord } from '../store/tail';
import { visibleWindow } from '../store/visibility';
import { sendRecord, type EventWriter, type Source } from './cursor';
import type { Filter } from './filter';
import type { From } from './read-request';
import { SCAN } from './read-sources';

/** Records per portion; small enough to give way to appends. */
const PORTION = 128;

/**
 * Says "caught up" each time the live end is reached after having been behind. A subscription counts as behind when it
 * was full for longer than one portion, not for each event that arrives while it is live.
 */
class LiveEdge {
  private live = false;

  constructor(private readonly to: EventWriter) {}

  /** A whole portion was read and more is waiting. */
  behind(): void {
    this.live = false;
  }

  /** Nothing more to read. Returns true the moment the end is reached. */
  reached(): boolean {
    if (this.live) return false;
    this.live = true;
    return true;
  }

  say(): void {
    this.to.sink.write(CAUGHT_UP);
  }
}

/** Follows one stream, from a revision exclusive. */
export class StreamSubscription implements Source {
  private last: number;
  private readonly edge: LiveEdge;

  constructor(
    private readonly to: EventWriter,
    private readonly stream: string,
    from: From,
  ) {
    const state = to.store.catalog.stream(stream);
    if (state.durable.tombstoned) throw streamDeleted(stream);
    this.last = from === 'start' ? -1 : from === 'end' ? state.durable.lastRevision : from;
    this.edge = new LiveEdge(to);
  }

  step(): 'more' | 'idle' {
    const { store } = this.to;
    const state = store.catalog.stream(this.stream);
    const visible = visibleWindow(store.catalog, state, Date.now());
    if (visible.kind === 'deleted') throw streamDeleted(this.stream);
    const { lastRevision } = state.durable;
    if (visible.kind === 'window' && lastRevision > this.last) {
      const next = Math.max(this.last + 1, visible.window.first);
      const records = store.reader.forward(state.id, next, PORTION);
      for (const record of records) {
        this.last = record.rev;
        if (record.ts >= visible.window.notBefore) sendRecord(this.to, record);
      }
      if (records.length > 0 && this.last < lastRevision) {
        this.edge.behind();
        return 'more';
      }
    }
    if (this.edge.reached()) this.edge.say();
    return 'idle';
  }
}

/** Follows $all, from a position exclusive, with or without a filter. */
export class AllSubscription implements Source {
  private cursor: number;
  private considered = 0;
  private readonly edge: LiveEdge;

  constructor(
    private readonly to: EventWriter,
    from: From,
    private readonly filter: Filter | null,
    private readonly checkpointEvery: number,
  ) {
    this.cursor = from === 'start' ? 0 : from === 'end' ? to.store.head : from;
    // Waiting there would silently pass over everything written until then; a store restored from a backup ends earlier.
    if (this.cursor > to.store.head)
      throw invalidArgument(
        `position ${this.cursor} lies beyond the end of the log (${to.store.head}); was the store restored from an older backup?`,
      );
    this.edge = new LiveEdge(to);
  }

  step(): 'more' | 'idle' {
    const { store } = this.to;
    const recent = store.tail.after(this.cursor, this.filter ? SCAN : PORTION);
    if (recent) for (const record of recent) this.consider(record, record);
    else if (this.filter) this.scan();
    else for (const record of store.reader.after(this.cursor, PORTION)) this.consider(record, record);
    if (this.cursor < store.head && !this.atHole()) {
      this.edge.behind();
      return 'more';
    }
    if (this.edge.reached()) {
      if (this.filter) this.checkpoint(Math.max(this.cursor, 0));
      this.edge.say();
    }
    return 'idle';
  }

  /** The last records of the log may have been scavenged: then nothing follows though the head lies further on. */
  private atHole(): boolean {
    const { store } = this.to;
    if (store.reader.keys(this.cursor, 1, false).length > 0) return false;
    this.cursor = store.head;
    return true;
  }

  private scan(): void {
    const { reader } = this.to.store;
    let sent = 0;
    for (const key of reader.keys(this.cursor, SCAN, false)) {
      if (this.filter?.matches(key)) {
        const record = reader.at(key.pos);
        this.consider(key, record);
        if (++sent >= PORTION) return;
      } else this.consider(key, null);
    }
  }

  private consider(key: { pos: number; stream: number; type: number }, record: StoredRecord | null): void {
    this.cursor = key.pos;
    if (!this.filter) {
      if (record) sendRecord(this.to, record);
      return;
    }
    if (record && this.filter.matches(key)) sendRecord(this.to, record);
    if (++this.considered >= this.checkpointEvery) this.checkpoint(key.pos);
  }

  private checkpoint(position: number): void {
    this.considered = 0;
    this.to.sink.write(encodeCheckpoint(position));
  }
}
