import type { Recorded } from '@hoptac/kernel';
import type { Transaction } from 'kysely';

/**
 * A read model's fold: tables in a schema of its own, written only by its processor. `Tables` is the Kysely schema.
 * Names never change: the name is the checkpoint's key.
 */
export interface Projection<Tables = unknown> {
  /** `context.read-model`, e.g. `dossiers.queue`. */
  readonly name: string;
  /** Raised when the shape or the fold changes: the processor then rebuilds beside the live one and switches. */
  readonly version: number;
  /** Event types it needs; anything else never reaches it. */
  readonly eventTypes: readonly string[];
  /** Creates its tables in the schema given (unquoted safe name); run once per version. */
  createTables(schema: string): readonly string[];
  /**
   * Folds a batch, in order, inside the transaction that also advances the checkpoint. `db` has its search_path on the projection's schema.
   * Must not read a clock or another schema; a throw stops the processor at the failing event.
   */
  apply(events: readonly Recorded[], db: Transaction<Tables>): Promise<void>;
}

/** One processor's state, for health, `hoptac projections status` and the administrator's page. */
export interface ProcessorStatus {
  readonly name: string;
  readonly version: number;
  readonly state: 'live' | 'catching-up' | 'rebuilding' | 'stopped';
  /** Commit position last considered, decimal text. */
  readonly position: string;
  /** Commit position of the store's end when asked, decimal text. */
  readonly end: string;
  readonly updatedAt: string;
  /** Why it stopped: position, event type and message; absent when it runs. */
  readonly stoppedAt?: { readonly position: string; readonly eventId: string; readonly eventType: string; readonly reason: string };
  readonly progress?: { readonly done: number; readonly rate: number; readonly secondsLeft: number | null };
}
