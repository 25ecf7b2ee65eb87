import { ReadDb } from '@hoptac/read-db';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Batcher } from './batcher';

/** A person's key as it stands in `vault.person_keys`; `wrapped` is null once destroyed: the row stays, so that no new key is made by mistake. */
export interface KeyRow {
  readonly personId: string;
  readonly masterKeyId: string;
  readonly wrapped: Buffer | null;
}

/** One line of a backup of the keys; still wrapped by the master key, which belongs into another backup. */
export interface KeyLine {
  readonly kind: 'person' | 'secret';
  readonly name: string;
  readonly masterKeyId: string;
  /** Base64; null for a destroyed key. */
  readonly wrapped: string | null;
}

const TABLES = [
  `create table if not exists person_keys (
     person_id text primary key,
     master_key_id text not null,
     wrapped bytea,
     created_at timestamptz not null default now(),
     destroyed_at timestamptz,
     check ((wrapped is null) = (destroyed_at is not null))
   )`,
  `create table if not exists secrets (
     name text primary key,
     master_key_id text not null,
     wrapped bytea not null,
     created_at timestamptz not null default now()
   )`,
];

interface WrappedRow {
  person_id: string;
  master_key_id: string;
  wrapped: Buffer | null;
}

/** The schema `vault`: the one thing outside the event store that no replay brings back. */
@Injectable()
export class KeyRows {
  private ready: Promise<void> | undefined;
  private readonly finds = new Batcher((personIds: readonly string[]) => this.findAll(personIds));
  private readonly inserts = new Batcher((rows: readonly KeyRow[]) => this.insertAll(rows));

  constructor(private readonly db: ReadDb) {}

  /** Makes the schema when it is not there; many programs may do so at once. */
  ensure(): Promise<void> {
    this.ready ??= this.db.ensureSchema('vault', TABLES).catch((error: unknown) => {
      this.ready = undefined;
      throw error;
    });
    return this.ready;
  }

  /** The row of a person, undefined when none was ever made. Many asked at one time are one statement. */
  find(personId: string): Promise<KeyRow | undefined> {
    return this.finds.request(personId);
  }

  /** Stores the key unless one is there (or was destroyed); gives what stands then. The row is on disk before anything is sealed with it. */
  insert(row: KeyRow): Promise<KeyRow> {
    return this.inserts.request(row);
  }

  /** Takes the keys away, leaving the rows; also for persons who never had one. */
  async destroy(personIds: readonly string[]): Promise<void> {
    await this.ensure();
    await this.durably((client) =>
      client.query(
        `insert into vault.person_keys (person_id, master_key_id, wrapped, destroyed_at)
         select id, '', null, now() from unnest($1::text[]) id
         on conflict (person_id) do update set wrapped = null, destroyed_at = now() where person_keys.wrapped is not null`,
        [personIds],
      ),
    );
  }

  /** The wrapped secret of that name, stored first when there is none. */
  async secret(
    name: string,
    offer: () => Promise<{ readonly masterKeyId: string; readonly wrapped: Uint8Array }>,
  ): Promise<Buffer> {
    await this.ensure();
    const found = await this.findSecret(name);
    if (found !== undefined) return found;
    const { masterKeyId, wrapped } = await offer();
    await this.durably((client) =>
      client.query(
        'insert into vault.secrets (name, master_key_id, wrapped) values ($1, $2, $3) on conflict do nothing',
        [name, masterKeyId, wrapped],
      ),
    );
    const stored = await this.findSecret(name);
    if (stored === undefined) throw new Error(`vault.secrets does not hold ${name} after it was stored`);
    return stored;
  }

