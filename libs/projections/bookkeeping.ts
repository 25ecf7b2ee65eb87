import { safeSchemaName, type ReadDb } from '@hoptac/read-db';
import type { Position, Recorded } from '@hoptac/kernel';
import { sql, type RawBuilder } from 'kysely';
import { BOOKKEEPING_SCHEMA, BOOKKEEPING_SQL, CHANNELS, STREAMS_TABLE, STREAMS_TABLE_SQL } from './bookkeeping.tables';
import { lastRevisions } from './evidence';
import type { Projection } from './projection';

/** One version of one projection in a schema of its own; `build` counts its rebuilds. */
export interface Build {
  readonly schema: string;
  readonly name: string;
  readonly version: number;
  readonly build: number;
  readonly state: 'building' | 'live' | 'retired';
}

export interface Checkpoint {
  readonly position: Position | undefined;
  readonly considered: number;
  readonly state: 'live' | 'catching-up' | 'rebuilding' | 'stopped';
}

export type StopKind = 'poison' | 'gap' | 'failure';

/** What one transaction of a processor moves beside the projection's rows. */
export interface Advance {
  readonly from: Position | undefined;
  readonly to: Position | undefined;
  /** Events considered in this step, with those that the fold did not get. */
  readonly considered: readonly Recorded[];
  readonly state: Exclude<Checkpoint['state'], 'stopped'>;
  readonly wholeStreams: boolean;
  readonly progress: { readonly rate: number; readonly secondsLeft: number | null } | undefined;
  /** Readers are told only by the live build. */
  readonly announce: boolean;
}

/** True inside the statement of `advance` when the checkpoint moves. */
export const MOVED = sql`exists (select from moved)`;

/** `dossiers.queue`, 2, 1 → `dossiers_queue_v2_1`. */
export const schemaOf = (name: string, version: number, build: number): string =>
  safeSchemaName(
    `${name
      .replace(/([A-Z])/g, '_$1')
      .replace(/[.-]/g, '_')
      .toLowerCase()}_v${String(version)}_${String(build)}`,
  );

const text = (value: bigint | undefined): string | null => value?.toString() ?? null;
const BUILD = `schema_name as schema, name, version, build, state`;

/** The processors' own rows: versions, checkpoints, parked events. All statements name their schema. */
export class Bookkeeping {
  constructor(private readonly db: ReadDb) {}

  async ensure(): Promise<void> {
    await this.db.ensureSchema(BOOKKEEPING_SCHEMA, BOOKKEEPING_SQL);
  }

  async builds(name: string): Promise<Build[]> {
    const { rows } = await this.db.pool.query<Build>(
      `select ${BUILD} from projections.versions where name = $1 and state <> 'retired' order by build`,
      [name],
    );
    return rows;
  }

  /** False when the build's schema was dropped by someone else. */
  async exists(schema: string): Promise<boolean> {
    const { rows } = await this.db.pool.query<{ found: boolean }>(`select to_regclass($1) is not null as found`, [
      `${safeSchemaName(schema)}.${STREAMS_TABLE}`,
    ]);
    return rows[0]?.found === true;
  }

  /** Takes a build whose schema is gone off the list, so that readers are told that there is none. */
  async giveUp(build: Build): Promise<void> {
    await this.db.pool.query(
      `with retired as (update projections.versions set state = 'retired', drop_after = now() where schema_name = $1 returning name)
       select pg_notify($2, name) from retired`,
      [build.schema, CHANNELS.versions],
    );
  }

