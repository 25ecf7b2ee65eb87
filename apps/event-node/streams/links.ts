/** Links (`$>`): events whose data `revision@stream` names another event. */
import type { Access, User } from '../access/access';
import { dataOf } from '../protocol/recorded-event.codec';
import { LINK_TYPE } from '../store/catalog';
import type { Store } from '../store/store';
import type { StoredRecord } from '../store/tail';
import { visibleWindow } from '../store/visibility';

/** The place a link's data names, null when it names none. */
function parseLink(data: Uint8Array): { stream: string; revision: number } | null {
  const text = Buffer.from(data.buffer, data.byteOffset, data.length).toString('utf8');
  const at = text.indexOf('@');
  const revision = at > 0 ? Number(text.slice(0, at)) : NaN;
  return Number.isSafeInteger(revision) && revision >= 0 && at + 1 < text.length
    ? { stream: text.slice(at + 1), revision }
    : null;
}

/** What a link leads to, null when that is gone, invisible or not for this user. */
export function resolveLink(
  store: Store,
  access: Access,
  user: User,
  link: StoredRecord,
  now: number,
): StoredRecord | null {
  const target = parseLink(dataOf(link.bytes));
  if (!target || !access.allows(user, target.stream, 'read')) return null;
  const state = store.catalog.stream(target.stream);
  const visible = visibleWindow(store.catalog, state, now);
  if (visible.kind !== 'window' || target.revision < visible.window.first) return null;
  const record = store.reader.event(state.id, target.revision);
  return record && record.ts >= visible.window.notBefore ? record : null;
}

/** True for records that are links. */
export function isLink(record: StoredRecord): boolean {
  return record.type === LINK_TYPE;
}
