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
/** Characters of an id. */
const ID = 36;

export class RecentIds {
  private readonly ids = new TwoGenerations<string, Landed>(KEPT);

  /** Reads the ids of the last records, so that a retry after a restart is recognised as well. */
  load(db: DatabaseSync, head: number): void {
    const rows = db.prepare('SELECT pos, stream, rev FROM records WHERE pos > ? ORDER BY pos');
    rows.setReturnArrays(true);
    const described = rows.all(head - LOADED) as unknown as [pos: number, stream: number, rev: number][];
    // All ids as one text: a value of its own for each would make the start several times slower.
    const joined = db.prepare(
      `SELECT group_concat(CAST(substr(bytes, 5, ${ID}) AS TEXT), '') AS ids FROM (SELECT bytes FROM records WHERE pos > ? ORDER BY pos)`,
    );
    const { ids } = joined.get(head - LOADED) as { ids: string | null };
    described.forEach(([pos, stream, rev], n) =>
      this.add((ids ?? '').slice(n * ID, (n + 1) * ID), { stream, rev, pos }),
    );
  }

  add(id: string, landed: Landed): void {
    this.ids.set(id, landed);
  }

  get(id: string): Landed | undefined {
    return this.ids.get(id);
  }
}
