/** Who is woken by a commit: followers of $all always, followers of a stream only when something was written to it. */
import type { Store } from '../store/store';
import type { StoredRecord } from '../store/tail';
import { isMetastream, originalOf } from '../store/catalog';

type Wake = () => void;

export class Wakes {
  private readonly any = new Set<Wake>();
  private readonly byStream = new Map<string, Set<Wake>>();

  constructor(private readonly store: Store) {
    store.subscribe((records) => this.committed(records));
  }

  /** Wakes on every commit. Returns how to stop. */
  onAny(wake: Wake): () => void {
    this.any.add(wake);
    return () => this.any.delete(wake);
  }

  /** Wakes when the stream or its metadata was written. Returns how to stop. */
  onStream(stream: string, wake: Wake): () => void {
    const wakes = this.byStream.get(stream) ?? new Set();
    this.byStream.set(stream, wakes.add(wake));
    return () => {
      wakes.delete(wake);
      if (wakes.size === 0 && this.byStream.get(stream) === wakes) this.byStream.delete(stream);
    };
  }

  private committed(records: readonly StoredRecord[]): void {
    for (const wake of this.any) wake();
    if (this.byStream.size === 0) return;
    const seen = new Set<number>();
    for (const record of records) {
      if (seen.has(record.stream)) continue;
      seen.add(record.stream);
      const name = this.store.catalog.nameOf(record.stream);
      this.byStream.get(name)?.forEach((wake) => wake());
      if (isMetastream(name)) this.byStream.get(originalOf(name))?.forEach((wake) => wake());
    }
  }
}
