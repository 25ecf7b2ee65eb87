/** Appending: durable single events and batches, from one and four client processes, beside a node that stores nothing. */
import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOwnNode } from '../../conformance/harness';
import type { Figure } from '../bench.types';
import { appendClients, cpuSeconds, figure, startNullNode } from './support';

/** Commits per second of bare SQLite with the same settings: one row of 450 bytes each, then 64 rows each. */
function bareSqlite(): { lone: number; grouped: number } {
  const dir = mkdtempSync(join(tmpdir(), 'bare-'));
  const db = new DatabaseSync(join(dir, 'bare.db'));
  db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, bytes BLOB)');
  const insert = db.prepare('INSERT INTO t (bytes) VALUES (?)');
  const row = Buffer.alloc(450, 1);
  const rate = (rows: number): number => {
    const end = performance.now() + 1_000;
    let count = 0;
    while (performance.now() < end) {
      db.exec('BEGIN');
      for (let n = 0; n < rows; n++) insert.run(row);
      db.exec('COMMIT');
      count += rows;
    }
    return count;
  };
  const result = { lone: rate(1), grouped: rate(64) };
  db.close();
  rmSync(dir, { recursive: true });
  return result;
}

export async function appendBench(): Promise<Figure[]> {
  const figures: Figure[] = [];
  const bare = bareSqlite();
  const sqlite = `bare SQLite, same settings: ${bare.lone} lone and ${bare.grouped} grouped rows/s`;
  const empty = await startNullNode();
  const node = await startOwnNode();
  try {
    for (const [processes, underway] of [
      [1, 1],
      [1, 16],
      [1, 64],
      [4, 1],
      [4, 16],
      [4, 64],
    ] as const) {
      const ceiling = await appendClients(empty.url, processes, underway);
      const before = cpuSeconds(node.pid);
      const reached = await appendClients(node.url, processes, underway);
      const cpu = ((cpuSeconds(node.pid) - before) * 1e6) / reached.total;
      const ratio = reached.perSecond / ceiling.perSecond;
      const against = `node that stores nothing: ${Math.round(ceiling.perSecond)}/s, p50 ${ceiling.p50.toFixed(2)} ms (ratio ${ratio.toFixed(2)}); ${sqlite}`;
      const label = `appends, ${processes} process${processes > 1 ? 'es' : ''}, ${underway} in flight`;
      const [budget, met] =
        processes === 1 && underway === 64
          ? ['≥ 0.9 × the node that stores nothing', ratio >= 0.9]
          : processes === 4 && underway === 64
            ? ['≥ 12,000/s', reached.perSecond >= 12_000]
            : ['', true];
      figures.push(figure(label, reached.perSecond, 'appends/s', budget, met, against));
      const slow = processes === 1 && underway === 1;
      figures.push(
        figure(`${label}, p50`, reached.p50, 'ms', slow ? '≤ 1 ms' : '', slow ? reached.p50 <= 1 : true, against),
      );
      figures.push(figure(`${label}, CPU of the node`, cpu, 'µs/append', '', true, against));
    }
    for (const batch of [10, 500]) {
      const reached = await appendClients(node.url, 1, 16, batch);
      figures.push(
        figure(`events in appends of ${batch}, 16 in flight`, reached.perSecond * batch, 'events/s', '', true, sqlite),
      );
    }
  } finally {
    empty.child.kill();
    await node.stop();
    node.remove();
  }
  return figures;
}
