import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Adapter, AdapterPayload } from 'oidc-provider';

const SWEEP_EVERY = 500;

/** Sessions, grants and codes of the embedded provider in one SQLite file, so that a restart signs nobody out. */
export class IdentityDatabase {
  private readonly database: DatabaseSync;
  private writes = 0;

  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    this.database = new DatabaseSync(file);
    this.database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA busy_timeout = 2000;
      CREATE TABLE IF NOT EXISTS records (
        model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, grant_id TEXT, uid TEXT, user_code TEXT, expires_at INTEGER,
        PRIMARY KEY (model, id)
      ) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS records_grant ON records (grant_id);
      CREATE INDEX IF NOT EXISTS records_uid ON records (model, uid);
    `);
  }

  close(): void {
    this.database.close();
  }

  upsert(model: string, id: string, payload: AdapterPayload, expiresIn: number | undefined): void {
    this.database
      .prepare(
        `INSERT INTO records (model, id, payload, grant_id, uid, user_code, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (model, id) DO UPDATE SET payload = excluded.payload, grant_id = excluded.grant_id, uid = excluded.uid,
           user_code = excluded.user_code, expires_at = excluded.expires_at`,
      )
      .run(
        model,
        id,
        JSON.stringify(payload),
        payload.grantId ?? null,
        payload.uid ?? null,
        payload.userCode ?? null,
        expiresIn === undefined ? null : Date.now() + expiresIn * 1000,
      );
    this.writes += 1;
    if (this.writes % SWEEP_EVERY === 0)
      this.database.prepare('DELETE FROM records WHERE expires_at < ?').run(Date.now());
  }

  find(model: string, column: 'id' | 'uid' | 'user_code', value: string): AdapterPayload | undefined {
    const row = this.database
      .prepare(
        `SELECT payload FROM records WHERE model = ? AND ${column} = ? AND (expires_at IS NULL OR expires_at > ?)`,
      )
      .get(model, value, Date.now()) as { payload: string } | undefined;
    return row === undefined ? undefined : (JSON.parse(row.payload) as AdapterPayload);
  }

  consume(model: string, id: string): void {
    const payload = this.find(model, 'id', id);
    if (payload === undefined) return;
    const consumed = { ...payload, consumed: Math.floor(Date.now() / 1000) };
    this.database
      .prepare('UPDATE records SET payload = ? WHERE model = ? AND id = ?')
      .run(JSON.stringify(consumed), model, id);
  }

  destroy(model: string, id: string): void {
    this.database.prepare('DELETE FROM records WHERE model = ? AND id = ?').run(model, id);
  }

  revokeGrant(model: string, grantId: string): void {
    this.database.prepare('DELETE FROM records WHERE model = ? AND grant_id = ?').run(model, grantId);
  }

  /** The provider makes one adapter per kind of record. */
  adapterFor(model: string): Adapter {
    return {
      upsert: (id, payload, expiresIn) => {
        this.upsert(model, id, payload, expiresIn);
        return Promise.resolve();
      },
      find: (id) => Promise.resolve(this.find(model, 'id', id)),
      findByUid: (uid) => Promise.resolve(this.find(model, 'uid', uid)),
      findByUserCode: (userCode) => Promise.resolve(this.find(model, 'user_code', userCode)),
      consume: (id) => {
        this.consume(model, id);
        return Promise.resolve();
      },
      destroy: (id) => {
        this.destroy(model, id);
        return Promise.resolve();
      },
      revokeByGrantId: (grantId) => {
        this.revokeGrant(model, grantId);
        return Promise.resolve();
      },
    };
  }
}
