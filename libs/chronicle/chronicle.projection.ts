import type { Instant, LocalDate, Recorded } from '@hoptac/kernel';
import { upsertRows, type Projection } from '@hoptac/projections';

/** One fact of the house, as far as its metadata tell it: what happened where, by whom, when. Its data stay in the store. */
export interface ChronicleRow {
  /** Commit position. */
  readonly position: number;
  /**
   * The province's clock when the fact entered the log: the latest `occurred_at` up to here. It never runs back along the log, so that an instant is one
   * place in it.
   */
  readonly clock: Instant;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
  readonly effective_on: LocalDate | null;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  /** Account, or `system:<part>`. */
  readonly person_id: string;
  readonly on_behalf_of: string | null;
  readonly role: string;
  readonly office_id: string | null;
  readonly articles: readonly string[];
}

export interface ChronicleTables {
  facts: ChronicleRow;
}

const NAME = 'chronicle.facts';

/**
 * `chronicle.facts`: every fact in the order of the log. It follows whole streams of every category of the house, so it needs every event type there is; they
 * are given by `@hoptac/house`, which knows all contexts.
 */
export const chronicleProjection = (
  eventTypes: readonly string[],
  categories: readonly string[],
): Projection<ChronicleTables> => ({ ...CHRONICLE, eventTypes, categories });

/** For readers, who need its name alone. */
export const CHRONICLE: Projection<ChronicleTables> = {
  name: NAME,
  version: 1,
  eventTypes: [],
  createTables: (schema) => [
    `create table ${schema}.facts (position int8 primary key, clock timestamptz not null, occurred_at timestamptz not null, recorded_at timestamptz not null,
      effective_on date, stream text not null, revision int not null, type text not null, person_id text not null, on_behalf_of text, role text not null,
      office_id text, articles text[] not null)`,
    `create index facts_by_clock on ${schema}.facts (clock, position)`,
    `create index facts_of_stream on ${schema}.facts (stream, position)`,
    `create index facts_of_person on ${schema}.facts (person_id, position)`,
    `create index facts_on_behalf on ${schema}.facts (on_behalf_of, position) where on_behalf_of is not null`,
  ],
  apply: async (events, db) => {
    if (events.length === 0) return;
    const last = await db.selectFrom('facts').select('clock').orderBy('position', 'desc').limit(1).executeTakeFirst();
    const facts = inOrder(events, last?.clock);
    await upsertRows(db, 'facts', 'position', facts);
  },
};

function inOrder(events: readonly Recorded[], before: Instant | undefined): ChronicleRow[] {
  let clock = before;
  return events.map((recorded) => {
    const { occurredAt } = recorded.metadata;
    clock = clock === undefined || occurredAt > clock ? occurredAt : clock;
    return rowOf(recorded, clock);
  });
}

/** Columns in the order of the table. */
function rowOf({ position, recordedAt, stream, revision, event, metadata }: Recorded, clock: Instant): ChronicleRow {
  const { personId, onBehalfOf, role, officeId } = metadata.recordedBy;
  return {
    position: Number(position.commit),
    clock,
    occurred_at: metadata.occurredAt,
    recorded_at: recordedAt,
    effective_on: metadata.effectiveOn ?? null,
    stream,
    revision,
    type: event.type,
    person_id: personId,
    on_behalf_of: onBehalfOf ?? null,
    role,
    office_id: officeId ?? null,
    articles: metadata.legalBasis ?? [],
  };
}
