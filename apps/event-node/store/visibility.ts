/** What metadata lets be seen of a stream: `$tb`, `$maxCount`, `$maxAge`. $all shows everything until a scavenge. */
import type { Catalog, StreamState } from './catalog';
import { isSoftDeleted } from './stream-metadata';

/** The visible part of a stream at an instant. */
export interface Window {
  /** First visible revision. */
  first: number;
  /** Events created before this instant (milliseconds since 1970) are invisible. */
  notBefore: number;
}

/** Whether a stream can be read, and from where. */
export type Visible = { kind: 'missing' } | { kind: 'deleted' } | { kind: 'window'; window: Window };

/** What readers may see, of what is durable. @param now milliseconds since 1970 */
export function visibleWindow(catalog: Catalog, state: StreamState, now: number): Visible {
  const { lastRevision, tombstoned } = state.durable;
  if (tombstoned) return { kind: 'deleted' };
  if (lastRevision < 0) return { kind: 'missing' };
  const metadata = catalog.durableMetadata(state);
  if (isSoftDeleted(metadata)) return { kind: 'missing' };
  let first = metadata.truncateBefore ?? 0;
  if (metadata.maxCount !== null) first = Math.max(first, lastRevision - metadata.maxCount + 1);
  return { kind: 'window', window: { first, notBefore: metadata.maxAge === null ? 0 : now - metadata.maxAge * 1000 } };
}
