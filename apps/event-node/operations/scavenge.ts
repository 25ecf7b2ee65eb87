/**
 * Scavenge: frees what metadata made invisible, a portion per transaction, while the node works. It remembers the stream
 * it has reached and goes on there after a stop. Streams marked as evidence are never touched, and of every stream the
 * last record stays, so that its revisions go on. What was removed stays accounted for in the checksum chain.
 */
import type { StatementSync } from 'node:sqlite';
import { MAX_REVISION } from '../protocol/wire';
import { isMetastream, originalOf } from '../store/catalog';
import { isSoftDeleted } from '../store/stream-metadata';
import type { Store } from '../store/store';

/** What a scavenge did so far. */
export interface ScavengeState {
  id: string;
  /** Milliseconds since 1970. */
  started: number;
  ended: number | null;
  /** Number of the last stream looked at. */
  reached: number;
  /** Records removed. */
  removed: number;
  /** Bytes of those records. */
  bytes: number;
}

/** Streams looked at, and records removed, per transaction. */
const STREAMS_PER_PORTION = 200;
const RECORDS_PER_PORTION = 500;
/** Free pages given back to the file system per transaction. */
const PAGES_PER_PORTION = 1_000;

interface Victim {
  pos: number;
  chain: Uint8Array;
  size: number;
}

export class Scavenger {
  private current: ScavengeState | null = null;
  private stopping = false;
  private readonly nextStream: StatementSync;
  private readonly lastRevision: StatementSync;
  private readonly victims: StatementSync;
  private readonly remove: StatementSync;
  private readonly before: StatementSync;
  private readonly behind: StatementSync;
  private readonly dropRange: StatementSync;
  private readonly addRange: StatementSync;
  private readonly isEvidence: StatementSync;
  private readonly save: StatementSync;

  constructor(private readonly store: Store) {
    const { db } = store;
    this.nextStream = db.prepare('SELECT id, name FROM streams WHERE id > ? ORDER BY id LIMIT 1');
    this.lastRevision = db.prepare('SELECT max(rev) AS rev FROM records WHERE stream = ?');
    this.victims = db.prepare(
      'SELECT pos, chain, length(bytes) AS size FROM records WHERE stream = ? AND rev < ? AND (rev < ? OR ts < ?) ORDER BY rev LIMIT ?',
    );
    this.remove = db.prepare('DELETE FROM records WHERE pos = ?');
    this.before = db.prepare('SELECT first, last FROM scavenged WHERE first < ? ORDER BY first DESC LIMIT 1');
    this.behind = db.prepare('SELECT last, chain FROM scavenged WHERE first = ?');
    this.dropRange = db.prepare('DELETE FROM scavenged WHERE first = ?');
    this.addRange = db.prepare('INSERT OR REPLACE INTO scavenged (first, last, chain) VALUES (?, ?, ?)');
    this.isEvidence = db.prepare('SELECT 1 FROM evidence WHERE stream = ?');
    this.save = db.prepare(
      'INSERT OR REPLACE INTO scavenges (id, started, ended, reached, removed, bytes) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const open = db.prepare('SELECT * FROM scavenges WHERE ended IS NULL ORDER BY started DESC LIMIT 1').get() as
      (Omit<ScavengeState, 'reached'> & { reached: string }) | undefined;
    if (open) {
      this.current = { ...open, reached: Number(open.reached) };
      this.go();
    }
  }

  /** Id of the scavenge under way, null when none. */
  get running(): string | null {
    return this.current?.id ?? null;
  }

  /** Begins one, or says which is under way. */
  start(): { id: string; fresh: boolean } {
    if (this.current) return { id: this.current.id, fresh: false };
    this.current = { id: crypto.randomUUID(), started: Date.now(), ended: null, reached: 0, removed: 0, bytes: 0 };
    this.go();
    return { id: this.current.id, fresh: true };
  }

  /** Ends the one under way for good; false when it is not under way. */
  cancel(id: string, done: () => void): boolean {
    if (this.current?.id !== id) return false;
    this.store.transact(() => this.finish(), done);
    return true;
  }

  /** No more portions (the node stops); the next start goes on. */
  pause(): void {
    this.stopping = true;
  }

  private go(): void {
    if (this.stopping || !this.current) return;
    this.store.transact(
      () => this.portion(),
      () => setImmediate(() => this.go()),
    );
  }

  private finish(): void {
    if (!this.current) return;
    this.current.ended = Date.now();
    this.keep(this.current);
    this.current = null;
  }

  private keep(state: ScavengeState): void {
    this.save.run(state.id, state.started, state.ended, String(state.reached), state.removed, state.bytes);
  }

  private portion(): void {
    const state = this.current;
    if (!state) return;
    let room = RECORDS_PER_PORTION;
    for (let n = 0; n < STREAMS_PER_PORTION && room > 0; n++) {
      const stream = this.nextStream.get(state.reached) as { id: number; name: string } | undefined;
      if (!stream) {
        this.giveBack(state);
        return;
      }
      const victims = this.invisible(stream.id, stream.name, room);
      for (const victim of victims) this.take(victim, state);
      room -= victims.length;
      if (victims.length > 0) this.store.tail.clear();
      // A stream is behind us only when nothing of it is left to remove.
      if (room > 0) state.reached = stream.id;
    }
    this.keep(state);
  }

  private invisible(id: number, name: string, limit: number): Victim[] {
    const { catalog } = this.store;
    const original = isMetastream(name) ? originalOf(name) : name;
    if (this.isEvidence.get(original) !== undefined) return [];
    const last = (this.lastRevision.get(id) as { rev: number | null }).rev;
    if (last === null) return [];
    const state = catalog.stream(name);
    const metadata = catalog.metadata(state);
    let first = metadata.truncateBefore ?? 0;
    if (metadata.maxCount !== null) first = Math.max(first, state.lastRevision - metadata.maxCount + 1);
    if (last === MAX_REVISION || isSoftDeleted(metadata)) first = MAX_REVISION;
    const notBefore = metadata.maxAge === null ? 0 : Date.now() - metadata.maxAge * 1000;
    if (first === 0 && notBefore === 0) return [];
    return this.victims.all(id, last, first, notBefore, limit) as unknown as Victim[];
  }

  /** Removes a record; its link of the chain is kept at the end of a range, so that the next record can still be checked. */
  private take(victim: Victim, state: ScavengeState): void {
    let first = victim.pos;
    let last = victim.pos;
    let chain = victim.chain;
    const before = this.before.get(victim.pos) as { first: number; last: number } | undefined;
    if (before && before.last === victim.pos - 1) first = before.first;
    const behind = this.behind.get(victim.pos + 1) as { last: number; chain: Uint8Array } | undefined;
    if (behind) {
      ({ last, chain } = behind);
      this.dropRange.run(victim.pos + 1);
    }
    this.addRange.run(first, last, chain);
    this.remove.run(victim.pos);
    state.removed++;
    state.bytes += victim.size;
  }

  /** Shrinks the file by what is free now; ends when nothing is. */
  private giveBack(state: ScavengeState): void {
    const free = (this.store.db.prepare('PRAGMA freelist_count').get() as { freelist_count: number }).freelist_count;
    if (free === 0) {
      this.finish();
      return;
    }
    this.store.db.exec(`PRAGMA incremental_vacuum(${PAGES_PER_PORTION})`);
    this.keep(state);
    const left = (this.store.db.prepare('PRAGMA freelist_count').get() as { freelist_count: number }).freelist_count;
    if (left >= free) this.finish();
  }
}
