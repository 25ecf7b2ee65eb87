import type { EventStore } from '@hoptac/event-store';
import type { Instant, Position } from '@hoptac/kernel';
import type { CaseCategory } from '../cases/case-category';
import type { CaseDelivery } from '../cases/case-delivery';
import { CaseQueues, QUEUE_LIMITS, isStopped, pause, type QueueLimits } from './case-queues';
import { AsideCases } from './aside-cases';
import type { AsideCase, FeederStore } from './feeder-store';

export interface FeederOptions {
  readonly eventStore: EventStore;
  readonly delivery: CaseDelivery;
  readonly store: FeederStore;
  readonly categories: readonly CaseCategory[];
  readonly log?: (level: 'info' | 'warn', message: string) => void;
  readonly limits?: QueueLimits;
  /** First pause before a case kept apart is tried again, milliseconds; doubles up to ten minutes. */
  readonly asidePauseMs?: number;
}

/** What the feeder says of itself, for health, metrics and `hoptac cases stuck`. */
export interface FeederStatus {
  readonly state: 'starting' | 'catching-up' | 'live' | 'stopped';
  /** Facts that wait for delivery. */
  readonly backlog: number;
  /** Age of the oldest of them, milliseconds; null when none waits. */
  readonly oldestMs: number | null;
  /** Since start. */
  readonly delivered: number;
  /** Commit position of the checkpoint last kept, decimal text; null before the first. */
  readonly checkpoint: string | null;
  readonly aside: readonly AsideCase[];
  /** Why it does not move: engine, event store or its own memory away. */
  readonly trouble?: string;
}

const CHECKPOINT_MS = 200;
const RETRY_MS = 1_000;

/**
 * Hands the facts of cases to their workflows: a follower of the log with a checkpoint of its own. At least once, in each case's order, many cases at a time.
 * Only facts that a workflow waits for wake it; the others ride along. A case that cannot be delivered is kept apart with the reason and tried again; an engine,
 * store or memory that is away is waited for. The checkpoint passes only what is delivered or kept apart.
 */
export class CaseFeeder {
  private readonly stopping = new AbortController();
  private readonly aside: AsideCases;
  private queues: CaseQueues | undefined;
  private state: FeederStatus['state'] = 'starting';
  private trouble: string | undefined;
  private memoryTrouble: string | undefined;
  private saved: Position | undefined;
  /** Where the subscription has got to; the queues hold what lies between the checkpoint and here. */
  private taken: Position | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: FeederOptions) {
    this.aside = new AsideCases(options, this.stopping.signal);
  }

  start(): void {
    this.running = Promise.all([this.follow(), this.keepCheckpoints(), this.aside.keepTrying()]);
  }

  /** Ends within the time of one call; what is under way is delivered again after the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.keepCheckpoint();
    this.state = 'stopped';
  }

  status(): FeederStatus {
    const trouble = this.queues?.outage ?? this.trouble ?? this.memoryTrouble;
    const oldest = this.queues?.oldestMs;
    return {
      state: this.state,
      backlog: this.queues?.backlog ?? 0,
      oldestMs: oldest === undefined ? null : Math.max(0, Date.now() - oldest),
      delivered: this.queues?.delivered ?? 0,
      checkpoint: this.saved?.commit.toString() ?? null,
      aside: this.aside.all(),
      ...(trouble === undefined ? {} : { trouble }),
    };
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        this.queues ??= await this.open();
        this.state = 'catching-up';
        await this.feed(this.queues, signal);
      } catch (error) {
        if (isStopped(signal)) return;
        this.trouble = error instanceof Error ? error.message : String(error);
        this.options.log?.('warn', `The feeder waits: ${this.trouble}`);
        await pause(RETRY_MS, signal);
      }
    }
  }

  /** Where to go on: after the checkpoint, unless the log is shorter than it (restored from an older copy); then from the beginning. */
  private async open(): Promise<CaseQueues> {
    const [kept, end] = [await this.options.store.checkpoint(), await this.options.eventStore.lastPosition()];
    await this.aside.load();
    const beyond = kept !== undefined && (end === undefined || kept.commit > end.commit);
    if (beyond)
      this.options.log?.('warn', 'The event store ends before the checkpoint: every case is fed from its beginning');
    this.saved = beyond ? undefined : kept;
    const onTrouble = (category: CaseCategory, stream: string, fromRevision: number, reason: string): Promise<void> => {
      this.options.log?.('warn', `${stream} is kept apart: ${reason}`);
      return this.aside.add({
        stream,
        category: category.category,
        fromRevision,
        reason,
        since: systemNow(),
        attempts: 1,
      });
    };
    const { categories, delivery, limits } = this.options;
    return new CaseQueues(categories, delivery, onTrouble, this.stopping.signal, this.saved, limits ?? QUEUE_LIMITS);
  }

  private async feed(queues: CaseQueues, signal: AbortSignal): Promise<void> {
    const streamPrefixes = this.options.categories.map(({ category }) => `${category}-`);
    // After a broken subscription the queues still hold what was taken: go on where taking ended, not where delivering did.
    const after = this.taken ?? queues.watermark.position;
    for await (const item of this.options.eventStore.subscribe({ streamPrefixes }, after, signal)) {
      this.trouble = undefined;
      if (item.kind === 'event') {
        queues.accept(item.recorded, (stream) => this.aside.has(stream));
        this.taken = item.recorded.position;
      } else if (item.position !== undefined && item.position.commit > (this.taken?.commit ?? -1n)) {
        queues.watermark.pass(item.position);
        this.taken = item.position;
      }
      if (item.kind === 'caught-up') this.state = 'live';
      await queues.room();
    }
  }

  private async keepCheckpoints(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await pause(CHECKPOINT_MS, this.stopping.signal);
      await this.keepCheckpoint();
    }
  }

  private async keepCheckpoint(): Promise<void> {
    const reached = this.queues?.watermark.position;
    if (reached === undefined || reached.commit === this.saved?.commit) return;
    try {
      await this.options.store.save(reached);
      this.saved = reached;
      this.memoryTrouble = undefined;
    } catch (error) {
      this.memoryTrouble = `The checkpoint cannot be kept: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
}

const systemNow = (): Instant => new Date().toISOString() as Instant;
