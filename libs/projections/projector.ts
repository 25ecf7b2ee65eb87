import type { EventStore } from '@hoptac/event-store';
import type { Position } from '@hoptac/kernel';
import type { ReadDb } from '@hoptac/read-db';
import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { Bookkeeping } from './bookkeeping';
import { CHANNELS } from './bookkeeping.tables';
import { takeCommands } from './commands';
import { Lane } from './lane';
import { DEFAULT_PROCESSOR_LIMITS, type ProcessorLimits } from './processor';
import type { Projection } from './projection';

export interface ProjectorOptions extends Partial<ProcessorLimits> {
  /** How long the build before stays readable after a switch, in seconds. */
  readonly graceSeconds?: number;
  /** How often it looks for the store's end, orders, free locks and droppable builds, in milliseconds. */
  readonly beatMs?: number;
}

/**
 * Runs all projections of a program: one lane per projection whose lock this program holds. A second projector waits beside and takes over lanes
 * whose holder died. The locks live as long as one session; when it breaks, every lane is closed before any lock is asked for again.
 */
export class Projector {
  private readonly log = new Logger(Projector.name);
  private readonly books: Bookkeeping;
  private readonly lanes = new Map<string, Lane>();
  private readonly stopping = new AbortController();
  private readonly limits: ProcessorLimits;
  private end: Position | undefined;
  private session: Client | undefined;
  private beat = (): void => undefined;
  private running: Promise<void> | undefined;
  private healthy: string | undefined;

  constructor(
    private readonly projections: readonly Projection<never>[],
    private readonly store: EventStore,
    private readonly db: ReadDb,
    private readonly options: ProjectorOptions = {},
  ) {
    const names = projections.map((projection) => projection.name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw new Error(`Two projections are called ${twice}`);
    this.books = new Bookkeeping(db);
    this.limits = { ...DEFAULT_PROCESSOR_LIMITS, ...options };
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Finishes the batches in work, gives the locks back; ends within the time given. */
  async stop(withinMs = 8_000): Promise<void> {
    this.stopping.abort();
    this.beat();
    await Promise.race([this.running, sleep(withinMs, undefined, { ref: false })]);
  }

  /** For health: how many lanes run here. @throws Error while the bookkeeping or the locks cannot be had. */
  check(): string {
    if (this.healthy === undefined) throw new Error('the projector has no session in PostgreSQL');
    return this.healthy;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.books.ensure();
        await this.serve();
      } catch (error) {
        if (this.isStopping()) break;
        this.log.warn(`projector pauses: ${error instanceof Error ? error.message : String(error)}`);
        await sleep(1_000, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      } finally {
        await this.closeAll();
      }
    }
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async serve(): Promise<void> {
    const session = await this.db.dedicatedClient('projector');
    this.session = session;
    let lost: Error | undefined;
    session.on('end', () => {
      lost ??= new Error('lost the session that holds the locks');
      this.beat();
    });
    session.on('notification', () => {
      this.beat();
    });
    await session.query(`listen ${CHANNELS.commands}`);
    while (!this.stopping.signal.aborted) {
      if (lost) throw lost;
      const woken = new Promise<void>((resolve) => (this.beat = resolve));
      await this.openFreeLanes(session);
      await this.lookAround();
      this.healthy = `${String(this.lanes.size)} of ${String(this.projections.length)} projections run here`;
      const timer = new AbortController();
      await Promise.race([
        woken,
        sleep(this.options.beatMs ?? 1_000, undefined, { signal: timer.signal }).catch(() => undefined),
      ]);
      timer.abort();
    }
  }

  private async openFreeLanes(session: Client): Promise<void> {
    for (const projection of this.projections) {
      if (this.lanes.has(projection.name) || this.stopping.signal.aborted) continue;
      const { rows } = await session.query<{ mine: boolean }>(
        `select pg_try_advisory_lock(hashtextextended($1, 0)) as mine`,
        [`projection:${projection.name}`],
      );
      if (rows[0]?.mine !== true) continue;
      const parts = { store: this.store, db: this.db, books: this.books, limits: this.limits, end: () => this.end };
      const lane = new Lane(projection, parts, this.options.graceSeconds ?? 60);
      this.lanes.set(projection.name, lane);
      try {
        await lane.open();
      } catch (error) {
        // One projection that cannot even make its tables must not keep the others from running; it is tried again at the next beat.
        await lane.close();
        this.lanes.delete(projection.name);
        await session.query(`select pg_advisory_unlock(hashtextextended($1, 0))`, [`projection:${projection.name}`]);
        this.log.error(`${projection.name} cannot start: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  private async lookAround(): Promise<void> {
    try {
      this.end = (await this.store.lastPosition()) ?? this.end;
    } catch (error) {
      this.log.warn(`the event store does not answer: ${error instanceof Error ? error.message : String(error)}`);
    }
    await this.books.heartbeat(this.end);
    await takeCommands(this.db, [...this.lanes.keys()], async (command) => {
      const lane = this.lanes.get(command.name);
      if (!lane) return { accepted: false, outcome: 'the projection moved to another projector' };
      if (command.kind === 'rebuild') return lane.rebuild();
      if (command.kind === 'retry') return lane.retry();
      return lane.park(command.reason ?? '', command.requestedBy);
    });
    for (const lane of this.lanes.values()) {
      await lane.lookForLoss();
      await lane.dropRetired();
    }
  }

  private async closeAll(): Promise<void> {
    this.healthy = undefined;
    await Promise.allSettled([...this.lanes.values()].map((lane) => lane.close()));
    this.lanes.clear();
    const session = this.session;
    this.session = undefined;
    await session?.end().catch(() => undefined);
  }
}
