/** A bounded memory in two generations: what was asked for lately stays, the rest goes when the young one is full. No timer, no list. */
export class Generations<V> {
  private young = new Map<string, V>();
  private old = new Map<string, V>();

  /** Holds at most twice `size` entries. */
  constructor(private readonly size: number) {}

  get(key: string): V | undefined {
    const value = this.young.get(key);
    if (value !== undefined) return value;
    const kept = this.old.get(key);
    if (kept !== undefined) this.set(key, kept);
    return kept;
  }

  set(key: string, value: V): void {
    if (this.young.size >= this.size) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
  }

  delete(key: string): void {
    this.young.delete(key);
    this.old.delete(key);
  }
}
