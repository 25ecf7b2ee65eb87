import type { Appended, EventFilter, EventStore, StreamSlice, SubscriptionItem } from '@hoptac/event-store';
import type { DomainEvent, Instant, Position, Recorded } from '@hoptac/kernel';

const matches = (filter: EventFilter, recorded: Recorded): boolean =>
  'eventTypes' in filter
    ? filter.eventTypes.includes(recorded.event.type)
    : filter.streamPrefixes.some((prefix) => recorded.stream.startsWith(prefix));

/**
 * A log in memory whose subscriptions can be made to misbehave: what a projector must notice is put here on purpose. Positions are 1, 2, 3 …
 * Appending through the port is not its business; specs add events with `add`.
 */
export class ListStore implements EventStore {
  readonly log: Recorded[] = [];
  /** Changes what a subscription yields: drop, repeat, reorder. */
  disturb: (recorded: Recorded) => readonly Recorded[] = (recorded) => [recorded];
  /** Ids of events that cannot be read. */
  readonly unreadable = new Set<string>();
  /** Subscriptions opened so far. */
  subscriptions = 0;
  private readonly revisions = new Map<string, number>();
  private failure: Error | undefined;
  private readonly wake = new Set<() => void>();

  /** Appends events to a stream, at fixed instants, by `system:spec`. */
  add(stream: string, ...events: readonly DomainEvent[]): Recorded[] {
    const added = events.map((event) => {
      const revision = (this.revisions.get(stream) ?? -1) + 1;
      this.revisions.set(stream, revision);
      const place = BigInt(this.log.length + 1);
      const at = new Date(Date.UTC(2026, 0, 5, 1) + this.log.length * 1000).toISOString() as Instant;
      const recorded: Recorded = {
        id: `event-${place.toString()}`,
        stream,
        revision,
        position: { commit: place, prepare: place },
        recordedAt: at,
        event,
        metadata: {
          schemaVersion: 1,
          occurredAt: at,
          recordedBy: { personId: 'system:spec', role: 'system' },
          correlationId: stream,
          causationId: `command-${place.toString()}`,
          commandId: `command-${place.toString()}`,
        },
      };
      this.log.push(recorded);
      return recorded;
    });
    for (const wake of this.wake) wake();
    return added;
  }

  append(): Promise<Appended> {
    return Promise.reject(new Error('ListStore takes events by add()'));
  }

  keepNewest(): Promise<void> {
    return Promise.reject(new Error('ListStore keeps everything'));
  }

  readStream(stream: string, fromRevision = 0, most = Infinity): Promise<StreamSlice> {
    const events = this.log
      .filter((recorded) => recorded.stream === stream && recorded.revision >= fromRevision)
      .slice(0, most);
    return Promise.resolve({ events, lastRevision: events.at(-1)?.revision ?? fromRevision - 1 });
  }

  async *readAll(filter: EventFilter, after?: Position): AsyncIterable<Recorded> {
    await Promise.resolve();
    for (const recorded of this.log)
      if (recorded.position.commit > (after?.commit ?? 0n) && matches(filter, recorded)) yield recorded;
  }

  async *subscribe(
    filter: EventFilter,
    after: Position | undefined,
    signal: AbortSignal,
  ): AsyncIterable<SubscriptionItem> {
    this.subscriptions += 1;
    let index = Number(after?.commit ?? 0n);
    let told = false;
    while (!signal.aborted) {
      this.throwFailure();
      const next = this.log[index];
      if (next) {
        index += 1;
        told = false;
        if (this.unreadable.has(next.id)) {
          const { id, stream, revision, position, event } = next;
          throw Object.assign(new Error(`${id} is not JSON`), {
            name: 'UnreadableEvent',
            id,
            stream,
            revision,
            position,
            eventType: event.type,
          });
        }
        if (matches(filter, next)) for (const recorded of this.disturb(next)) yield { kind: 'event', recorded };
        else yield { kind: 'checkpoint', position: next.position };
        continue;
      }
      if (!told) yield { kind: 'caught-up' };
      told = true;
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          this.wake.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        this.wake.add(wake);
        signal.addEventListener('abort', wake);
        if (this.log.length > index || signal.aborted || this.failure) wake();
      });
    }
  }

  lastPosition(): Promise<Position | undefined> {
    return Promise.resolve(this.log.at(-1)?.position);
  }

  /** Makes every open subscription fail with this error, once. */
  fail(error: Error): void {
    this.failure = error;
    for (const wake of this.wake) wake();
  }

  private throwFailure(): void {
    const failure = this.failure;
    this.failure = undefined;
    if (failure) throw failure;
  }
}
