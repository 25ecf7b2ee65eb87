/**
 * The fixed system projections: links from `$ce-<category>`, `$et-<type>`, `$bc-<correlation>`, `$category-<category>` and
 * `$streams` to the events. When one is live its links are written in the transaction of their event, so they are never
 * late and never missing; on enabling, what is older is linked once in portions that give way to appends.
 */
import type { StatementSync } from 'node:sqlite';
import { decodeRecordedEvent, type ProposedEvent } from '../protocol/recorded-event.codec';
import { LINK_TYPE } from '../store/catalog';
import { systemEvent, type Store } from '../store/store';
import type { StoredRecord } from '../store/tail';
import { MAX_REVISION } from '../protocol/wire';

/** What a projection looks at. */
interface Seen {
  stream: string;
  revision: number;
  type: string;
  isLink: boolean;
  metadata: Uint8Array;
  data: Uint8Array;
}

/** Which stream a link to the event goes to, null for none. */
type Rule = (event: Seen) => string | null;

const category = (stream: string): string | null => {
  const dash = stream.indexOf('-');
  return dash > 0 ? stream.slice(0, dash) : null;
};

/** `$correlationId` of an event's metadata, when it has one. */
function correlation(metadata: Uint8Array): string | null {
  if (metadata.length === 0) return null;
  const text = Buffer.from(metadata.buffer, metadata.byteOffset, metadata.length).toString('utf8');
  // Looking before parsing: most events have none, and every append passes here.
  if (!text.includes('"$correlationId"')) return null;
  try {
    const id = (JSON.parse(text) as Record<string, unknown> | null)?.['$correlationId'];
    return typeof id === 'string' && id !== '' ? id : null;
  } catch {
    return null;
  }
}

const prefixed = (prefix: string, value: string | null): string | null => (value === null ? null : prefix + value);

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['$by_category', (event) => prefixed('$ce-', category(event.stream))],
  ['$by_event_type', (event) => (event.isLink ? null : `$et-${event.type}`)],
  ['$by_correlation_id', (event) => prefixed('$bc-', correlation(event.metadata))],
  ['$stream_by_category', (event) => (event.revision === 0 ? prefixed('$category-', category(event.stream)) : null)],
  ['$streams', (event) => (event.revision === 0 ? '$streams' : null)],
]);

/** State of one projection. */
export interface ProjectionState {
  name: string;
  enabled: boolean;
  /** True when links are written together with their events. */
  live: boolean;
  /** Everything up to here is linked (while not live). */
  position: number;
  /** Events linked since the start of the process. */
  processed: number;
}

const PORTION = 500;

export class SystemProjections {
  private readonly states = new Map<string, ProjectionState>();
  private live: [ProjectionState, Rule][] = [];
  private readonly save: StatementSync;
  private stopped = false;

  constructor(private readonly store: Store) {
    const rows = store.db.prepare('SELECT name, enabled, live, position FROM projections').all() as {
      name: string;
      enabled: number;
      live: number;
      position: number;
    }[];
    for (const name of RULES.keys()) {
      const row = rows.find((one) => one.name === name);
      this.states.set(name, {
        name,
        enabled: row?.enabled === 1,
        live: row?.live === 1,
        position: row?.position ?? 0,
        processed: 0,
      });
    }
    this.save = store.db.prepare(
      'INSERT OR REPLACE INTO projections (name, enabled, live, position) VALUES (?, ?, ?, ?)',
    );
    store.onRecord = (record, state, event) => this.link(record, state.name, event);
    this.refresh();
    for (const state of this.states.values()) if (state.enabled && !state.live) this.catchUp(state);
  }

  /** All projections, in a fixed order. */
  list(): ProjectionState[] {
    return [...this.states.values()];
  }

  /** One projection, null when there is none of that name. */
  get(name: string): ProjectionState | null {
    return this.states.get(name) ?? null;
  }

  /** Switches a projection on; `done` runs when that is committed, the catching up may go on after it. */
  enable(name: string, done: () => void): void {
    const state = this.states.get(name) as ProjectionState;
    if (state.enabled) {
      done();
      return;
    }
    this.store.transact(
      () => {
        state.enabled = true;
        this.keep(state);
      },
      () => {
        done();
        this.catchUp(state);
      },
    );
  }

  /** Switches a projection off; it remembers how far it came. */
  disable(name: string, done: () => void): void {
    const state = this.states.get(name) as ProjectionState;
    this.store.transact(() => {
      if (state.live) state.position = this.store.lastPosition;
      state.enabled = false;
      state.live = false;
      this.keep(state);
      this.refresh();
    }, done);
  }

  /** Switches on every projection that was never switched on or off before. */
  enableNew(): void {
    const known = new Set(
      (this.store.db.prepare('SELECT name FROM projections').all() as { name: string }[]).map((row) => row.name),
    );
    for (const name of RULES.keys()) if (!known.has(name)) this.enable(name, () => undefined);
  }

  /** No more portions (the node stops). */
  stop(): void {
    this.stopped = true;
  }

  private keep(state: ProjectionState): void {
    this.save.run(state.name, state.enabled ? 1 : 0, state.live ? 1 : 0, state.position);
  }

  private refresh(): void {
    this.live = [...this.states.values()]
      .filter((state) => state.live)
      .map((state) => [state, RULES.get(state.name) as Rule]);
  }

  private link(record: StoredRecord, stream: string, event: ProposedEvent): void {
    if (this.live.length === 0 || stream.startsWith('$') || record.rev === MAX_REVISION) return;
    const seen: Seen = {
      stream,
      revision: record.rev,
      type: event.type,
      isLink: record.type === LINK_TYPE,
      metadata: event.metadata,
      data: event.data,
    };
    for (const [state, rule] of this.live) this.emit(state, rule, seen, event.id);
  }

  private emit(state: ProjectionState, rule: Rule, seen: Seen, id: string): void {
    const target = rule(seen);
    if (target === null) return;
    const to = this.store.catalog.stream(target);
    if (to.tombstoned) return;
    const data = seen.isLink ? Buffer.from(seen.data) : Buffer.from(`${seen.revision}@${seen.stream}`);
    this.store.write(to, systemEvent('$>', data, false, Buffer.from(`{"$causedBy":"${id}"}`)));
    state.processed++;
  }

  /** Links what is older, a portion per transaction, and goes live in the transaction that finds nothing more. */
  private catchUp(state: ProjectionState): void {
    if (this.stopped || !state.enabled || state.live) return;
    this.store.transact(
      () => this.portion(state),
      () => setImmediate(() => this.catchUp(state)),
    );
  }

  private portion(state: ProjectionState): void {
    if (!state.enabled || state.live) return;
    const rule = RULES.get(state.name) as Rule;
    // Inside the transaction it sees what this batch has written before, so nothing can slip between.
    const records = this.store.written.after(state.position, PORTION);
    for (const record of records) {
      state.position = record.pos;
      const stream = this.store.catalog.nameOf(record.stream);
      if (stream.startsWith('$') || record.rev === MAX_REVISION) continue;
      const event = decodeRecordedEvent(record.bytes);
      this.emit(
        state,
        rule,
        {
          stream,
          revision: record.rev,
          type: event.type,
          isLink: record.type === LINK_TYPE,
          metadata: event.metadata,
          data: event.data,
        },
        event.id,
      );
    }
    if (records.length === 0) state.live = true;
    this.keep(state);
    if (state.live) this.refresh();
  }
}
