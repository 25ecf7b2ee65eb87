import type { SelectQueryBuilder } from 'kysely';

export interface PageRequest {
  readonly limit: number;
  /** Opaque, from the page before. */
  readonly cursor?: string;
  /** As it was at this commit position; now when absent. */
  readonly asOf?: bigint;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Present when there is more. */
  readonly next?: string;
}

interface Sorted {
  readonly id: string;
  readonly sort_key: string;
}

/** One page of a query by `sort_key`, then `id`; a page costs the same wherever it lies. */
export async function pageAfter<Row extends Sorted, DB, T extends keyof DB>(
  query: SelectQueryBuilder<DB, T, Row>,
  { limit, cursor }: PageRequest,
): Promise<Page<Row>> {
  const sorted = query as unknown as SelectQueryBuilder<{ rows: Sorted }, 'rows', Row>;
  const after = cursor === undefined ? undefined : parseCursor(cursor);
  const from = after
    ? sorted.where((eb) => eb(eb.refTuple('sort_key', 'id'), '>', eb.tuple(after[0], after[1])))
    : sorted;
  const rows = await from
    .orderBy('sort_key')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit) as Row[];
  const last = items.at(-1);
  return { items, ...(rows.length > limit && last ? { next: cursorOf(last) } : {}) };
}

const cursorOf = (row: Sorted): string => Buffer.from(JSON.stringify([row.sort_key, row.id])).toString('base64url');

/** Undefined for a cursor that was not ours: the list then begins at its beginning. */
function parseCursor(cursor: string): readonly [string, string] | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed)) return undefined;
    const [key, id] = parsed as unknown[];
    return typeof key === 'string' && typeof id === 'string' ? [key, id] : undefined;
  } catch {
    return undefined;
  }
}
