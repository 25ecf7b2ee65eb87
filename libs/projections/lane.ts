import { Logger } from '@nestjs/common';
import type { Position } from '@hoptac/kernel';
import type { Build } from './bookkeeping';
import { comparePositions } from './positions';
import { Processor, type ProcessorParts, type RunEnd } from './processor';
import type { Projection } from './projection';

/** An order to one projection, and what came of it. */
export interface LaneOutcome {
  readonly accepted: boolean;
  readonly outcome: string;
}

interface Runner {
  readonly build: Build;
  readonly stopper: AbortController;
  readonly done: Promise<RunEnd>;
}

/**
 * Everything that one projection has running: the live build, and beside it a new one while it is built. Only the projector that holds the
 * projection's lock opens its lane.
 */
export class Lane {
  private readonly log = new Logger(Lane.name);
  private live: Runner | undefined;
  private building: Runner | undefined;
  private closed = false;
  /** Orders, switches and restarts of one lane happen one after the other. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly projection: Projection<never>,
    private readonly parts: ProcessorParts,
    private readonly graceSeconds: number,
  ) {}

  /** Resumes what was running: live build, unfinished build, or a new one when the version was raised. */
  async open(): Promise<void> {
    await this.inTurn(async () => {
      const { books } = this.parts;
      const builds: Build[] = [];
      for (const build of await books.builds(this.projection.name)) {
        if (await books.exists(build.schema)) builds.push(build);
        else await this.giveUp(build);
      }
      const live = builds.find((build) => build.state === 'live');
      let building = builds.find((build) => build.state === 'building');
      if (building && building.version !== this.projection.version) {
        await books.drop(building.schema);
        building = undefined;
      }
      if (live?.version === this.projection.version) this.live = this.start(live);
      else building ??= await this.begin(live);
      if (building) this.building = this.start(building);
    });
  }

  async rebuild(): Promise<LaneOutcome> {
    return this.inTurn(async () => {
      if (this.building) return { accepted: false, outcome: `${this.building.build.schema} is being built already` };
      const build = await this.parts.books.begin(this.projection);
      this.building = this.start(build);
      return { accepted: true, outcome: `builds ${build.schema}` };
    });
  }

  async retry(): Promise<LaneOutcome> {
    return this.inTurn(() => this.restartStopped(() => Promise.resolve('tries again')));
  }

  /** Sets the event that stopped it aside, with a reason that stays on record, and goes on after it. */
  async park(reason: string, parkedBy: string): Promise<LaneOutcome> {
    return this.inTurn(() =>
      this.restartStopped(async (build) =>
        (await this.parts.books.park(build, reason, parkedBy)) ? 'goes on without the event' : undefined,
      ),
    );
  }

  async dropRetired(): Promise<void> {
    for (const schema of await this.parts.books.droppable(this.projection.name)) {
      await this.parts.books.drop(schema);
      this.log.log(`${this.projection.name}: dropped ${schema}`);
    }
  }

  /** A model to which nothing happens would not notice that its schema was dropped, and its readers would wait for ever. */
  async lookForLoss(): Promise<void> {
    const { live } = this;
    if (!live || (await this.parts.books.exists(live.build.schema))) return;
    await this.inTurn(async () => {
      if (this.closed || this.live !== live) return;
      live.stopper.abort();
      await live.done;
      await this.replaceLost('live', live.build);
    });
  }

  /** Finishes the batches in work and stops. */
  async close(): Promise<void> {
    this.closed = true;
    this.live?.stopper.abort();
    this.building?.stopper.abort();
    await Promise.allSettled([this.live?.done, this.building?.done]);
  }

  private async restartStopped(prepare: (build: Build) => Promise<string | undefined>): Promise<LaneOutcome> {
    const { books } = this.parts;
    const outcomes: string[] = [];
    let found = false;
    for (const slot of ['live', 'building'] as const) {
      const runner = this[slot];
      if (!runner || (await books.checkpoint(runner.build.schema)).state !== 'stopped') continue;
      found = true;
      const outcome = await prepare(runner.build);
      if (outcome === undefined) continue;
      await runner.done;
      await books.resume(runner.build);
      this[slot] = this.start(runner.build);
      outcomes.push(`${runner.build.schema} ${outcome}`);
    }
    if (outcomes.length > 0) return { accepted: true, outcome: outcomes.join('; ') };
    return {
      accepted: false,
      outcome: found ? 'it did not stop at an event that its fold refuses; retry it' : 'it is not stopped',
    };
  }

  private start(build: Build): Runner {
    const stopper = new AbortController();
    if (this.closed) stopper.abort();
    const processor: Processor = new Processor(this.projection, build, this.parts, (position) =>
      this.onCaughtUp(build, position),
    );
    const done = processor.run(stopper.signal);
    // Failures in here end in the queue; what could not be done is found again when the lane is next opened.
    void done.then((end) => this.inTurn(() => this.afterRun(processor, end))).catch(() => undefined);
    return { build, stopper, done };
  }

  private async begin(beside: Build | undefined): Promise<Build> {
    const { name, version } = this.projection;
    this.log.log(`${name}: builds version ${String(version)} beside ${beside?.schema ?? 'nothing'}`);
    return this.parts.books.begin(this.projection);
  }

  private async giveUp(build: Build): Promise<void> {
    this.log.error(`${this.projection.name}: the schema ${build.schema} is gone; it is built anew from the facts`);
    await this.parts.books.giveUp(build);
  }

  private async afterRun(processor: Processor, end: RunEnd): Promise<void> {
    if (this.closed) return;
    if (end !== 'lost') {
      // The live one is paused only while a build waits to pass it; when it ends by a switch or an order, nothing is to be resumed.
      if (this.building?.build.schema === processor.schema) this.resumeLive();
      return;
    }
    const slot = this.live?.build.schema === processor.schema ? 'live' : 'building';
    const lost = this[slot];
    if (lost?.build.schema !== processor.schema) return;
    await this.replaceLost(slot, lost.build);
  }

  private async replaceLost(slot: 'live' | 'building', build: Build): Promise<void> {
    await this.giveUp(build);
    this[slot] = undefined;
    this.building ??= this.start(await this.begin(this.live?.build));
    this.resumeLive();
  }

  /** A build that stopped half-way must not leave the live one paused. */
  private resumeLive(): void {
    if (this.closed || !this.building || !this.live?.stopper.signal.aborted) return;
    this.live = this.start(this.live.build);
  }

  /**
   * The new build is at the store's end. The live one pauses, so that the switch never takes readers back in time; when it is ahead, it stands still
   * while the new one subscribes again and looks at least as far.
   */
  private async onCaughtUp(build: Build, position: Position | undefined): Promise<Build | 'again'> {
    return this.inTurn(async () => {
      if (this.closed || this.building?.build.schema !== build.schema) return build;
      const before = this.live;
      if (before) {
        before.stopper.abort();
        await before.done;
        const reached = await this.parts.books.checkpoint(before.build.schema);
        if (comparePositions(position, reached.position) < 0) {
          this.log.log(`${this.projection.name}: ${build.schema} waits until it has passed ${before.build.schema}`);
          return 'again';
        }
      }
      const live = await this.parts.books.goLive(build, this.graceSeconds);
      this.live = { ...this.building, build: live };
      this.building = undefined;
      this.log.log(`${this.projection.name}: ${build.schema} is live`);
      return live;
    });
  }

  private inTurn<R>(work: () => Promise<R>): Promise<R> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => undefined);
    return result;
  }
}
