import type { Recorded } from '@hoptac/kernel';
import type { Transaction } from 'kysely';

// The shape of a read model as its context declares it, and of its processor's state as others see it.

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
  /**
   * Stream categories that hold all of those types (`dossier`). Given, the processor follows these streams whole and proves by their revisions that it
   * skipped nothing; not given, it follows the types alone and proves only the order of positions. Give it wherever the streams are known.
   */
  readonly categories?: readonly string[];
  /** Oldest version whose tables today's readers can still read while the new one is built (default: any); an older one reads as "not ready". */
  readonly oldestReadable?: number;
  /** Creates its tables in the schema given (unquoted safe name); run once per version. */
  createTables(schema: string): readonly string[];
  /**
   * Folds a batch, in order, inside the transaction that also advances the checkpoint. `db` has its search_path on the projection's schema.
   * Must not read a clock or another schema; a throw stops the processor at the failing event.
   */
  apply(events: readonly Recorded[], db: Transaction<Tables>): Promise<void>;
}

/** An event set aside by an administrator; the read model goes on without it until its next rebuild under another version. */
export interface ParkedEvent {
  readonly name: string;
  readonly version: number;
  readonly eventId: string;
  readonly eventType: string;
  readonly stream: string;
  /** Commit position, decimal text. */
  readonly position: string;
  /** What the fold said. */
  readonly failure: string;
  /** Why it was set aside. */
  readonly reason: string;
  readonly parkedBy: string;
  readonly parkedAt: string;
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
  /** Schema with its tables; readers use it when `live` is true. */
  readonly schema: string;
  /** True for the build that readers see; a rebuild stands beside it as an entry of its own. */
  readonly live: boolean;
  /** How it proves that nothing was skipped: by whole streams' revisions, or by positions alone. */
  readonly evidence: 'streams' | 'positions';
  /** Events considered since the build began. */
  readonly considered: number;
  /** Events set aside with a reason, by an administrator. */
  readonly parked: number;
  /** Why it stopped: position, event type and message; absent when it runs. */
  readonly stoppedAt?: {
    readonly position: string;
    readonly eventId: string;
    readonly eventType: string;
    readonly stream: string;
    readonly reason: string;
  };
  readonly progress?: { readonly done: number; readonly rate: number; readonly secondsLeft: number | null };
}
