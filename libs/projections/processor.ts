import type { EventFilter, EventStore, SubscriptionItem } from '@hoptac/event-store';
import type { Position, Recorded } from '@hoptac/kernel';
import { tellSteps } from '@hoptac/platform';
import { isDatabaseOutage, isLostRace, isMissingTable, type ReadDb } from '@hoptac/read-db';
import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { inBatches } from './batches';
import { BatchScope } from './batch-scope';
import { MOVED, type Bookkeeping, type Build, type StopKind } from './bookkeeping';
import { StreamEvidence } from './evidence';
import { unreadableEvent } from './unreadable-event';
import { comparePositions, laterOf, showPosition } from './positions';
import { Progress } from './progress';
import type { Projection } from './projection';
import { RowMemory } from './row-memory';

export interface ProcessorLimits {
  /** Events in one transaction while following live. */
  readonly liveBatch: number;
  /** Events in one transaction while rebuilding. */
  readonly rebuildBatch: number;
  /** How long a live batch that is not full waits for more; 0–10 ms, more shows in read-your-write. */
  readonly lingerMs: number;
  /** Longest pause before an outage is tried again. */
  readonly maxBackoffMs: number;
}

export const DEFAULT_PROCESSOR_LIMITS: ProcessorLimits = {
  liveBatch: 500,
  rebuildBatch: 4_000,
  lingerMs: 2,
  maxBackoffMs: 5_000,
};

export interface ProcessorParts {
  readonly store: EventStore;
  readonly db: ReadDb;
  readonly books: Bookkeeping;
  readonly limits: ProcessorLimits;
  /** Newest position known of the store, for progress. */
  readonly end: () => Position | undefined;
}

/** Checkpoints alone wait this long for company: a reader waiting for an event that this model leaves out sees it that much later. */
const QUIET_LINGER_MS = 25;

/** A rebuild gains from full batches and nobody waits for one of them; its end flushes by itself. */
const REBUILD_LINGER_MS = 100;

/** Rows of all its tables that a processor remembers, twice at most; some kilobytes each. */
const ROWS_REMEMBERED = 2_000;

export type RunEnd = 'ended' | 'stopped' | 'lost';

/** Ends the processor where it stands; already recorded with its reason. */
class Stopped extends Error {}

/** Its schema is gone. */
class SchemaLost extends Error {}

/** The checkpoint is not where this processor left it. */
class CheckpointMoved extends Error {}

/**
 * One projection's build: one filtered subscription, one checkpoint, advanced in the transaction of its rows. Outages are waited out; a fold that throws
 * or an event that cannot be the next one stops this processor alone, loudly.
 */
export class Processor {
  private readonly log = new Logger(Processor.name);
  private position: Position | undefined;
  private caughtUp = false;
  private readonly progress = new Progress();
  private readonly memory = new RowMemory(ROWS_REMEMBERED);

  constructor(
    private readonly projection: Projection<never>,
    private build: Build,
    private readonly parts: ProcessorParts,
    /**
     * Called between batches once a build that is not live has reached the store's end: the place to switch. Answers the build as it stands afterwards, or
     * 'again' when it must first look further than it has.
     */
    private readonly onCaughtUp: (position: Position | undefined) => Promise<Build | 'again'>,
  ) {}

  get schema(): string {
    return this.build.schema;
  }

