/**
 * A persistent subscription group: hands messages to competing consumers, waits for their answers, tries again, parks,
 * and remembers how far everything is done. Hands out synchronously on every answer, retries before new messages.
 */
import type { Store } from '../store/store';
import { Consumers, type Consumer, type InFlight } from './consumers';
import { Feed } from './feed';
import { Journal } from './journal';
import { newMessage, type Message } from './message';
import { Replay } from './replay';
import type { GroupConfig } from './settings';

/** What a consumer may say about a message it could not process. */
export type NackAction = 'park' | 'retry' | 'skip' | 'stop';

/** Passed-over records after which a checkpoint is due even when nothing was handed out. */
const PASSED_LIMIT = 1000;

export class Group {
  readonly journal: Journal;
  readonly consumers: Consumers;
  /** Answers so far, and when they were last measured. */
  total = 0;
  measured = 0;
  perSecond = 0;
  readonly feed: Feed;
  private buffer: Message[] = [];
  private retries: Message[] = [];
  /** Orders of messages that are not done yet, outside the buffer. */
  private readonly open = new Set<number>();
  private readonly replay: Replay;
  private checkpointed: number;
  private doneSince = 0;
  private lastCheckpointAt = performance.now();
  private saving = false;
  private stopped = false;
  private looking = false;

  constructor(
    private readonly store: Store,
    readonly config: GroupConfig,
  ) {
    this.journal = new Journal(store, config);
    this.consumers = new Consumers(config.settings.strategy);
    this.checkpointed = this.journal.loadCheckpoint() ?? -1;
    this.feed = new Feed(store, config, Math.max(this.checkpointed, config.after));
    this.replay = new Replay(this.journal, (link) => this.replayed(link));
  }

  /** Figures for info and the page. */
  get figures() {
    return {
      buffered: this.buffer.length,
      retrying: this.retries.length,
      inFlight: this.consumers.list.reduce((sum, consumer) => sum + consumer.inFlightCount, 0),
      checkpoint: this.checkpointed,
      lag: Math.max(0, this.feed.end - this.feed.cursor) + this.buffer.length,
      parked: this.journal.parkedRange().end - this.journal.parkedRange().first,
    };
  }

  /** A consumer connects; `push` follows. */
  connect(consumer: Consumer): void {
    this.consumers.add(consumer);
    this.push();
  }

  /** A consumer is gone: what it had is tried again elsewhere. */
  disconnect(consumer: Consumer): void {
    this.consumers.remove(consumer);
    for (const waiting of consumer.inFlight.values())
      for (const one of waiting) this.retry(one.message, 'the consumer disconnected');
    consumer.inFlight.clear();
    consumer.inFlightCount = 0;
    this.push();
  }

  /** Messages were processed. */
  ack(consumer: Consumer, ids: readonly string[]): void {
    for (const id of ids) {
      const message = this.answered(consumer, id);
      if (message) this.done(message);
    }
    this.push();
  }

  /** Messages were not processed. */
  nack(consumer: Consumer, ids: readonly string[], action: NackAction, reason: string): void {
    for (const id of ids) {
      const message = this.answered(consumer, id);
      if (!message) continue;
      if (action === 'park') this.park(message, reason || 'parked by the consumer');
      else if (action === 'skip') this.done(message);
      else if (action === 'retry') this.retry(message, reason || 'too many retries');
      else this.retries.push(message);
    }
    if (action === 'stop') consumer.drop();
    this.push();
  }

  private answered(consumer: Consumer, id: string): Message | null {
    const waiting = consumer.inFlight.get(id);
    const first = waiting?.shift();
    if (!waiting || !first) return null;
    if (waiting.length === 0) consumer.inFlight.delete(id);
    consumer.inFlightCount--;
    return first.message;
  }

  private done(message: Message): void {
    this.total++;
    if (message.seq < 0) this.replay.processed();
    else {
      this.open.delete(message.seq);
      this.doneSince++;
    }
  }

  private retry(message: Message, reason: string): void {
    if (message.retries >= this.config.settings.maxRetryCount) {
      this.park(message, reason);
      return;
    }
    message.retries++;
    this.retries.push(message);
    // In their own order again, so that consumers see as little disorder as can be.
    if (this.retries.length > 1) this.retries.sort((a, b) => a.seq - b.seq);
  }

  /** A message counts as done only once it is safely parked. */
  private park(message: Message, reason: string): void {
    this.journal.park(message, reason, () => {
      this.done(message);
      this.push();
    });
  }

  private replayed(link: Message['record']): boolean {
    const record = this.feed.resolve(link);
    if (!record) return false;
    const target = this.config.settings.resolveLinks && record.type === link.type ? this.feed.resolve(record) : null;
    this.retries.push(newMessage(record, target, -1));
    return true;
  }

