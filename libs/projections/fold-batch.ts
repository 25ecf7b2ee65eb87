import type { Recorded } from '@hoptac/kernel';
import type { ReadDb } from '@hoptac/read-db';
import { sql } from 'kysely';
import { BatchScope } from './batch-scope';
import type { Projection } from './projection';
import { RowMemory } from './row-memory';

/**
 * Folds one batch into a schema without processor or checkpoint, exactly as a processor would: for the ledger's fresh fold, benches and specs. The schema's
 * tables exist; nothing is remembered from batch to batch.
 */
export async function foldBatch<Tables>(
  db: ReadDb,
  schema: string,
  projection: Pick<Projection<Tables>, 'apply'>,
  events: readonly Recorded[],
): Promise<void> {
  await new BatchScope(db, schema, new RowMemory(1)).run<Tables, object>(
    (trx) => projection.apply(events, trx),
    (writes) => (writes === undefined ? sql<object>`select 1` : sql<object>`with ${writes} select 1`),
    sql`true`,
    () => undefined,
  );
}
