import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Kysely, PostgresDialect } from 'kysely';
import { Client, Pool, type ClientConfig, type PoolClient } from 'pg';
import { columnTypes } from './column-types';

/** Limits and session settings of one program's connections; every wait has an end. Times in milliseconds. */
export interface ReadDbSettings {
  /** `postgres://…` */
  readonly url: string;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
  readonly maxConnections: number;
  readonly connectTimeoutMs: number;
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
  /** False for writers whose rows can be folded again (the projector): commits need not wait for the disk. */
  readonly durableCommits: boolean;
  /** True for writers that look rows up by key alone: a plan made while a table was empty must not read it whole when it has grown. */
  readonly alwaysByIndex: boolean;
}

export const DEFAULT_READ_DB_SETTINGS: Omit<ReadDbSettings, 'url'> = {
  applicationName: 'hoptac',
  maxConnections: 10,
  connectTimeoutMs: 3_000,
  statementTimeoutMs: 10_000,
  lockTimeoutMs: 5_000,
  durableCommits: true,
  alwaysByIndex: false,
};

/** A schema name that needs no quoting, so that it can stand in DDL. @throws RangeError otherwise. */
export function safeSchemaName(schema: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(schema)) throw new RangeError(`Not a safe schema name: ${schema}`);
  return schema;
}

/**
 * PostgreSQL of the program: one pool for all schemas. Session settings travel in the connection's `options`, so that a connection is never handed out
 * before they hold. Errors of the connection come as thrown by `pg`; tell them with `isDatabaseOutage`.
 */
@Injectable()
export class ReadDb implements OnApplicationShutdown {
  /** For statements that name their schema; the search_path of a connection taken here is whatever was last needed. */
  readonly pool: Pool;
  private readonly settings: ReadDbSettings;
  private readonly instances = new Map<string, Kysely<unknown>>();
  private readonly searchPaths = new WeakMap<PoolClient, string>();

  constructor(settings: Pick<ReadDbSettings, 'url'> & Partial<ReadDbSettings>) {
    this.settings = { ...DEFAULT_READ_DB_SETTINGS, ...settings };
    this.pool = new Pool({
      ...this.clientConfig(),
      max: this.settings.maxConnections,
      idleTimeoutMillis: 30_000,
    });
    // A connection that breaks while idle, or between two statements of a transaction, says so by an event; unheard it would end the process.
    // The next statement on it fails by itself.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /**
   * Kysely whose every connection has its search_path on the schema (raw `sql` too). Instances share the pool and are cached; never destroy one.
   * The path is set when a connection last used for another schema is taken: one short round trip, none when schemas do not alternate.
   */
  kysely<T>(schema: string): Kysely<T> {
    let instance = this.instances.get(schema);
    if (!instance) {
      const path = safeSchemaName(schema);
      instance = new Kysely<unknown>({
        dialect: new PostgresDialect({
          pool: { connect: () => this.connectTo(path), end: () => Promise.resolve() },
        }),
      });
      this.instances.set(schema, instance);
    }
    return instance as Kysely<T>;
  }

  /** Forgets the Kysely of a schema that was dropped. */
  forget(schema: string): void {
    this.instances.delete(schema);
  }

  /** One transaction on a plain connection; statements name their schema. Rolled back when `work` throws. */
  async transaction<R>(work: (client: PoolClient) => Promise<R>): Promise<R> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((rollbackError: unknown) => {
        broken = rollbackError instanceof Error ? rollbackError : new Error(String(rollbackError));
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /**
   * Makes a schema and runs its idempotent statements (`create table if not exists …`) with the search_path on it; safe when several programs
   * start at once, because one after the other runs them.
   */
  async ensureSchema(schema: string, statements: readonly string[]): Promise<void> {
    const name = safeSchemaName(schema);
    await this.transaction(async (client) => {
      await client.query(`set local lock_timeout = '30s'`);
      await client.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`schema:${name}`]);
      await client.query(`create schema if not exists ${name}`);
      await client.query(`set local search_path to ${name}`);
      for (const statement of statements) await client.query(statement);
    });
  }

  /** A connection of its own outside the pool, for LISTEN and session locks; the caller ends it. */
  async dedicatedClient(purpose: string): Promise<Client> {
    const client = new Client({
      ...this.clientConfig(),
      application_name: `${this.settings.applicationName} ${purpose}`,
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  async close(): Promise<void> {
    if (!this.pool.ended && !this.pool.ending) await this.pool.end();
  }

  private clientConfig(): ClientConfig {
    const { url, applicationName, connectTimeoutMs, statementTimeoutMs, lockTimeoutMs } = this.settings;
    const { durableCommits, alwaysByIndex } = this.settings;
    const session = {
      statement_timeout: statementTimeoutMs,
      lock_timeout: lockTimeoutMs,
      idle_in_transaction_session_timeout: statementTimeoutMs * 2,
      timezone: 'UTC',
      synchronous_commit: durableCommits ? 'on' : 'off',
      enable_seqscan: alwaysByIndex ? 'off' : 'on',
    };
    return {
      connectionString: url,
      application_name: applicationName,
      connectionTimeoutMillis: connectTimeoutMs,
      keepAlive: true,
      // The server's own limit comes first; this one is for a server that is frozen and cannot keep its limit.
      query_timeout: statementTimeoutMs + 2_000,
      options: Object.entries(session)
        .map(([name, value]) => `-c ${name}=${String(value)}`)
        .join(' '),
      types: columnTypes,
    };
  }

  private async connectTo(schema: string): Promise<PoolClient> {
    const client = await this.pool.connect();
    if (this.searchPaths.get(client) === schema) return client;
    try {
      await client.query(`set search_path to ${schema}`);
      this.searchPaths.set(client, schema);
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}