  /** Makes the schema, its tables and an empty checkpoint in one transaction. */
  async begin(projection: Projection<never>): Promise<Build> {
    return this.db.transaction(async (client) => {
      const { rows } = await client.query<{ build: number }>(
        `select coalesce(max(build), 0) + 1 as build from projections.versions where name = $1 and version = $2`,
        [projection.name, projection.version],
      );
      const build = Number(rows[0]?.build);
      const schema = schemaOf(projection.name, projection.version, build);
      await client.query(`drop schema if exists ${schema} cascade`);
      await client.query(`create schema ${schema}`);
      await client.query(`set local search_path to ${schema}`);
      for (const statement of [...projection.createTables(schema), STREAMS_TABLE_SQL]) await client.query(statement);
      await client.query(
        `insert into projections.versions (schema_name, name, version, build, state) values ($1, $2, $3, $4, 'building')`,
        [schema, projection.name, projection.version, build],
      );
      await client.query(
        `insert into projections.checkpoints (schema_name, name, version, state, evidence) values ($1, $2, $3, 'rebuilding', $4)`,
        [schema, projection.name, projection.version, projection.categories ? 'streams' : 'positions'],
      );
      // Where the bookkeeping was lost too, readers may still hold a schema of this very name for the live one.
      await client.query(`select pg_notify($1, $2)`, [CHANNELS.versions, projection.name]);
      return { schema, name: projection.name, version: projection.version, build, state: 'building' };
    });
  }

  async checkpoint(schema: string): Promise<Checkpoint> {
    const { rows } = await this.db.pool.query<{
      commit: string | null;
      prepare: string | null;
      considered: number;
      state: Checkpoint['state'];
    }>(
      `select commit_position::text as commit, prepare_position::text as prepare, considered, state from projections.checkpoints where schema_name = $1`,
      [schema],
    );
    const row = rows[0];
    if (!row) throw new Error(`No checkpoint of ${schema}`);
    const position =
      row.commit === null || row.prepare === null
        ? undefined
        : { commit: BigInt(row.commit), prepare: BigInt(row.prepare) };
    return { position, considered: row.considered, state: row.state };
  }

  /**
   * The statement that moves the checkpoint with the streams' revisions, the notice to readers, and `writes`: parts of its `with`, none of which may write
   * unless `MOVED` holds. It gives no row when the checkpoint is not where this processor left it: somebody else works on the build.
   */
  advance(build: Build, step: Advance, writes: RawBuilder<unknown> | undefined): RawBuilder<object> {
    const { streams, revisions } = step.wholeStreams ? lastRevisions(step.considered) : { streams: [], revisions: [] };
    const payload = JSON.stringify({
      name: build.name,
      schema: build.schema,
      commit: text(step.to?.commit),
      ...touched(step.considered),
    });
    return sql<object>`
      with moved as (
        update projections.checkpoints set commit_position = ${text(step.to?.commit)}::int8, prepare_position = ${text(step.to?.prepare)}::int8,
          considered = considered + ${step.considered.length}::int8, state = ${step.state}, rate = ${step.progress?.rate ?? null}::float8,
          seconds_left = ${step.progress?.secondsLeft ?? null}::float8, updated_at = now()
        where schema_name = ${build.schema} and state <> 'stopped'
          and commit_position is not distinct from ${text(step.from?.commit)}::int8 and prepare_position is not distinct from ${text(step.from?.prepare)}::int8
        returning true as moved
      ), seen as (
        insert into ${sql.id(build.schema, STREAMS_TABLE)} (stream, revision)
        select * from unnest(${streams}::text[], ${revisions}::int8[]) where ${MOVED}
        on conflict (stream) do update set revision = excluded.revision
      )${writes === undefined ? sql`` : sql`, ${writes}`}
      select moved, case when ${step.announce}::boolean then pg_notify(${CHANNELS.positions}, ${payload}) end from moved`;
  }

  async revisions(schema: string, streams: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.db.pool.query<{ stream: string; revision: number }>(
      `select stream, revision from ${safeSchemaName(schema)}.${STREAMS_TABLE} where stream = any($1)`,
      [streams],
    );
    return new Map(rows.map((row) => [row.stream, row.revision]));
  }

  async stop(
    build: Build,
    kind: StopKind,
    at: Recorded | undefined,
    position: Position | undefined,
    reason: string,
  ): Promise<void> {
    const where = at?.position ?? position;
    await this.db.pool.query(
      `update projections.checkpoints set state = 'stopped', stopped_kind = $2, stopped_commit = $3, stopped_prepare = $4, stopped_event_id = $5,
         stopped_event_type = $6, stopped_stream = $7, stopped_reason = $8, stopped_at = now(), updated_at = now(), rate = null, seconds_left = null
       where schema_name = $1`,
      [
        build.schema,
        kind,
        text(where?.commit),
        text(where?.prepare),
        at?.id ?? null,
        at?.event.type ?? null,
        at?.stream ?? null,
        reason.slice(0, 2000),
      ],
    );
  }