  /** Hands out parked messages again, up to a revision of the parked stream (exclusive) or all. */
  replayParked(stopAt: number | null): void {
    this.replay.start(stopAt);
    this.push();
  }

  /** Hands out whatever can be handed out now. */
  push(): void {
    if (this.stopped || this.consumers.list.length === 0) return;
    this.replay.fill(this.config.settings.historyBufferSize - this.retries.length);
    if (this.give(this.retries) === 'full') return;
    for (;;) {
      this.fill();
      if (this.buffer.length === 0) break;
      const before = this.buffer.length;
      if (this.give(this.buffer) === 'full' || this.buffer.length === before) break;
    }
    this.checkpointWhenDue();
  }

  private give(queue: Message[]): 'full' | 'done' {
    let kept = 0;
    let full = false;
    for (let i = 0; i < queue.length; i++) {
      const message = queue[i] as Message;
      const choice = full ? 'full' : this.consumers.choose(message);
      if (choice === 'full') full = true;
      if (choice === 'full' || choice === 'skip') {
        if (full && kept === 0 && i === 0) return 'full';
        queue[kept++] = message;
      } else this.send(choice, message);
    }
    queue.length = kept;
    return full ? 'full' : 'done';
  }

  private send(consumer: Consumer, message: Message): void {
    const timeout = this.config.settings.messageTimeoutMs;
    const entry: InFlight = { message, deadline: timeout > 0 ? performance.now() + timeout : Infinity };
    const waiting = consumer.inFlight.get(message.id);
    if (waiting) waiting.push(entry);
    else consumer.inFlight.set(message.id, [entry]);
    consumer.inFlightCount++;
    consumer.total++;
    if (message.seq >= 0) this.open.add(message.seq);
    consumer.send(message);
  }

  /** Reads on while there is room; looks further in a later turn when a filter lets nothing through. */
  private fill(): void {
    const { historyBufferSize, readBatchSize } = this.config.settings;
    if (this.buffer.length > 0 && this.buffer.length + readBatchSize > historyBufferSize) return;
    if (this.buffer.length >= readBatchSize || this.feed.cursor >= this.feed.end) return;
    const messages = this.feed.read(Math.min(readBatchSize, historyBufferSize - this.buffer.length));
    for (const message of messages) this.buffer.push(message);
    if (messages.length === 0 && this.feed.cursor < this.feed.end && !this.looking) {
      this.looking = true;
      setImmediate(() => {
        this.looking = false;
        this.push();
      });
    }
  }

  /** Called a few times a second: timeouts, checkpoints by time, measurements. */
  tick(now: number): void {
    if (this.stopped) return;
    let expired = false;
    for (const consumer of this.consumers.list) {
      for (const [id, waiting] of consumer.inFlight) {
        while (waiting[0] && waiting[0].deadline <= now) {
          const message = this.answered(consumer, id);
          if (message) this.retry(message, 'timed out too often');
          expired = true;
        }
      }
    }
    if (expired) this.push();
    this.checkpointWhenDue();
  }

  /** The last order up to which everything is done. */
  private doneUpTo(): number {
    let lowest = this.buffer[0]?.seq ?? Infinity;
    for (const seq of this.open) if (seq < lowest) lowest = seq;
    return lowest === Infinity ? this.feed.cursor : lowest - 1;
  }

  private checkpointWhenDue(): void {
    const { minCheckpointCount, maxCheckpointCount, checkpointAfterMs } = this.config.settings;
    const passed = this.feed.passed >= Math.max(PASSED_LIMIT, this.config.checkpointEvery);
    const late =
      performance.now() - this.lastCheckpointAt >= checkpointAfterMs &&
      this.doneSince >= Math.max(1, minCheckpointCount);
    if (this.saving || !(passed || late || (maxCheckpointCount > 0 && this.doneSince >= maxCheckpointCount))) return;
    this.saveCheckpoint(() => undefined);
  }

  private saveCheckpoint(done: () => void): void {
    const upTo = this.doneUpTo();
    if (upTo <= this.checkpointed) {
      done();
      return;
    }
    this.saving = true;
    this.doneSince = 0;
    this.feed.passed = 0;
    this.lastCheckpointAt = performance.now();
    this.journal.saveCheckpoint(upTo, () => {
      this.saving = false;
      this.checkpointed = upTo;
      done();
    });
  }

  /** Stops handing out, drops the consumers, writes a last checkpoint. */
  stop(done: () => void): void {
    if (this.stopped) {
      done();
      return;
    }
    // What is unanswered stays open, so the last checkpoint lies before it.
    this.stopped = true;
    for (const consumer of [...this.consumers.list]) consumer.drop();
    this.saveCheckpoint(done);
  }
}
