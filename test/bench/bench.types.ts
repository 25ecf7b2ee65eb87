/** One figure of a bench beside its budget. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What was promised, for people; empty for a figure that is only shown. */
  readonly budget: string;
  readonly met: boolean;
  /** The bare part that it was measured against in the same run, with the ratio; empty when there is none. */
  readonly against: string;
}

/** A bench as `npm run bench` finds it: every module under `test/bench` that exports `benches: readonly Bench[]`. */
export interface Bench {
  /** `<room>/<what>`; `--only` takes the beginning of it. */
  readonly name: string;
  /** It starts what it needs by itself, and runs before the common stack is there. */
  readonly alone?: boolean;
  readonly run: () => Promise<readonly Figure[]>;
}
