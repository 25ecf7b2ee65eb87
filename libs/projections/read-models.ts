import type { ReadDb } from '@hoptac/read-db';
import type { Kysely } from 'kysely';
import { CHANNELS } from './bookkeeping.tables';
import { Bookkeeping } from './bookkeeping';
import { Listener } from './listener';
import type { ParkedEvent, ProcessorStatus, Projection } from './projection';
import { parkedEvents, processorStatus } from './status';

/** The read model has no build that readers may see yet. The edge answers 503 with Retry-After (`isDatabaseOutage` knows the name). */
export class ReadModelNotReady extends Error {
  override readonly name = 'ReadModelNotReady';
  constructor(readonly projection: string) {
    super(`The read model ${projection} is being built`);
  }
}

/** A live read model moved on, and by which streams' events; what is absent may be anything (a large batch, another build, a connection that was lost). */
export interface ReadModelChange {
  readonly name?: string;
  /** Commit position; absent when it has to be looked up. */
  readonly position?: bigint;
  readonly streams?: readonly string[];
}

interface LiveBuild {
  readonly schema: string;
  readonly version: number;
}

interface Waiter {
  readonly position: bigint;
  readonly wake: () => void;
}

const POLL_MS = 100;

/** The readers' side: which schema is live, how far it is, how the processors do. */
export class ReadModels {
  private readonly live = new Map<string, LiveBuild>();
  private readonly positions = new Map<string, bigint>();
  private readonly waiters = new Map<string, Set<Waiter>>();
  private readonly followers = new Set<(change: ReadModelChange) => void>();
  private readonly listener: Listener;
  private ensured: Promise<void> | undefined;
  private closed = false;

  constructor(private readonly db: ReadDb) {
    this.listener = new Listener(
      db,
      [CHANNELS.positions, CHANNELS.versions],
      (channel, payload) => {
        this.hear(channel, payload);
      },
      () => {
        this.live.clear();
        this.positions.clear();
        this.tell({});
      },
    );
  }

  /**
   * Kysely on the live build's schema. Take it per request, not for longer: the build before a switch is dropped a minute after it.
   * @throws ReadModelNotReady before the first build is complete, or while the live one is older than the projection's readers can read.
   */
  async of<T>(projection: Projection<T>): Promise<Kysely<T>> {
    let build = this.listener.hears ? this.live.get(projection.name) : undefined;
    build ??= (await this.look(projection.name)).build;
    if (!build || build.version < (projection.oldestReadable ?? 0)) throw new ReadModelNotReady(projection.name);
    return this.db.kysely<T>(build.schema);
  }

  /**
   * Waits until the live build has considered the position (read-your-write). False when it has not within the time, in milliseconds: show what is there
   * and say that it may be behind. Never waits longer, whatever is down.
   */
  async waitFor(name: string, position: bigint, timeoutMs = 2_000): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    while (!this.closed) {
      if (this.heardOf(name, position)) return true;
      const left = deadline - performance.now();
      if (left <= 0) return false;
      let limit: NodeJS.Timeout | undefined;
      const late = new Promise<undefined>((resolve) => (limit = setTimeout(resolve, left, undefined)));
      const found = await Promise.race([this.look(name), late]).finally(() => {
        clearTimeout(limit);
      });
      if (!found) return false;
      if (found.position !== undefined && found.position >= position) return true;
      // Told while the look was under way: nobody will be told again.
      if (this.heardOf(name, position)) return true;
      await this.untilHeard(name, position, Math.min(POLL_MS, deadline - performance.now()));
    }
    return false;
  }

  /** Calls back after every move of any live read model that this process has heard of, until the answered function is called. */
  follow(follower: (change: ReadModelChange) => void): () => void {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }

  /** Commit position of the live build; undefined before its first event. */
  async position(name: string): Promise<bigint | undefined> {
    return this.positions.get(name) ?? (await this.look(name)).position;
  }

  /** One entry per build: the live ones, and those being built beside them. */
  async status(): Promise<ProcessorStatus[]> {
    await this.ensure();
    return processorStatus(this.db);
  }

  /** Events that an administrator set aside, at most the newest 200. */
  async parked(): Promise<ParkedEvent[]> {
    await this.ensure();
    return parkedEvents(this.db);
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const waiters of this.waiters.values()) for (const waiter of waiters) waiter.wake();
    await this.listener.close();
  }

  private async look(name: string): Promise<{ build: LiveBuild | undefined; position: bigint | undefined }> {
    await this.ensure();
    this.listener.start();
    const heard = this.hears();
    const { rows } = await this.db.pool.query<LiveBuild & { commit: string | null }>(
      `select v.schema_name as schema, v.version, c.commit_position::text as commit
       from projections.versions v join projections.checkpoints c using (schema_name) where v.name = $1 and v.state = 'live'`,
      [name],
    );
    const row = rows[0];
    const build = row && { schema: row.schema, version: row.version };
    const position = row && row.commit !== null ? BigInt(row.commit) : undefined;
    // Kept only when every later change will be heard, from before the look.
    if (heard && this.hears() && build) {
      this.live.set(name, build);
      if (position !== undefined) this.advance(name, position);
    }
    return { build, position };
  }

  private heardOf(name: string, position: bigint): boolean {
    return this.listener.hears && (this.positions.get(name) ?? -1n) >= position;
  }

  private hears(): boolean {
    return this.listener.hears;
  }

  private hear(channel: string, payload: string): void {
    if (channel === CHANNELS.versions) {
      this.live.delete(payload);
      this.positions.delete(payload);
      this.tell({ name: payload });
      return;
    }
    const { name, schema, commit, streams } = JSON.parse(payload) as {
      name: string;
      schema: string;
      commit: string | null;
      streams?: readonly string[];
    };
    if (this.live.get(name)?.schema !== schema) this.live.delete(name);
    if (commit === null) return;
    this.advance(name, BigInt(commit));
    this.tell({ name, position: BigInt(commit), ...(streams === undefined ? {} : { streams }) });
  }

  private tell(change: ReadModelChange): void {
    for (const follower of this.followers) follower(change);
  }

  private advance(name: string, position: bigint): void {
    if (position > (this.positions.get(name) ?? -1n)) this.positions.set(name, position);
    for (const waiter of this.waiters.get(name) ?? []) if (waiter.position <= position) waiter.wake();
  }

  private async untilHeard(name: string, position: bigint, ms: number): Promise<void> {
    if (ms <= 0) return;
    const waiters = this.waiters.get(name) ?? new Set<Waiter>();
    this.waiters.set(name, waiters);
    await new Promise<void>((resolve) => {
      const waiter: Waiter = {
        position,
        wake: () => {
          clearTimeout(timer);
          waiters.delete(waiter);
          resolve();
        },
      };
      const timer = setTimeout(waiter.wake, ms);
      waiters.add(waiter);
    });
  }

  private async ensure(): Promise<void> {
    this.ensured ??= new Bookkeeping(this.db).ensure().catch((error: unknown) => {
      this.ensured = undefined;
      throw error;
    });
    await this.ensured;
  }
}
