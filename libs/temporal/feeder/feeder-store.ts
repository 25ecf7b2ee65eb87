import type { Instant, Position } from '@hoptac/kernel';

/** A case whose facts cannot be delivered at the moment, kept apart so that it holds nobody up. */
export interface AsideCase {
  readonly stream: string;
  readonly category: string;
  /** First revision that is not delivered. */
  readonly fromRevision: number;
  readonly reason: string;
  /** When it was put aside (system time). */
  readonly since: Instant;
  readonly attempts: number;
}

/** What the feeder remembers over a restart. All of it may be lost: facts are then delivered again, which changes nothing. */
export interface FeederStore {
  checkpoint(): Promise<Position | undefined>;
  /** Never moves backwards. */
  save(position: Position): Promise<void>;
  asideCases(): Promise<readonly AsideCase[]>;
  setAside(aside: AsideCase): Promise<void>;
  release(stream: string): Promise<void>;
}

export class MemoryFeederStore implements FeederStore {
  position: Position | undefined;
  readonly aside = new Map<string, AsideCase>();

  checkpoint(): Promise<Position | undefined> {
    return Promise.resolve(this.position);
  }
  save(position: Position): Promise<void> {
    if (this.position === undefined || position.commit > this.position.commit) this.position = position;
    return Promise.resolve();
  }
  asideCases(): Promise<readonly AsideCase[]> {
    return Promise.resolve([...this.aside.values()]);
  }
  setAside(aside: AsideCase): Promise<void> {
    this.aside.set(aside.stream, aside);
    return Promise.resolve();
  }
  release(stream: string): Promise<void> {
    this.aside.delete(stream);
    return Promise.resolve();
  }
}
