import type { ReadDb } from '@hoptac/read-db';
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  type RawBuilder,
  type Transaction,
} from 'kysely';
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Changed, Known, RowMemory } from './row-memory';

/** `with` parts of a write, all under the name given or names that begin with it; nothing may be written unless the guard is true. */
export type Write = (name: string, guard: RawBuilder<unknown>) => RawBuilder<unknown>;

const scopes = new WeakMap<object, BatchScope>();
const names = new Map<string, string>();

/** The scope of the batch in which a projection folds. @throws Error for any other connection. */
export function scopeOf<Tables>(db: Transaction<Tables>): BatchScope {
  const scope = scopes.get(db);
  if (!scope) throw new Error('Folds by row run in the transaction that the processor hands to `apply`');
  return scope;
}

/**
 * One batch of one build. What the row folds write is put off to the end, where it goes with the checkpoint in one statement, which is a transaction by
 * itself: one round trip, however many tables. A statement that a projection sends itself opens a transaction first and sees everything written before it.
 */
export class BatchScope {
  private client: PoolClient | undefined;
  private writes: { readonly table: string; readonly write: Write }[] = [];
  private changed = new Map<string, Map<string, Known | undefined>>();
  /** Rows may be other than remembered: the projection wrote to its tables itself. */
  private forgetful = false;

  constructor(
    private readonly db: ReadDb,
    private readonly schema: string,
    private readonly memory: RowMemory,
  ) {}

  /**
   * Runs the fold, then `finish`, which moves the checkpoint by the statement made of the parts given; all of it holds or nothing.
   * @throws whatever the fold or the database throws.
   */
  async run<Tables, R extends object>(
    fold: (trx: Transaction<Tables>) => Promise<void>,
    finish: (writes: RawBuilder<unknown> | undefined) => RawBuilder<R>,
    guard: RawBuilder<unknown>,
    accepted: (rows: readonly R[]) => void,
  ): Promise<void> {
    try {
      await this.kysely<Tables>()
        .transaction()
        .execute(async (trx) => {
          scopes.set(trx, this);
          await fold(trx);
        });
      const { rows } = await this.send<R>(finish(this.parts(guard)));
      accepted(rows);
      if (this.client) await this.client.query('commit');
      this.client?.release();
    } catch (error) {
      // A connection that cannot roll back is not given to the next one.
      const broken = await this.client?.query('rollback').then(
        () => false,
        () => true,
      );
      this.client?.release(broken);
      throw error;
    } finally {
      this.client = undefined;
    }
    if (this.forgetful) this.memory.clear();
    else this.memory.take(this.changed);
  }

  /** A table of the build by its full name. */
  table(name: string): RawBuilder<unknown> {
    return sql.id(this.schema, name);
  }

  /** What is known of the keys' rows; `read` fetches those that nobody remembers, and what it does not find is not there. */
  async known(
    table: string,
    keys: readonly string[],
    read: (missing: readonly string[]) => {
      readonly query: RawBuilder<object>;
      readonly entry: (row: object) => [string, Known];
    },
  ): Promise<Map<string, Known>> {
    const found = new Map<string, Known>();
    const missing: string[] = [];
    for (const key of keys) {
      const written = this.changed.get(table);
      const remembers = !this.forgetful && written?.has(key) !== true;
      const known = written?.get(key) ?? (remembers ? this.memory.get(table, key) : undefined);
      if (known) found.set(key, known);
      else missing.push(key);
    }
    if (missing.length === 0) return found;
    // Put-off writes to the table must be seen.
    if (this.writes.some((earlier) => earlier.table === table)) await this.flush();
    const { query, entry } = read(missing);
    const { rows } = await this.send(query);
    for (const key of missing) found.set(key, { row: undefined });
    for (const row of rows) found.set(...entry(row));
    return found;
  }

  /** Puts a write off. The rows that it leaves are remembered once the batch holds; undefined where the whole row is not known. */
  async write(table: string, write: Write, rows: Changed): Promise<void> {
    // Two parts of one statement do not see each other's rows.
    if (this.writes.some((earlier) => earlier.table === table)) await this.flush();
    this.writes.push({ table, write });
    const changed = this.changed.get(table) ?? new Map<string, Known | undefined>();
    for (const [key, known] of rows) changed.set(key, known);
    this.changed.set(table, changed);
  }

  /** A statement of the projection's own. */
  private async direct<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    await this.flush();
    if (query.query.kind !== 'SelectQueryNode') {
      this.forgetful = true;
      this.changed = new Map();
    }
    const result = await this.client?.query<R & object>(query.sql, [...query.parameters]);
    return {
      rows: result?.rows ?? [],
      ...(typeof result?.rowCount === 'number' && { numAffectedRows: BigInt(result.rowCount) }),
    };
  }

  private async flush(): Promise<void> {
    if (!this.client) {
      this.client = await this.db.pool.connect();
      await this.client.query('begin');
      await this.client.query(`set local search_path to ${this.schema}`);
    }
    const parts = this.parts(sql`true`);
    if (parts) await this.send(sql<object>`with ${parts} select 1`);
  }

  private parts(guard: RawBuilder<unknown>): RawBuilder<unknown> | undefined {
    if (this.writes.length === 0) return undefined;
    const parts = this.writes.map(({ write }, index) => write(`w${String(index)}`, guard));
    this.writes = [];
    return sql.join(parts, sql`, `);
  }

  /** Prepared once per connection: planning would cost more than doing it. */
  private async send<R extends object>(query: RawBuilder<R>): Promise<{ readonly rows: R[] }> {
    const { sql: text, parameters } = query.compile(this.db.kysely(this.schema));
    const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url').slice(0, 32);
    if (names.size < 1_000) names.set(text, name);
    return (this.client ?? this.db.pool).query<R>({ name, text, values: [...parameters] });
  }

  private kysely<Tables>(): Kysely<Tables> {
    const nothing = (): Promise<void> => Promise.resolve();
    const connection: DatabaseConnection = {
      executeQuery: (query) => this.direct(query),
      streamQuery: () => {
        throw new Error('A fold reads whole answers');
      },
    };
    return new Kysely<Tables>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
        createDriver: () => ({
          init: nothing,
          destroy: nothing,
          acquireConnection: () => Promise.resolve(connection),
          releaseConnection: nothing,
          // Begun by the first statement that needs it, ended by `run`.
          beginTransaction: nothing,
          commitTransaction: nothing,
          rollbackTransaction: nothing,
        }),
      },
    });
  }
}
