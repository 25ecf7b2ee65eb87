import type { Position } from '@hoptac/kernel';

/** Where the events of one command stand in their stream. */
export interface CommandTrace {
  readonly first: number;
  readonly last: number;
  /** Position of its last event. */
  readonly position: Position;
  /** Of the body in which it was ordered. */
  readonly requestHash?: string;
}

/** A stream folded up to a revision. The state is never changed in place; `commands` only grows, by facts. */
export interface FoldedStream<S> {
  readonly state: S;
  readonly revision: number;
  readonly commands: Map<string, CommandTrace>;
}

/**
 * Folded states of recent streams, bounded by what they weigh (streams plus command ids). Two generations: what is used moves to the young one, the old
 * one is dropped whole when the young is full. (A least-recently-used list by deleting a map's first key halves throughput.)
 */
export class FoldedStateCache<S> {
  private young = new Map<string, FoldedStream<S>>();
  private old = new Map<string, FoldedStream<S>>();
  private weight = 0;

  constructor(private readonly limit: number) {}

  get(stream: string): FoldedStream<S> | undefined {
    const young = this.young.get(stream);
    if (young !== undefined) return young;
    const old = this.old.get(stream);
    if (old !== undefined) this.put(stream, old);
    return old;
  }

  /** Keeps the newer of what is there and what is given. */
  put(stream: string, folded: FoldedStream<S>): void {
    const young = this.young.get(stream);
    const present = young ?? this.old.get(stream);
    const newer = present !== undefined && present.revision > folded.revision ? present : folded;
    this.weight += young === undefined ? 1 + newer.commands.size : 1;
    this.young.set(stream, newer);
    if (this.weight <= this.limit) return;
    this.old = this.young;
    this.young = new Map();
    this.weight = 0;
  }

  forget(stream: string): void {
    this.young.delete(stream);
    this.old.delete(stream);
  }

  get size(): number {
    return this.young.size + this.old.size;
  }
}
