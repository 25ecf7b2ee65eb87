/** One fact as the feeder hands it to a case's workflow: small, plain JSON, with its revision in the case's stream. */
export interface CaseFact {
  readonly revision: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Commit position, decimal text. */
  readonly position: string;
  readonly occurredAt: string;
}

/** Start argument of every case workflow. */
export interface CaseStart {
  readonly caseId: string;
  /** The stack's clock minus the system clock when the workflow was started, in milliseconds; 0 in production. */
  readonly skewMs: number;
  /** Facts folded by an earlier run before continue-as-new; the stream is read when a gap shows. */
  readonly carried?: unknown;
}

/** Answer of the one query `progress`: what the case waits for. */
export interface CaseProgress {
  readonly waitsFor: string;
  readonly since: string;
  readonly until?: string;
  /** Revision of the last fact folded. */
  readonly revision: number;
  /** The step whose command cannot be carried out at the moment, and why; absent when nothing is stuck. */
  readonly stuck?: { readonly step: string; readonly reason: string; readonly since: string };
}
