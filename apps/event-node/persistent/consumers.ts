/** The consumers of a group and the strategies that choose among them. */
import type { Message } from './message';
import { correlationOf, eventOf } from './message';
import type { Strategy } from './settings';

/** A connected consumer. */
export interface Consumer {
  readonly id: string;
  readonly user: string;
  readonly from: string;
  readonly connectionName: string;
  /** Messages it takes at a time. */
  readonly slots: number;
  readonly inFlight: Map<string, InFlight[]>;
  inFlightCount: number;
  total: number;
  /** `total` at the last measurement, and messages per second since the one before. */
  measured: number;
  perSecond: number;
  send(message: Message): void;
  /** Ends the connection: the group was deleted, changed, or the consumer said stop. */
  drop(): void;
}

/** A message that waits for its answer. */
export interface InFlight {
  message: Message;
  /** `performance.now()` after which it is tried again; the wall clock may jump. */
  deadline: number;
}

/** What came of looking for a consumer: nobody at all has room, or only the one this message belongs to has none. */
export type Choice = Consumer | 'full' | 'skip';

export class Consumers {
  readonly list: Consumer[] = [];
  private turn = 0;

  constructor(private readonly strategy: Strategy) {}

  add(consumer: Consumer): void {
    this.list.push(consumer);
  }

  remove(consumer: Consumer): void {
    const at = this.list.indexOf(consumer);
    if (at >= 0) this.list.splice(at, 1);
  }

  /** The consumer a message is to go to. */
  choose(message: Message): Choice {
    if (!this.list.some(free)) return 'full';
    switch (this.strategy) {
      case 'DispatchToSingle':
        return this.list.find(free) ?? 'full';
      case 'RoundRobin':
        return this.next();
      case 'Pinned':
        return this.pinned(String(eventOf(message).stream));
      case 'PinnedByCorrelation':
        return this.pinned(correlationOf(message));
    }
  }

  private next(): Choice {
    for (let i = 0; i < this.list.length; i++) {
      const consumer = this.list[(this.turn + i) % this.list.length] as Consumer;
      if (!free(consumer)) continue;
      this.turn = (this.turn + i + 1) % this.list.length;
      return consumer;
    }
    return 'full';
  }

  /** Rendezvous hashing: when consumers come and go, only their own share moves. */
  private pinned(key: string): Choice {
    let best: Consumer | null = null;
    let highest = -1;
    for (const consumer of this.list) {
      const weight = fnv(`${key}/${consumer.id}`);
      if (weight > highest) {
        highest = weight;
        best = consumer;
      }
    }
    if (!best) return 'full';
    return free(best) ? best : 'skip';
  }
}

function free(consumer: Consumer): boolean {
  return consumer.inFlightCount < consumer.slots;
}

function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
