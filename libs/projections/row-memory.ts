/** What a processor knows of one row: the row, or that there is none; of a versioned row also since which position it holds. */
export interface Known {
  readonly row: object | undefined;
  readonly since?: number;
}

/** Rows by key as a write leaves them; undefined where the whole row is not known. */
export type Changed = ReadonlyMap<string, Known | undefined>;

/**
 * Rows that a build's processor has folded lately, so that the next event of the same case needs no reading. True as long as nobody else writes the tables,
 * which the checkpoint proves; empty again with every new subscription. Bounded: two generations, the older dropped whole.
 */
export class RowMemory {
  private young = new Map<string, Known>();
  private old = new Map<string, Known>();

  constructor(private readonly generation: number) {}

  get(table: string, key: string): Known | undefined {
    const name = `${table}/${key}`;
    return this.young.get(name) ?? this.old.get(name);
  }

  take(changed: ReadonlyMap<string, Changed>): void {
    for (const [table, rows] of changed) {
      for (const [key, known] of rows) {
        const name = `${table}/${key}`;
        if (known) this.young.set(name, known);
        else {
          this.young.delete(name);
          this.old.delete(name);
        }
        if (this.young.size < this.generation) continue;
        this.old = this.young;
        this.young = new Map();
      }
    }
  }

  clear(): void {
    this.young = new Map();
    this.old = new Map();
  }
}
