import type { KeyObject } from 'node:crypto';

export interface KeyCacheLimits {
  /** Keys kept at most; two generations of half of it. */
  readonly limit: number;
  /** How long a key may be used after it was fetched, in milliseconds: the longest time an erasure elsewhere stays unknown here. */
  readonly lifeMs: number;
}

interface Entry {
  readonly key: Promise<KeyObject | null>;
  readonly until: number;
}

/** Unwrapped keys for a short while. Several who ask for one at the same time share one fetch; failures are not kept. */
export class KeyCache {
  private young = new Map<string, Entry>();
  private old = new Map<string, Entry>();

  constructor(
    private readonly limits: KeyCacheLimits,
    /** Milliseconds that only go forward. */
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  get(personId: string, fetch: () => Promise<KeyObject | null>): Promise<KeyObject | null> {
    const found = this.young.get(personId) ?? this.old.get(personId);
    if (found !== undefined && found.until > this.elapsed()) return found.key;
    const key = fetch();
    const entry = { key, until: this.elapsed() + this.limits.lifeMs };
    if (this.young.size >= this.limits.limit / 2) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(personId, entry);
    key.catch(() => {
      if (this.young.get(personId) === entry) this.young.delete(personId);
    });
    return key;
  }

  forget(personId: string): void {
    this.young.delete(personId);
    this.old.delete(personId);
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
  }

  get size(): number {
    return this.young.size + this.old.size;
  }
}
