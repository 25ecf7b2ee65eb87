/** A quick look at every start: does the log end where it was written to end, and do its last records chain up to it? */
import type { DatabaseSync } from 'node:sqlite';
import { chainOf } from './chain';
import { StoreRefused } from './database';

const LOOKED_AT = 256;
const WAY_OUT = 'run "hoptac-node verify" to see where, then "hoptac-node restore" from a backup';

/** Throws `StoreRefused` with the way out when the end of the log is not as the head says. */
export function checkEnd(db: DatabaseSync, head: { pos: number; chain: Uint8Array }): void {
  const rows = db.prepare('SELECT pos, chain, bytes FROM records ORDER BY pos DESC LIMIT ?').all(LOOKED_AT) as {
    pos: number;
    chain: Uint8Array;
    bytes: Uint8Array;
  }[];
  const last = rows[0];
  if (last && (last.pos > head.pos || (last.pos === head.pos && Buffer.compare(head.chain, last.chain) !== 0))) {
    throw new StoreRefused(
      `the end of the log is not where it was written to be (head ${head.pos}, last record ${last.pos}); ${WAY_OUT}`,
    );
  }
  for (let i = 0; i + 1 < rows.length; i++) {
    const later = rows[i] as (typeof rows)[number];
    const earlier = rows[i + 1] as (typeof rows)[number];
    if (later.pos !== earlier.pos + 1) continue;
    if (chainOf(earlier.chain, later.bytes).compare(later.chain) !== 0)
      throw new StoreRefused(`record ${later.pos} is damaged; ${WAY_OUT}`);
  }
}
