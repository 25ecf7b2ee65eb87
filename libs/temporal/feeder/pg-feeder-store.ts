import type { Instant, Position } from '@hoptac/kernel';
import type { Pool, QueryResultRow } from 'pg';
import type { AsideCase, FeederStore } from './feeder-store';

/** Several programs may start at once on an empty database. */
const PREPARE = `
  select pg_advisory_xact_lock(hashtext('hoptac.feeder'));
  create schema if not exists feeder;
  create table if not exists feeder.checkpoints (
    name text primary key, commit_position numeric(20) not null, prepare_position numeric(20) not null, updated_at timestamptz not null default now()
  );
  create table if not exists feeder.aside_cases (
    name text not null, stream text not null, category text not null, from_revision bigint not null, reason text not null,
    since timestamptz not null, attempts integer not null, primary key (name, stream)
  );`;
const SAVE = `
  insert into feeder.checkpoints as kept (name, commit_position, prepare_position) values ($1, $2, $3)
  on conflict (name) do update set commit_position = excluded.commit_position, prepare_position = excluded.prepare_position, updated_at = now()
  where kept.commit_position < excluded.commit_position`;
const SET_ASIDE = `
  insert into feeder.aside_cases (name, stream, category, from_revision, reason, since, attempts) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (name, stream) do update set reason = excluded.reason, attempts = excluded.attempts`;

/** The feeder's memory in PostgreSQL, schema `feeder`: beside the read models, not one of them (ADR 0051). */
export class PgFeederStore implements FeederStore {
  private prepared: Promise<void> | undefined;

  constructor(
    private readonly pool: Pool,
    /** Which feeder: one row each. */
    private readonly name = 'cases',
  ) {}

  async checkpoint(): Promise<Position | undefined> {
    const [row] = await this.query<{ commit: string; prepare: string }>(
      'select commit_position::text as commit, prepare_position::text as prepare from feeder.checkpoints where name = $1',
      [this.name],
    );
    return row && { commit: BigInt(row.commit), prepare: BigInt(row.prepare) };
  }

  async save(position: Position): Promise<void> {
    await this.query(SAVE, [this.name, position.commit.toString(), position.prepare.toString()]);
  }

  async asideCases(): Promise<readonly AsideCase[]> {
    const rows = await this.query<{
      stream: string;
      category: string;
      revision: string;
      reason: string;
      since: Date;
      attempts: number;
    }>(
      'select stream, category, from_revision::text as revision, reason, since, attempts from feeder.aside_cases where name = $1 order by since',
      [this.name],
    );
    return rows.map(({ revision, since, ...row }) => ({
      ...row,
      fromRevision: Number(revision),
      since: new Date(since).toISOString() as Instant,
    }));
  }

  async setAside(aside: AsideCase): Promise<void> {
    const { stream, category, fromRevision, reason, since, attempts } = aside;
    await this.query(SET_ASIDE, [this.name, stream, category, fromRevision, reason, since, attempts]);
  }

  async release(stream: string): Promise<void> {
    await this.query('delete from feeder.aside_cases where name = $1 and stream = $2', [this.name, stream]);
  }

  private async query<R extends QueryResultRow>(text: string, values: unknown[]): Promise<R[]> {
    this.prepared ??= this.pool.query(PREPARE).then(() => undefined);
    try {
      await this.prepared;
    } catch (error) {
      this.prepared = undefined;
      throw error;
    }
    return (await this.pool.query<R>(text, values)).rows;
  }
}
