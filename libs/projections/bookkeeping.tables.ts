/** Schema of the processors' own tables. */
export const BOOKKEEPING_SCHEMA = 'projections';

/** NOTIFY channels. Payloads: JSON `{name, schema, commit, streams?}`; the projection's name; the projection's name. */
export const CHANNELS = {
  positions: 'projections_positions',
  versions: 'projections_versions',
  commands: 'projections_commands',
} as const;

/** Table in each projection's schema: the last revision considered of each stream, the evidence that no event was skipped. */
export const STREAMS_TABLE = 'processor_streams';

export const STREAMS_TABLE_SQL = `create table ${STREAMS_TABLE} (stream text primary key, revision int8 not null)`;

/** Idempotent; run by every program that touches the bookkeeping. */
export const BOOKKEEPING_SQL: readonly string[] = [
  `create table if not exists versions (
    schema_name text primary key,
    name text not null,
    version int not null,
    build int not null,
    state text not null check (state in ('building', 'live', 'retired')),
    created_at timestamptz not null default now(),
    live_since timestamptz,
    drop_after timestamptz,
    unique (name, version, build)
  )`,
  `create unique index if not exists versions_one_live on versions (name) where state = 'live'`,
  `create unique index if not exists versions_one_building on versions (name) where state = 'building'`,
  `create table if not exists checkpoints (
    schema_name text primary key references versions on delete cascade,
    name text not null,
    version int not null,
    state text not null check (state in ('live', 'catching-up', 'rebuilding', 'stopped')),
    evidence text not null check (evidence in ('streams', 'positions')),
    commit_position int8,
    prepare_position int8,
    considered int8 not null default 0,
    rate float8,
    seconds_left float8,
    updated_at timestamptz not null default now(),
    stopped_kind text check (stopped_kind in ('poison', 'gap', 'failure')),
    stopped_commit int8,
    stopped_prepare int8,
    stopped_event_id text,
    stopped_event_type text,
    stopped_stream text,
    stopped_reason text,
    stopped_at timestamptz
  )`,
  `create table if not exists parked_events (
    name text not null,
    version int not null,
    event_id text not null,
    event_type text not null,
    stream text not null,
    commit_position int8 not null,
    failure text not null,
    reason text not null,
    parked_by text not null,
    parked_at timestamptz not null default now(),
    primary key (name, version, event_id)
  )`,
  `create table if not exists commands (
    id int8 generated always as identity primary key,
    name text not null,
    kind text not null check (kind in ('rebuild', 'retry', 'park')),
    reason text,
    requested_by text not null,
    requested_at timestamptz not null default now(),
    taken_at timestamptz,
    done_at timestamptz,
    outcome text,
    accepted boolean
  )`,
  // One press is one order, however often it is sent.
  `alter table commands add column if not exists request_key text`,
  `create unique index if not exists commands_request_key on commands (request_key)`,
  `create index if not exists commands_waiting on commands (name) where taken_at is null`,
  `create table if not exists projector (
    only_row boolean primary key default true check (only_row),
    end_commit int8,
    seen_at timestamptz not null default now()
  )`,
];
