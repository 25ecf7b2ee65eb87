import {
  brokenRule,
  DomainError,
  fold,
  type AggregateDefinition,
  type Command,
  type DomainEvent,
  type Recorded,
} from '@hoptac/kernel';
import { inSpan } from '@hoptac/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Executed, ExecutionOptions, Loaded } from './command-execution';
import { RevisionConflict, type AppendContext, type Appended, type EventStore } from './event-store.port';
import { FoldedStateCache, type CommandTrace, type FoldedStream } from './folded-state-cache';
import { KeyedQueue } from './keyed-queue';
import { streamName } from './stream-name';

export interface AggregateStoreOptions {
  /** Bound of the cache of folded states, counted in streams plus command ids; two generations of it are kept. */
  readonly cacheLimit?: number;
  /** Longest pause before a second try after a conflict, in milliseconds; the pause itself is drawn at random. */
  readonly jitterMs?: number;
  /** How long a command waits for the commands before it on the same stream, in milliseconds. */
  readonly queueWaitMs?: number;
}

const TRIES = 3;

/**
 * The command made from the stream as it stands, where the caller must look at the state first (rights on it, limits counted from it). Called again when
 * the state turned out to be old; throws DomainError to refuse.
 */
export type Ordered<S, C> = (state: S) => C | Promise<C>;

/**
 * Carries out commands on the streams of one aggregate: load, fold, decide, append at the revision read. Keep one instance per process and aggregate:
 * it holds the folded states of recent streams and puts the commands to one stream in a row.
 */
export class AggregateStore<S, C extends Command, E extends DomainEvent> {
  private readonly cache: FoldedStateCache<S>;
  private readonly queue: KeyedQueue;
  private readonly jitterMs: number;

  constructor(
    private readonly store: EventStore,
    private readonly definition: AggregateDefinition<S, C, E>,
    options: AggregateStoreOptions = {},
  ) {
    this.cache = new FoldedStateCache(options.cacheLimit ?? 20_000);
    this.queue = new KeyedQueue(options.queueWaitMs ?? 10_000);
    this.jitterMs = options.jitterMs ?? 20;
  }

  /** The stream as it stands now; the initial state at revision -1 when it does not exist. @throws StoreUnavailable. */
  async load(id: string): Promise<Loaded<S>> {
    const stream = streamName(this.definition.category, id);
    const { state, revision } = await this.refresh(stream, this.cache.get(stream));
    return { state, revision };
  }

  /**
   * Decides the command on the stream and records its events. A command id seen before gets its first answer without deciding. A refusal is never
   * given on a remembered state alone: the stream's tail is read first. Who must look at the state to make the command gives a function: looking by `load`
   * before would cost every step a read.
   * @throws DomainError what the decider refuses; `PLATFORM.IDEMPOTENCY_KEY_REUSED` when the command id was recorded with another body; kind `stale`, `EVENT_STORE.STALE_REVISION`, when the stream is not at `ifRevision`
   *   (details: `expected`, `actual`, `changedBy` account ids, `changedByRoles`, `lastEventType`); RevisionConflict after three tries; StoreUnavailable.
   */
  async execute(id: string, command: C | Ordered<S, C>, options: ExecutionOptions): Promise<Executed<S>> {
    const stream = streamName(this.definition.category, id);
    const ordered = typeof command === 'function' ? command : (): C => command;
    return this.queue.run(stream, () => this.inTurn(stream, ordered, options));
  }