  /** Runs until the signal aborts ('ended'), it had to stop ('stopped') or its schema is gone ('lost'). The batch in work is finished first. */
  async run(signal: AbortSignal): Promise<RunEnd> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        const again = await this.follow(signal, () => (failures = 0));
        if (!again && !isOver(signal)) await this.pause(failures++, signal);
      } catch (error) {
        if (error instanceof Stopped) return 'stopped';
        if (error instanceof SchemaLost) return 'lost';
        const passing = isPassing(error);
        if (!passing && (await this.stop('failure', undefined, messageOf(error)))) return 'stopped';
        if (isOver(signal)) break;
        this.log.warn(`${this.projection.name}: ${messageOf(error)}; continues from ${showPosition(this.position)}`);
        await this.pause(failures++, signal);
      }
    }
    return 'ended';
  }

  /** One subscription's life. True when it is to be opened again at once. */
  private async follow(signal: AbortSignal, onProgress: () => void): Promise<boolean> {
    const { books, store, limits } = this.parts;
    const [checkpoint, parked, end] = [
      await books.checkpoint(this.build.schema),
      await books.parked(this.projection.name, this.projection.version),
      await store.lastPosition(),
    ];
    if (checkpoint.state === 'stopped') throw new Stopped();
    this.position = checkpoint.position;
    this.memory.clear();
    this.caughtUp = false;
    const whole = this.projection.categories !== undefined;
    const evidence = new StreamEvidence(
      this.position,
      whole ? (streams) => books.revisions(this.build.schema, streams) : undefined,
    );
    const types = new Set(this.projection.eventTypes);
    const wanted = (recorded: Recorded): boolean => types.has(recorded.event.type) && !parked.has(recorded.id);
    // Asked anew for each batch: the build goes live in the middle of its subscription, and its readers must not wait as long as a rebuild may.
    const rebuilding = (): boolean => this.build.state !== 'live';
    const items = inBatches<SubscriptionItem>(store.subscribe(this.filter(), this.position, signal), {
      get maxCount() {
        return rebuilding() ? limits.rebuildBatch : limits.liveBatch;
      },
      get lingerMs() {
        return rebuilding() ? REBUILD_LINGER_MS : limits.lingerMs;
      },
      quietLingerMs: QUIET_LINGER_MS,
      matters: (item) => item.kind === 'event',
      flushes: (item) => item.kind === 'caught-up',
    });
    try {
      for await (const batch of items) {
        await this.take(batch, evidence, wanted, end);
        onProgress();
        if (signal.aborted) return false;
        if (this.build.state === 'live' || !this.isCaughtUp()) continue;
        const build = await this.onCaughtUp(this.position);
        if (build === 'again') return true;
        this.build = build;
      }
      return false;
    } catch (error) {
      const unreadable = unreadableEvent(error);
      if (!unreadable) throw error;
      if (!parked.has(unreadable.id)) {
        await this.stop('poison', unreadable, messageOf(error));
        throw new Stopped();
      }
      // Parked: it counts as considered, and the subscription is opened again behind it.
      await this.take([{ kind: 'event', recorded: unreadable }], evidence, wanted, end);
      return true;
    }
  }

  private isCaughtUp(): boolean {
    return this.caughtUp;
  }

  private filter(): EventFilter {
    const { categories, eventTypes } = this.projection;
    return categories ? { streamPrefixes: categories.map((category) => `${category}-`) } : { eventTypes };
  }

  private async take(
    batch: readonly SubscriptionItem[],
    evidence: StreamEvidence,
    wanted: (recorded: Recorded) => boolean,
    end: Position | undefined,
  ): Promise<void> {
    const events = batch.flatMap((item) => (item.kind === 'event' ? [item.recorded] : []));
    await evidence.prepare(events);
    let accepted = events;
    let refusal: { readonly recorded: Recorded; readonly reason: string } | undefined;
    for (const [index, recorded] of events.entries()) {
      const reason = evidence.refuse(recorded);
      if (reason === undefined) continue;
      refusal = { recorded, reason };
      accepted = events.slice(0, index);
      break;
    }
    if (refusal) {
      if (accepted.length > 0) await this.fold(accepted, wanted, accepted.at(-1)?.position);
      await this.stop('gap', refusal.recorded, refusal.reason);
      throw new Stopped();
    }
    const arrived = batch.some((item) => item.kind === 'caught-up');
    const first = arrived && !this.caughtUp;
    if (arrived) this.caughtUp = true;
    let to = this.position;
    for (const item of batch) to = laterOf(to, item.kind === 'event' ? item.recorded.position : item.position);
    // Who has caught up has looked at everything up to the end as it was before the subscription began, also where the filter matched nothing.
    if (first) to = laterOf(to, end);
    if (first || comparePositions(to, this.position) > 0) await this.fold(accepted, wanted, to);
  }

  /** One transaction for all; when the fold throws, halves find the one event that it refuses, and everything before it is kept. */
  private async fold(
    events: readonly Recorded[],
    wanted: (recorded: Recorded) => boolean,
    to: Position | undefined,
  ): Promise<void> {
    try {
      await this.commit(events, wanted, to);
    } catch (error) {
      if (isPassing(error)) throw error;
      if (isMissingTable(error) && !(await this.parts.books.exists(this.build.schema))) throw new SchemaLost();
      const only = events.length === 1 ? events[0] : undefined;
      if (only) {
        await this.stop('poison', only, messageOf(error));
        throw new Stopped();
      }
      if (events.length === 0) throw error;
      const half = events.slice(0, Math.ceil(events.length / 2));
      await this.fold(half, wanted, half.at(-1)?.position);
      await this.fold(events.slice(half.length), wanted, to);
    }
  }

  private async commit(
    events: readonly Recorded[],
    wanted: (recorded: Recorded) => boolean,
    to: Position | undefined,
  ): Promise<void> {
    const { db, books } = this.parts;
    const [live, since] = [this.build.state === 'live', Date.now()];
    const progress = live ? undefined : this.progress.after(events.length, this.position, to, this.parts.end());
    const folded = events.filter(wanted);
    const step = {
      from: this.position,
      to,
      considered: events,
      state: live ? (this.caughtUp ? 'live' : 'catching-up') : 'rebuilding',
      wholeStreams: this.projection.categories !== undefined,
      progress,
      announce: live,
    } as const;
    await new BatchScope(db, this.build.schema, this.memory).run<never, object>(
      async (trx) => {
        if (folded.length > 0) await this.projection.apply(folded, trx);
      },
      (writes) => books.advance(this.build, step, writes),
      MOVED,
      (rows) => {
        if (rows.length === 1) return;
        throw new CheckpointMoved(`the checkpoint of ${this.build.schema} was moved by another projector`);
      },
    );
    this.position = to;
    if (!live) return;
    const steps = folded.map(({ metadata }) => metadata.traceparent);
    tellSteps('fold', { 'hoptac.projection': this.projection.name }, steps, since);
  }

  /** Records why it stands still. False when even that could not be written; the caller then goes on trying. */
  private async stop(kind: StopKind, at: Recorded | undefined, reason: string): Promise<boolean> {
    const where = at
      ? `${at.event.type} ${at.id} of ${at.stream} at ${showPosition(at.position)}`
      : `after ${showPosition(this.position)}`;
    this.log.error(`${this.projection.name} (${this.build.schema}) STOPPED, ${kind}: ${where}: ${reason}`);
    try {
      await this.parts.books.stop(this.build, kind, at, this.position, reason);
      return true;
    } catch (error) {
      if (at) throw error;
      return false;
    }
  }

  private async pause(failures: number, signal: AbortSignal): Promise<void> {
    const ms = Math.min(this.parts.limits.maxBackoffMs, 100 * 2 ** Math.min(failures, 10));
    await sleep(ms, undefined, { signal }).catch(() => undefined);
  }
}

/** Asked anew each time: it changes while something else is awaited. */
const isOver = (signal: AbortSignal): boolean => signal.aborted;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Passes by itself: an outage of either store, a lost race, a checkpoint that must be read again. */
function isPassing(error: unknown): boolean {
  return (
    (isDatabaseOutage(error) && !isMissingTable(error)) ||
    isLostRace(error) ||
    error instanceof CheckpointMoved ||
    (error instanceof Error && error.name === 'StoreUnavailable')
  );
}