  /** All lines in one consistent view, pulled in pieces. Read them after the events were copied: every sealed record then has its key. */
  async *lines(): AsyncGenerator<KeyLine> {
    await this.ensure();
    const client = await this.db.pool.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      await client.query(
        `declare lines no scroll cursor for
           select 'secret' as kind, name, master_key_id, encode(wrapped, 'base64') as wrapped from vault.secrets
           union all
           select 'person', person_id, master_key_id, encode(wrapped, 'base64') from vault.person_keys`,
      );
      for (;;) {
        const { rows } = await client.query<{
          kind: KeyLine['kind'];
          name: string;
          master_key_id: string;
          wrapped: string | null;
        }>('fetch 1000 from lines');
        if (rows.length === 0) break;
        for (const { kind, name, master_key_id, wrapped } of rows)
          yield { kind, name, masterKeyId: master_key_id, wrapped: wrapped?.replaceAll('\n', '') ?? null };
      }
    } finally {
      const broken = await client.query('rollback').then(
        () => false,
        () => true,
      );
      client.release(broken);
    }
  }

  /**
   * Puts lines back in one transaction. What was destroyed here stays destroyed; a destroyed line destroys.
   * @throws Error when another key already stands under one of the names: two stores would be mixed.
   */
  async restore(lines: AsyncIterable<KeyLine> | Iterable<KeyLine>): Promise<number> {
    await this.ensure();
    return this.db.transaction(async (client) => {
      await client.query('set local synchronous_commit = on');
      let count = 0;
      for await (const line of lines) {
        await restoreLine(client, line);
        count += 1;
      }
      return count;
    });
  }

  private async findAll(personIds: readonly string[]): Promise<(KeyRow | undefined)[]> {
    await this.ensure();
    const { rows } = await this.db.pool.query<WrappedRow>(
      'select person_id, master_key_id, wrapped from vault.person_keys where person_id = any($1)',
      [personIds],
    );
    const found = new Map(rows.map((row) => [row.person_id, toRow(row)]));
    return personIds.map((personId) => found.get(personId));
  }

  private async insertAll(offered: readonly KeyRow[]): Promise<KeyRow[]> {
    await this.ensure();
    // In one order everywhere, or two programs with the same persons would lock each other out.
    const ordered = [...offered].sort((a, b) => (a.personId < b.personId ? -1 : 1));
    await this.durably((client) =>
      client.query(
        `insert into vault.person_keys (person_id, master_key_id, wrapped)
         select * from unnest($1::text[], $2::text[], $3::bytea[]) on conflict do nothing`,
        [ordered.map((row) => row.personId), ordered.map((row) => row.masterKeyId), ordered.map((row) => row.wrapped)],
      ),
    );
    const stored = await this.findAll(offered.map((row) => row.personId));
    return stored.map((row, index) => {
      if (row === undefined)
        throw new Error(`vault.person_keys does not hold ${String(offered[index]?.personId)} after it was stored`);
      return row;
    });
  }

  private async findSecret(name: string): Promise<Buffer | undefined> {
    const { rows } = await this.db.pool.query<{ wrapped: Buffer }>(
      'select wrapped from vault.secrets where name = $1',
      [name],
    );
    return rows[0]?.wrapped;
  }

  /** A projector's pool need not wait for the disk; a key must, or a sealed fact could outlive it. */
  private async durably(work: (client: PoolClient) => Promise<unknown>): Promise<void> {
    await this.db.transaction(async (client) => {
      await client.query('set local synchronous_commit = on');
      await work(client);
    });
  }
}

async function restoreLine(client: PoolClient, { kind, name, masterKeyId, wrapped }: KeyLine): Promise<void> {
  const bytes = wrapped === null ? null : Buffer.from(wrapped, 'base64');
  const { rowCount } =
    kind === 'secret'
      ? await client.query(
          `insert into vault.secrets (name, master_key_id, wrapped) values ($1, $2, $3)
           on conflict (name) do update set name = excluded.name where secrets.wrapped = excluded.wrapped`,
          [name, masterKeyId, bytes],
        )
      : await client.query(
          `insert into vault.person_keys (person_id, master_key_id, wrapped, destroyed_at)
           values ($1, $2, $3::bytea, case when $3::bytea is null then now() end)
           on conflict (person_id) do update set
             wrapped = case when excluded.wrapped is null then null else person_keys.wrapped end,
             destroyed_at = case when excluded.wrapped is null then coalesce(person_keys.destroyed_at, now()) else person_keys.destroyed_at end
           where person_keys.wrapped is null or excluded.wrapped is null or person_keys.wrapped = excluded.wrapped`,
          [name, masterKeyId, bytes],
        );
  if (rowCount !== 1)
    throw new Error(`Another key already stands under the name of ${kind} ${name}; restore into an empty vault`);
}

const toRow = ({ person_id, master_key_id, wrapped }: WrappedRow): KeyRow => ({
  personId: person_id,
  masterKeyId: master_key_id,
  wrapped,
});
