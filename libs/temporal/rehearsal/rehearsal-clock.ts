import type { EventStore } from '@hoptac/event-store';
import type { Clock, DomainEvent, Instant } from '@hoptac/kernel';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { isStopped } from '../feeder/case-queues';
import { REHEARSAL_STREAM, type RehearsalClockAdvanced } from './rehearsal.events';

const RETRY_MS = 1_000;
const FIRST_READ_LIMIT_MS = 3_000;

/**
 * The stack's clock: the system clock plus the offset of the stream `rehearsalClock-province`, which it follows. Where rehearsal is not allowed it is the
 * system clock, reads nothing and cannot be moved. It never runs backwards by its own doing: offsets only grow.
 */
export class RehearsalClock implements Clock, OnModuleInit, OnApplicationShutdown {
  private offset = 0;
  private readonly stopped = new AbortController();
  private following: Promise<void> = Promise.resolve();

  constructor(
    private readonly eventStore: EventStore,
    readonly allowed: boolean,
    private readonly report: (message: string) => void = () => undefined,
    private readonly systemMs: () => number = Date.now,
  ) {}

  now(): Instant {
    return new Date(this.systemMs() + this.offset).toISOString() as Instant;
  }

  /** The stack's clock minus the system clock, milliseconds; 0 in production. */
  get offsetMs(): number {
    return this.offset;
  }

  /** Waits a little for the first reading, so that a program seldom starts on yesterday's time; goes on without when the store is down. */
  async onModuleInit(): Promise<void> {
    if (!this.allowed) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, FIRST_READ_LIMIT_MS);
      this.following = this.follow(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped.abort();
    await this.following;
  }

  /** Takes an offset known from elsewhere, e.g. just appended. */
  take(offsetMs: number): void {
    if (this.allowed) this.offset = Math.max(this.offset, offsetMs);
  }

  private async follow(onRead: () => void): Promise<void> {
    const signal = this.stopped.signal;
    while (!signal.aborted) {
      try {
        for (const { event } of (await this.eventStore.readStream(REHEARSAL_STREAM)).events) this.apply(event);
        onRead();
        for await (const item of this.eventStore.subscribe({ streamPrefixes: [REHEARSAL_STREAM] }, undefined, signal)) {
          if (item.kind === 'event') this.apply(item.recorded.event);
        }
      } catch (error) {
        if (isStopped(signal)) return;
        this.report(
          `The rehearsal clock cannot be followed: ${error instanceof Error ? error.message : String(error)}`,
        );
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  private apply(event: DomainEvent): void {
    if (event.type === 'RehearsalClockAdvanced') this.take((event as RehearsalClockAdvanced).data.offsetMs);
  }
}
