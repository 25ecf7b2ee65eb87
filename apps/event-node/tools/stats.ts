/** Figures of a store, for people; the node may be running. */
import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

export interface StoreStats {
  position: number;
  records: number;
  streams: number;
  eventTypes: number;
  evidenceStreams: number;
  /** Bytes of the database file. */
  fileBytes: number;
  /** Bytes of the recorded events alone. */
  eventBytes: number;
  bytesPerRecord: number;
  scavengedRecords: number;
  firstEvent: string | null;
  lastEvent: string | null;
  largestStreams: { stream: string; records: number }[];
  commonTypes: { type: string; records: number }[];
  scavenges: { id: string; started: string; ended: string | null; removed: number; bytes: number }[];
}

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

export function storeStats(db: DatabaseSync, file: string): StoreStats {
  const count = (sql: string): number => (db.prepare(sql).get() as { n: number | null }).n ?? 0;
  const sums = db
    .prepare('SELECT count(*) AS records, sum(length(bytes)) AS bytes, min(ts) AS first, max(ts) AS last FROM records')
    .get() as { records: number; bytes: number | null; first: number | null; last: number | null };
  const fileBytes = statSync(file).size;
  return {
    position: count('SELECT pos AS n FROM head'),
    records: sums.records,
    streams: count('SELECT count(*) AS n FROM streams'),
    eventTypes: count('SELECT count(*) AS n FROM types'),
    evidenceStreams: count('SELECT count(*) AS n FROM evidence'),
    fileBytes,
    eventBytes: sums.bytes ?? 0,
    bytesPerRecord: sums.records === 0 ? 0 : Math.round(fileBytes / sums.records),
    scavengedRecords: count('SELECT sum(last - first + 1) AS n FROM scavenged'),
    firstEvent: iso(sums.first),
    lastEvent: iso(sums.last),
    largestStreams: db
      .prepare(
        'SELECT s.name AS stream, count(*) AS records FROM records r JOIN streams s ON s.id = r.stream GROUP BY r.stream ORDER BY records DESC LIMIT 10',
      )
      .all() as never,
    commonTypes: db
      .prepare(
        'SELECT t.name AS type, count(*) AS records FROM records r JOIN types t ON t.id = r.type GROUP BY r.type ORDER BY records DESC LIMIT 10',
      )
      .all() as never,
    scavenges: (
      db.prepare('SELECT id, started, ended, removed, bytes FROM scavenges ORDER BY started DESC LIMIT 10').all() as {
        id: string;
        started: number;
        ended: number | null;
        removed: number;
        bytes: number;
      }[]
    ).map((row) => ({ ...row, started: iso(row.started) as string, ended: iso(row.ended) })),
  };
}
