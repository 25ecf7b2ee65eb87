/** Where a group's messages come from: a cursor over its stream or over $all, read in small batches. */
import { LINK_TYPE } from '../store/catalog';
import type { Store } from '../store/store';
import type { StoredRecord } from '../store/tail';
import { visibleWindow } from '../store/visibility';
import { OPEN_ACCESS, ANONYMOUS } from '../access/access';
import { Filter } from '../streams/filter';
import { resolveLink } from '../streams/links';
import { newMessage, type Message } from './message';
import type { GroupConfig } from './settings';

/** What groups write about themselves is not for groups: it would feed them for ever. */
export const OWN_PREFIX = '$persistentsubscription-';
/** Records looked at in one go when a filter lets little through. */
const SCAN = 2048;

export class Feed {
  /** Last revision or position looked at. */
  cursor: number;
  /** Records passed over since the last checkpoint, our own aside. */
  passed = 0;
  private readonly filter: Filter | null;

  constructor(
    private readonly store: Store,
    private readonly config: GroupConfig,
    after: number,
  ) {
    this.cursor = after;
    this.filter = config.filter ? new Filter(config.filter, store.catalog) : null;
  }

  /** Last revision or position there is. */
  get end(): number {
    return this.config.stream === '$all'
      ? this.store.head
      : this.store.catalog.stream(this.config.stream).durable.lastRevision;
  }

  /** Up to `limit` new messages; an empty answer with `cursor < end` means there is more to look at. */
  read(limit: number): Message[] {
    return this.config.stream === '$all' ? this.readAll(limit) : this.readStream(limit);
  }

  private readStream(limit: number): Message[] {
    const { catalog, reader } = this.store;
    const state = catalog.stream(this.config.stream);
    const visible = visibleWindow(catalog, state, Date.now());
    const { lastRevision } = state.durable;
    if (visible.kind !== 'window' || this.cursor >= lastRevision) return [];
    const messages: Message[] = [];
    for (const record of reader.forward(state.id, Math.max(this.cursor + 1, visible.window.first), limit)) {
      this.cursor = record.rev;
      const message = record.ts >= visible.window.notBefore ? this.message(record, record.rev) : null;
      if (message) messages.push(message);
      else this.passed++;
    }
    // The rest may be invisible altogether; then there is nothing to wait for.
    if (messages.length === 0 && reader.forward(state.id, this.cursor + 1, 1).length === 0) this.cursor = lastRevision;
    return messages;
  }

  private readAll(limit: number): Message[] {
    const { catalog, reader } = this.store;
    const messages: Message[] = [];
    const keys = reader.keys(this.cursor, this.filter ? SCAN : limit, false);
    for (const key of keys) {
      this.cursor = key.pos;
      const own = catalog.nameOf(key.stream).startsWith(OWN_PREFIX);
      const record = own || (this.filter && !this.filter.matches(key)) ? null : reader.at(key.pos);
      const message = record ? this.message(record, key.pos) : null;
      if (message) messages.push(message);
      else if (!own) this.passed++;
      if (messages.length >= limit) return messages;
    }
    if (keys.length === 0) this.cursor = this.store.head;
    return messages;
  }

  private message(record: StoredRecord, seq: number): Message | null {
    if (!this.config.settings.resolveLinks || record.type !== LINK_TYPE) return newMessage(record, null, seq);
    const target = this.resolve(record);
    // A link whose event is gone has nothing to be processed.
    return target ? newMessage(record, target, seq) : null;
  }

  /** What a link leads to. Rights were checked when the consumer connected to the group. */
  resolve(link: StoredRecord): StoredRecord | null {
    return resolveLink(this.store, OPEN_ACCESS, ANONYMOUS, link, Date.now());
  }
}
