/**
 * A call that sends records: reads portions from a source and writes them as fast as the receiver takes them. Between
 * portions it gives way to other calls. A full socket makes it wait; it holds nothing between portions, so that a
 * subscriber who never reads costs no more than what is under way to its socket.
 */
import type { Access, User } from '../access/access';
import { encodeReadEvent, type UuidForm } from '../protocol/read-response.codec';
import type { Store } from '../store/store';
import type { StoredRecord } from '../store/tail';
import { isLink, resolveLink } from './links';
import type { Sink } from './sink';

/** Where records come from. */
export interface Source {
  /** Reads and sends a portion; 'idle' when there is nothing more for now, 'end' when there never will be. */
  step(): 'more' | 'idle' | 'end';
}

/** What writing an event needs to know. */
export interface EventWriter {
  store: Store;
  access: Access;
  user: User;
  sink: Sink;
  resolveLinks: boolean;
  uuids: UuidForm;
}

/** Sends one record, resolved when it is a link and that was asked for. */
export function sendRecord(to: EventWriter, record: StoredRecord): void {
  if (to.resolveLinks && isLink(record)) {
    const target = resolveLink(to.store, to.access, to.user, record, Date.now());
    to.sink.write(encodeReadEvent(target?.bytes ?? null, record.bytes, record.pos, to.uuids));
  } else to.sink.write(encodeReadEvent(record.bytes, null, record.pos, to.uuids));
}

/** Runs a source until it ends. */
export class Cursor {
  private state: 'running' | 'idle' | 'waiting' | 'ended' = 'idle';

  /**
   * @param onEnd called once when the source ends
   * @param onError called once when reading fails
   */
  constructor(
    private readonly source: Source,
    private readonly sink: Sink,
    private readonly onEnd: () => void,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** There may be something new; while it runs or waits it will look again anyway. */
  readonly wake = (): void => {
    if (this.state === 'idle') this.run();
  };

  /** Stops for good (the call is over). */
  stop(): void {
    this.state = 'ended';
  }

  private readonly run = (): void => {
    if (this.state === 'ended') return;
    this.state = 'running';
    let outcome: 'more' | 'idle' | 'end';
    try {
      outcome = this.source.step();
      this.sink.flush();
    } catch (error) {
      this.state = 'ended';
      this.sink.flush();
      this.onError(error);
      return;
    }
    if (outcome === 'end') {
      this.state = 'ended';
      this.onEnd();
    } else if (this.sink.blocked) {
      this.state = 'waiting';
      this.sink.whenFree(this.run);
    } else if (outcome === 'more') setImmediate(this.run);
    else this.state = 'idle';
  };
}
