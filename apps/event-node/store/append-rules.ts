/**
 * Whether an append may be written: expected revision and idempotency, exactly as EventStoreDB decides
 * (docs/event-node.md, "Appending"). Reads state, changes nothing.
 */
import type { Expected } from '../protocol/batch-append.codec';
import type { Catalog, StreamState } from './catalog';
import { metastreamOf } from './catalog';
import type { RecentIds } from './recent-ids';
import { isSoftDeleted } from './stream-metadata';

/** What to do with an append. */
export type Decision =
  | { kind: 'write'; undelete: boolean }
  | { kind: 'same'; revision: number; position: number }
  | { kind: 'wrong-version'; current: number }
  | { kind: 'deleted' };

/** Looks up the id and position of an event that is in the store. */
export type FindEvent = (stream: number, revision: number) => { id: string; pos: number } | null;

/** Decides over an append of events with these ids to `state`. */
export function decideAppend(
  catalog: Catalog,
  recent: RecentIds,
  find: FindEvent,
  state: StreamState,
  expected: Expected,
  ids: readonly string[],
): Decision {
  if (state.tombstoned) return { kind: 'deleted' };
  const softDeleted = state.lastRevision >= 0 && isSoftDeleted(catalog.metadata(state));
  if (expected === 'stream_exists') {
    if (softDeleted) return { kind: 'deleted' };
    if (state.lastRevision < 0 && catalog.stream(metastreamOf(state.name)).lastRevision < 0) return wrong(state);
  }
  if (expected === 'any' || expected === 'stream_exists') return decideByRecentIds(recent, state, ids, softDeleted);
  const revision = expected === 'no_stream' ? -1 : expected;
  if (revision > state.lastRevision) return wrong(state);
  if (revision === state.lastRevision) return { kind: 'write', undelete: softDeleted };
  return decideByComparing(find, state, revision, ids, softDeleted);
}

/** No exact place is named: the append is a repetition when all its ids were lately written to this stream. */
function decideByRecentIds(
  recent: RecentIds,
  state: StreamState,
  ids: readonly string[],
  softDeleted: boolean,
): Decision {
  let last = null;
  for (const id of ids) {
    const landed = recent.get(id);
    if (!landed || landed.stream !== state.id) return last ? wrong(state) : { kind: 'write', undelete: softDeleted };
    last = landed;
  }
  return last ? { kind: 'same', revision: last.rev, position: last.pos } : { kind: 'write', undelete: softDeleted };
}

/** The named place is in the past: the append is a repetition when exactly its events stand there. */
function decideByComparing(
  find: FindEvent,
  state: StreamState,
  expected: number,
  ids: readonly string[],
  softDeleted: boolean,
): Decision {
  let revision = expected;
  let position = 0;
  for (const id of ids) {
    revision++;
    const there = revision <= state.lastRevision ? find(state.id, revision) : null;
    if (there?.id === id) {
      position = there.pos;
      continue;
    }
    const first = revision === expected + 1;
    return first && expected === -1 && softDeleted ? { kind: 'write', undelete: true } : wrong(state);
  }
  return revision === expected ? wrong(state) : { kind: 'same', revision, position };
}

function wrong(state: StreamState): Decision {
  return { kind: 'wrong-version', current: state.lastRevision };
}