  /** Clears the stop, so that the processor may try the same event again. */
  async resume(build: Build): Promise<void> {
    await this.db.pool.query(
      `update projections.checkpoints set state = $2, stopped_kind = null, stopped_commit = null, stopped_prepare = null, stopped_event_id = null,
         stopped_event_type = null, stopped_stream = null, stopped_reason = null, stopped_at = null, updated_at = now() where schema_name = $1`,
      [build.schema, build.state === 'live' ? 'catching-up' : 'rebuilding'],
    );
  }

  /** Sets the event at which the build stopped aside. False when it did not stop at an event that its fold refused. */
  async park(build: Build, reason: string, parkedBy: string): Promise<boolean> {
    const { rowCount } = await this.db.pool.query(
      `insert into projections.parked_events (name, version, event_id, event_type, stream, commit_position, failure, reason, parked_by)
       select name, version, stopped_event_id, stopped_event_type, stopped_stream, stopped_commit, stopped_reason, $2, $3
       from projections.checkpoints where schema_name = $1 and state = 'stopped' and stopped_kind = 'poison'
       on conflict do nothing`,
      [build.schema, reason, parkedBy],
    );
    return rowCount === 1;
  }

  async parked(name: string, version: number): Promise<ReadonlySet<string>> {
    const { rows } = await this.db.pool.query<{ event_id: string }>(
      `select event_id from projections.parked_events where name = $1 and version = $2`,
      [name, version],
    );
    return new Set(rows.map((row) => row.event_id));
  }

  /** Makes the build the one that readers see; the one before is dropped after the grace period, so that running reads may end. */
  async goLive(build: Build, graceSeconds: number): Promise<Build> {
    await this.db.transaction(async (client) => {
      await client.query(
        `update projections.versions set state = 'retired', drop_after = now() + make_interval(secs => $2) where name = $1 and state = 'live'`,
        [build.name, graceSeconds],
      );
      await client.query(`update projections.versions set state = 'live', live_since = now() where schema_name = $1`, [
        build.schema,
      ]);
      await client.query(
        `update projections.checkpoints set state = 'live', rate = null, seconds_left = null, updated_at = now() where schema_name = $1`,
        [build.schema],
      );
      await client.query(`select pg_notify($1, $2)`, [CHANNELS.versions, build.name]);
    });
    return { ...build, state: 'live' };
  }

  /** Drops a build's schema and rows. */
  async drop(schema: string): Promise<void> {
    await this.db.transaction(async (client) => {
      await client.query(`drop schema if exists ${safeSchemaName(schema)} cascade`);
      await client.query(`delete from projections.versions where schema_name = $1 and state <> 'live'`, [schema]);
    });
    this.db.forget(schema);
  }

  async droppable(name: string): Promise<string[]> {
    const { rows } = await this.db.pool.query<{ schema_name: string }>(
      `select schema_name from projections.versions where name = $1 and state = 'retired' and drop_after < now()`,
      [name],
    );
    return rows.map((row) => row.schema_name);
  }

  /** Says that a projector is alive and where the store's end lies. */
  async heartbeat(end: Position | undefined): Promise<void> {
    await this.db.pool.query(
      `insert into projections.projector (end_commit, seen_at) values ($1, now())
       on conflict (only_row) do update set end_commit = coalesce(excluded.end_commit, projections.projector.end_commit), seen_at = now()`,
      [text(end?.commit)],
    );
  }
}

/** A notice holds at most 8000 bytes; of a larger batch readers learn only that something changed. */
const MOST_NOTICE_CHARACTERS = 6_000;

function touched(considered: readonly Recorded[]): { readonly streams?: readonly string[] } {
  const streams = [...new Set(considered.map(({ stream }) => stream))];
  return Buffer.byteLength(JSON.stringify(streams)) <= MOST_NOTICE_CHARACTERS ? { streams } : {};
}
