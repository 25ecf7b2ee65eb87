/**
 * A bounded map that forgets what was not used for a while. Two generations instead of a linked list: moving entries
 * to the end of a `Map` one by one halves the throughput of the node.
 */
export class TwoGenerations<K, V> {
  private young = new Map<K, V>();
  private old = new Map<K, V>();

  /** @param limit entries per generation; at most twice as many are kept */
  constructor(private readonly limit: number) {}

  get(key: K): V | undefined {
    const found = this.young.get(key);
    if (found !== undefined) return found;
    const older = this.old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: K, value: V): void {
    if (this.young.size >= this.limit && !this.young.has(key)) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
  }

  delete(key: K): void {
    this.young.delete(key);
    this.old.delete(key);
  }

  get size(): number {
    return this.young.size + this.old.size;
  }
}
