import { loadConfig } from '@hoptac/platform';
import { sql } from 'kysely';
import { isDatabaseOutage } from './outage';
import { ReadDb } from './read-db';

const schemas = [`read_db_a_${String(process.pid)}`, `read_db_b_${String(process.pid)}`] as const;

describe('ReadDb', () => {
  const url = loadConfig().postgresUrl;
  const db = new ReadDb({ url, maxConnections: 2 });

  beforeAll(async () => {
    for (const [index, schema] of schemas.entries()) {
      await db.ensureSchema(schema, ['create table if not exists marks (mark text primary key)']);
      await db
        .kysely<{ marks: { mark: string } }>(schema)
        .insertInto('marks')
        .values({ mark: `mark ${String(index)}` })
        .execute();
    }
  });
  afterAll(async () => {
    for (const schema of schemas) await db.pool.query(`drop schema if exists ${schema} cascade`);
    await db.close();
  });

  it('keeps schemas apart on shared connections, in raw statements too', async () => {
    const read = async (schema: string): Promise<string | undefined> =>
      (await sql<{ mark: string }>`select mark from marks`.execute(db.kysely(schema))).rows[0]?.mark;
    const rounds = Array.from({ length: 40 }, (_none, round) => schemas[round % 2] ?? schemas[0]);
    expect(await Promise.all(rounds.map(read))).toEqual(
      rounds.map((schema) => (schema === schemas[0] ? 'mark 0' : 'mark 1')),
    );
  });

  it('makes a schema once when many programs start at the same moment', async () => {
    const schema = `${schemas[0]}_first_use`;
    const others = Array.from({ length: 8 }, () => new ReadDb({ url, maxConnections: 1 }));
    await Promise.all(others.map((other) => other.ensureSchema(schema, ['create table if not exists t (x int8)'])));
    await Promise.all(others.map((other) => other.close()));
    expect((await db.pool.query(`select * from ${schema}.t`)).rows).toEqual([]);
    await db.pool.query(`drop schema ${schema} cascade`);
  });

  it('converts values once', async () => {
    const { rows } = await db.pool.query(
      `select count(*) as n, 12000000000::numeric as dong, '2026-02-28'::date as day, '2026-02-28 01:00+07'::timestamptz as at,
         array[1, null]::int8[] as list, array['2026-02-28 01:00+07']::timestamptz[] as instants`,
    );
    expect(rows).toEqual([
      {
        n: 1,
        dong: 12_000_000_000,
        day: '2026-02-28',
        at: '2026-02-27T18:00:00.000Z',
        list: [1, null],
        instants: ['2026-02-27T18:00:00.000Z'],
      },
    ]);
    await expect(db.pool.query(`select 9007199254740993::int8`)).rejects.toThrow(RangeError);
  });

  it('ends a statement at its time limit, and says it as an outage', async () => {
    const hasty = new ReadDb({ url, statementTimeoutMs: 100 });
    const error: unknown = await hasty.pool.query('select pg_sleep(5)').catch((thrown: unknown) => thrown);
    expect(isDatabaseOutage(error)).toBe(true);
    await hasty.close();
  });

  it('rolls a failed transaction back and lives through a cut connection', async () => {
    const insert = `insert into ${schemas[0]}.marks values ('never')`;
    await expect(
      db.transaction(async (client) => {
        await client.query(insert);
        throw new Error('changed its mind');
      }),
    ).rejects.toThrow('changed its mind');
    const cut: unknown = await db
      .transaction(async (client) => {
        await client.query(insert);
        await client.query('select pg_terminate_backend(pg_backend_pid())');
      })
      .catch((thrown: unknown) => thrown);
    expect(isDatabaseOutage(cut)).toBe(true);
    expect((await db.pool.query(`select mark from ${schemas[0]}.marks`)).rows).toEqual([{ mark: 'mark 0' }]);
  });
});
