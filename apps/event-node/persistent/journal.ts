/** What a group writes down: checkpoints and parked messages, in streams of their own. */
import { dataOf, decodeRecordedEvent } from '../protocol/recorded-event.codec';
import { metastreamOf } from '../store/catalog';
import { systemEvent, type Store } from '../store/store';
import type { StoredRecord } from '../store/tail';
import { visibleWindow } from '../store/visibility';
import { OWN_PREFIX } from './feed';
import type { Message } from './message';
import type { GroupConfig } from './settings';

export class Journal {
  readonly checkpointStream: string;
  readonly parkedStream: string;
  private readonly all: boolean;

  constructor(
    private readonly store: Store,
    config: GroupConfig,
  ) {
    this.all = config.stream === '$all';
    this.checkpointStream = `${OWN_PREFIX}${config.stream}::${config.group}-checkpoint`;
    this.parkedStream = `${OWN_PREFIX}${config.stream}::${config.group}-parked`;
  }

  /** Text form of a revision or position, as info and checkpoint events carry it. */
  text(seq: number): string {
    return this.all ? `C:${seq}/P:${seq}` : String(seq);
  }

  /** The last checkpoint, null when there is none. */
  loadCheckpoint(): number | null {
    const { catalog, reader } = this.store;
    const state = catalog.stream(this.checkpointStream);
    if (visibleWindow(catalog, state, Date.now()).kind !== 'window') return null;
    const record = reader.event(state.id, state.durable.lastRevision);
    const text = record ? (JSON.parse(Buffer.from(dataOf(record.bytes)).toString('utf8')) as string) : '';
    const match = /^(?:C:)?(\d+)/.exec(text);
    return match ? Number(match[1]) : null;
  }

  /** Writes a checkpoint; old ones are kept for a moment only. */
  saveCheckpoint(seq: number, done: () => void): void {
    const { catalog } = this.store;
    this.store.transact(() => {
      const state = catalog.stream(this.checkpointStream);
      if (state.tombstoned) return;
      if (state.lastRevision < 0)
        this.store.write(
          catalog.stream(metastreamOf(this.checkpointStream)),
          systemEvent('$metadata', Buffer.from('{"$maxCount":2}')),
        );
      this.store.write(state, systemEvent('$SubscriptionCheckpoint', Buffer.from(JSON.stringify(this.text(seq)))));
    }, done);
  }

  /** Parks a message: a link to its record, with why. */
  park(message: Message, reason: string, done: () => void): void {
    const { record } = message;
    const data = Buffer.from(`${record.rev}@${this.store.catalog.nameOf(record.stream)}`);
    const metadata = Buffer.from(
      JSON.stringify({ added: new Date().toISOString(), reason, subscriptionEventNumber: record.rev }),
    );
    this.store.append(this.parkedStream, 'any', [systemEvent('$>', data, false, metadata)], done);
  }

  /** Revisions of the parked messages: first and behind the last. */
  parkedRange(): { first: number; end: number } {
    const { catalog } = this.store;
    const state = catalog.stream(this.parkedStream);
    const visible = visibleWindow(catalog, state, Date.now());
    const end = state.durable.lastRevision + 1;
    return { first: visible.kind === 'window' ? Math.min(visible.window.first, end) : end, end };
  }

  /** Parked links from a revision on. */
  parked(from: number, limit: number): StoredRecord[] {
    const state = this.store.catalog.stream(this.parkedStream);
    return state.id === 0 ? [] : this.store.reader.forward(state.id, from, limit);
  }

  /** Time of the oldest parked message (milliseconds since 1970), null when none. */
  oldestParked(): number | null {
    const { first, end } = this.parkedRange();
    const record = first < end ? this.parked(first, 1)[0] : undefined;
    return record ? decodeRecordedEvent(record.bytes).created : null;
  }

  /** Lets go of parked messages before a revision. */
  forgetParked(before: number, done: () => void): void {
    this.store.append(
      metastreamOf(this.parkedStream),
      'any',
      [systemEvent('$metadata', Buffer.from(JSON.stringify({ $tb: before })))],
      done,
    );
  }

  /** Deletes both streams (the group is deleted). */
  remove(done: () => void): void {
    this.store.delete(this.checkpointStream, 'any', () => this.store.delete(this.parkedStream, 'any', done));
  }
}