  private async inTurn(stream: string, ordered: Ordered<S, C>, options: ExecutionOptions): Promise<Executed<S>> {
    let folded = this.cache.get(stream);
    let fresh = false;
    if (folded === undefined && options.expectNew !== true) {
      folded = await this.refresh(stream, undefined);
      fresh = true;
    }
    folded ??= this.nothing();
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.outcome(ordered, folded, options);
      if (outcome.kind === 'repeated') return this.firstAnswer(stream, folded, outcome.trace, options);
      if (outcome.kind !== 'events' && !fresh) {
        folded = await this.refresh(stream, folded);
        fresh = true;
        attempt -= 1;
        continue;
      }
      if (outcome.kind === 'refused') throw outcome.error;
      if (outcome.kind === 'stale') throw await this.stale(stream, outcome.expected, folded.revision);
      if (outcome.kind === 'nothing')
        return { state: folded.state, revision: folded.revision, events: [], repeated: false };
      try {
        return await this.append(stream, folded, outcome.events, outcome.command, options);
      } catch (error) {
        if (!(error instanceof RevisionConflict)) this.cache.forget(stream);
        if (!(error instanceof RevisionConflict) || attempt === TRIES) throw error;
      }
      if (attempt > 1) await sleep(Math.random() * this.jitterMs);
      const seen: number = folded.revision;
      folded = await this.refresh(stream, folded);
      // A conflict with nothing new: the store was put back to an older copy, and what is remembered lies ahead of it.
      if (folded.revision === seen) folded = await this.reload(stream);
      fresh = true;
    }
  }

  private async outcome(
    ordered: Ordered<S, C>,
    folded: FoldedStream<S>,
    options: ExecutionOptions,
  ): Promise<Outcome<C, E>> {
    let command: C;
    try {
      command = await ordered(folded.state);
    } catch (error) {
      // An outage on the way to the command is no refusal of the state.
      if (!(error instanceof DomainError)) throw error;
      return { kind: 'refused', error };
    }
    const trace = folded.commands.get(command.metadata.commandId);
    if (trace !== undefined) return { kind: 'repeated', trace };
    if (options.ifRevision !== undefined && options.ifRevision !== folded.revision)
      return { kind: 'stale', expected: options.ifRevision };
    try {
      const events = this.definition.decider.decide(command, folded.state);
      return events.length === 0 ? { kind: 'nothing' } : { kind: 'events', events, command };
    } catch (error) {
      return { kind: 'refused', error };
    }
  }

  private async append(
    stream: string,
    folded: FoldedStream<S>,
    events: readonly E[],
    command: C,
    options: ExecutionOptions,
  ): Promise<Executed<S>> {
    const expected = folded.revision === -1 ? 'no-stream' : folded.revision;
    const { keepsNewest } = this.definition;
    // Before the first event, so that no death in between leaves a stream that grows for ever.
    if (keepsNewest !== undefined && expected === 'no-stream') await this.store.keepNewest(stream, keepsNewest);
    const appended = await inSpan('append', { 'hoptac.stream.category': this.definition.category }, () =>
      this.store.append(stream, expected, events, contextOf(command, options)),
    );
    if (appended.alreadyThere) {
      const truth = await this.reload(stream);
      const trace = truth.commands.get(command.metadata.commandId);
      if (trace !== undefined) return this.firstAnswer(stream, truth, trace, options);
    }
    return this.remember(stream, folded, events, command, appended, options);
  }

  private remember(
    stream: string,
    folded: FoldedStream<S>,
    events: readonly E[],
    command: C,
    { revision, position }: Appended,
    { requestHash }: ExecutionOptions,
  ): Executed<S> {
    const state = fold(this.definition.decider, events, folded.state);
    folded.commands.set(command.metadata.commandId, {
      ...{ first: folded.revision + 1, last: revision, position },
      ...(requestHash === undefined ? {} : { requestHash }),
    });
    this.cache.put(stream, { state, revision, commands: folded.commands });
    return { state, revision, position, events, repeated: false };
  }

  /** Reads what the folded stream has not seen yet, all of it when nothing was folded. */
  private async refresh(stream: string, from: FoldedStream<S> | undefined): Promise<FoldedStream<S>> {
    const start = from ?? this.nothing();
    const slice = await this.store.readStream(stream, start.revision + 1);
    if (slice.lastRevision < start.revision) return this.reload(stream);
    let { state, revision } = start;
    for (const [index, recorded] of slice.events.entries()) {
      // What was given up lies before everything that is left, never in between.
      const begunLater = this.definition.keepsNewest !== undefined && index === 0 && recorded.revision > revision;
      if (recorded.revision !== revision + 1 && !begunLater)
        throw new Error(`Stream ${stream} has a hole before revision ${String(recorded.revision)}`);
      revision = recorded.revision;
      state = this.definition.decider.evolve(state, recorded.event as E);
      trace(start.commands, recorded);
    }
    const folded = { state, revision, commands: start.commands };
    if (revision >= 0) this.cache.put(stream, folded);
    return folded;
  }

  private reload(stream: string): Promise<FoldedStream<S>> {
    this.cache.forget(stream);
    return this.refresh(stream, undefined);
  }

  private async firstAnswer(
    stream: string,
    folded: FoldedStream<S>,
    known: CommandTrace,
    { requestHash }: ExecutionOptions,
  ): Promise<Executed<S>> {
    // Answering it with what another order did would be a lie.
    if (requestHash !== undefined && known.requestHash !== undefined && requestHash !== known.requestHash)
      throw brokenRule('PLATFORM.IDEMPOTENCY_KEY_REUSED', 'This command id was recorded with another body');
    const unchanged = known.last === folded.revision;
    const { events: recorded } = await this.store.readStream(stream, unchanged ? known.first : 0);
    const upToThen = recorded.filter((one) => one.revision <= known.last);
    const events = upToThen.filter((one) => one.revision >= known.first).map((one) => one.event as E);
    const state = unchanged
      ? folded.state
      : fold(
          this.definition.decider,
          upToThen.map((one) => one.event as E),
        );
    return { state, revision: known.last, position: known.position, events, repeated: true };
  }

  private async stale(stream: string, expected: number, actual: number): Promise<DomainError> {
    const { events } = await this.store.readStream(stream, Math.max(0, expected + 1));
    const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
    return new DomainError(
      'stale',
      'EVENT_STORE.STALE_REVISION',
      `Stream ${stream} is at ${String(actual)}, the caller saw ${String(expected)}`,
      {
        expected,
        actual,
        changedBy: distinct(events.map((one) => one.metadata.recordedBy.personId)),
        changedByRoles: distinct(events.map((one) => one.metadata.recordedBy.role)),
        lastEventType: events.at(-1)?.event.type ?? null,
      },
    );
  }

  private nothing(): FoldedStream<S> {
    return { state: this.definition.decider.initialState(), revision: -1, commands: new Map() };
  }
}

type Outcome<C, E> =
  | { readonly kind: 'repeated'; readonly trace: CommandTrace }
  | { readonly kind: 'stale'; readonly expected: number }
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'events'; readonly events: readonly E[]; readonly command: C };

function trace(commands: Map<string, CommandTrace>, { metadata, revision, position }: Recorded): void {
  commands.set(metadata.commandId, {
    first: commands.get(metadata.commandId)?.first ?? revision,
    last: revision,
    position,
    ...(metadata.requestHash === undefined ? {} : { requestHash: metadata.requestHash }),
  });
}

function contextOf(command: Command, options: ExecutionOptions): AppendContext {
  const { commandId, now, actor } = command.metadata;
  return { ...options, commandId, occurredAt: now, actor };
}
