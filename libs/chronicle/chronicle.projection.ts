import type { Instant, LocalDate, Recorded } from '@hoptac/kernel';
import { appendRows, applyRowFold, type Projection } from '@hoptac/projections';

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

/** The clock at the end of the log: one row, remembered by the processor. */
interface LogClock {
  readonly id: typeof LOG;
  readonly clock: Instant;
}

export interface ChronicleTables {
  facts: ChronicleRow;
  log_clock: LogClock;
}

const NAME = 'chronicle.facts';
const LOG = 'log';

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
  version: 2,
  eventTypes: [],
  createTables: (schema) => [
    `create table ${schema}.facts (position int8 primary key, clock timestamptz not null, occurred_at timestamptz not null, recorded_at timestamptz not null,
      effective_on date, stream text not null, revision int not null, type text not null, person_id text not null, on_behalf_of text, role text not null,
      office_id text, articles text[] not null)`,
    `create table ${schema}.log_clock (id text primary key, clock text not null)`,
    `create index facts_by_clock on ${schema}.facts (clock, position)`,
    `create index facts_of_stream on ${schema}.facts (stream, position)`,
    `create index facts_of_person on ${schema}.facts (person_id, position)`,
    `create index facts_on_behalf on ${schema}.facts (on_behalf_of, position) where on_behalf_of is not null`,
  ],
  apply: async (events, db) => {
    const facts: ChronicleRow[] = [];
    await applyRowFold<LogClock, ChronicleTables>(
      {
        table: 'log_clock',
        key: 'id',
        keyOf: () => LOG,
        fold: (row, recorded) => {
          const { occurredAt } = recorded.metadata;
          const next: LogClock = row !== undefined && row.clock >= occurredAt ? row : { id: LOG, clock: occurredAt };
          facts.push(rowOf(recorded, next.clock));
          return next;
        },
      },
      events,
      db,
    );
    await appendRows(db, 'facts', facts);
  },
};

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
