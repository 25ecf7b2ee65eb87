/** Ids of recently committed events, to recognise an append that is sent again. Bounded; filled from the store at start. */
import type { DatabaseSync } from 'node:sqlite';
import { TwoGenerations } from './two-generations';

/** Where an event went. */
export interface Landed {
  stream: number;
  rev: number;
  pos: number;
}

const KEPT = 100_000;
const LOADED = 50_000;

export class RecentIds {
  private readonly ids = new TwoGenerations<string, Landed>(KEPT);

  /** Reads the ids of the last records, so that a retry after a restart is recognised as well. */
  load(db: DatabaseSync, head: number): void {
    const statement = db.prepare('SELECT pos, stream, rev, substr(bytes, 5, 36) AS id FROM records WHERE pos > ? ORDER BY pos');
    for (const row of statement.iterate(head - LOADED) as Iterable<{ pos: number; stream: number; rev: number; id: Uint8Array }>) {
      this.add(Buffer.from(row.id.buffer, row.id.byteOffset, row.id.length).toString('latin1'), { stream: row.stream, rev: row.rev, pos: row.pos });
    }
  }

  add(id: string, landed: Landed): void {
    this.ids.set(id, landed);
  }

  get(id: string): Landed | undefined {
    return this.ids.get(id);
  }
}
