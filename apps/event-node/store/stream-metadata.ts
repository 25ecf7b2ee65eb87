/** Stream metadata: the JSON of the last event of `$$stream`. */
import { MAX_REVISION } from '../protocol/wire';

/** Access rights of one stream; an absent list means "as the default says". */
export interface StreamAcl {
  read?: string[];
  write?: string[];
  delete?: string[];
  metaRead?: string[];
  metaWrite?: string[];
}

/** What the node itself understands of a stream's metadata. */
export interface StreamMetadata {
  /** Only the last so many events are visible. */
  maxCount: number | null;
  /** Events older than this many seconds are invisible. */
  maxAge: number | null;
  /** Events before this revision are invisible; `MAX_REVISION` means soft-deleted. */
  truncateBefore: number | null;
  acl: StreamAcl | null;
  /** Marked as evidence: nothing of it is ever scavenged. */
  evidence: boolean;
}

/** The metadata of a stream that has none. */
export const NO_METADATA: StreamMetadata = Object.freeze({
  maxCount: null,
  maxAge: null,
  truncateBefore: null,
  acl: null,
  evidence: false,
});

/** Metadata of every metastream: only its last event counts. */
export const METASTREAM_METADATA: StreamMetadata = Object.freeze({ ...NO_METADATA, maxCount: 1 });

/** The property that marks a stream as evidence. It survives being removed again: see the table `evidence`. */
const EVIDENCE_PROPERTY = 'hoptac-evidence';

/** What a soft delete writes: 2^63 − 1, which `JSON.stringify` cannot. */
export const SOFT_DELETE_METADATA = '{"$tb":9223372036854775807}';

/** Reads metadata as written; anything that is no JSON object counts as none. */
export function parseStreamMetadata(data: Uint8Array): StreamMetadata {
  const raw = parseObject(data);
  if (!raw) return NO_METADATA;
  return {
    maxCount: positive(raw['$maxCount']),
    maxAge: positive(raw['$maxAge']),
    truncateBefore: truncation(raw['$tb']),
    acl: parseAcl(raw['$acl']),
    evidence: raw[EVIDENCE_PROPERTY] === true,
  };
}

/** The same metadata with another `$tb`, everything else as it was. */
export function withTruncateBefore(data: Uint8Array, revision: number): Buffer {
  return Buffer.from(JSON.stringify({ ...parseObject(data), $tb: revision }));
}

/** True while the stream is soft-deleted. */
export function isSoftDeleted(metadata: StreamMetadata): boolean {
  return metadata.truncateBefore === MAX_REVISION;
}

function parseObject(data: Uint8Array): Record<string, unknown> | null {
  if (data.length === 0) return null;
  try {
    const raw: unknown = JSON.parse(Buffer.from(data.buffer, data.byteOffset, data.length).toString('utf8'));
    return raw !== null && typeof raw === 'object' && !Array.isArray(raw) ? (raw as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function positive(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}

function truncation(value: unknown): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return null;
  return value > MAX_REVISION ? MAX_REVISION : value;
}

function parseAcl(value: unknown): StreamAcl | null {
  if (value === null || typeof value !== 'object') return null;
  const raw = value as Record<string, unknown>;
  const acl: StreamAcl = {};
  const set = (key: keyof StreamAcl, from: unknown): void => {
    if (typeof from === 'string') acl[key] = [from];
    else if (Array.isArray(from)) acl[key] = from.filter((role): role is string => typeof role === 'string');
  };
  set('read', raw['$r']);
  set('write', raw['$w']);
  set('delete', raw['$d']);
  set('metaRead', raw['$mr']);
  set('metaWrite', raw['$mw']);
  return acl;
}
