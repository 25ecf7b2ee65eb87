/**
 * The one SQLite file of the node: how it is opened, what it holds, and who may own it.
 * WAL with `synchronous=NORMAL`: SQLite syncs around checkpoints, `Disk` syncs the log before anything is answered.
 */
import { DatabaseSync } from 'node:sqlite';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';

/** "HTEN" in SQLite's header, so that `file` and we can tell whose database it is. */
const APPLICATION_ID = 0x4854454e;
/** Raised when the tables change; an older program refuses a newer store. */
const SCHEMA_VERSION = 1;

const SCHEMA = `
CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE types (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE records (
  pos INTEGER PRIMARY KEY, stream INTEGER NOT NULL, rev INTEGER NOT NULL, type INTEGER NOT NULL,
  ts INTEGER NOT NULL, chain BLOB NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE UNIQUE INDEX records_by_stream ON records (stream, rev);
CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), pos INTEGER NOT NULL, chain BLOB NOT NULL, clock INTEGER NOT NULL) STRICT;
CREATE TABLE scavenged (first INTEGER PRIMARY KEY, last INTEGER NOT NULL, chain BLOB NOT NULL) STRICT;
CREATE TABLE scavenges (
  id TEXT PRIMARY KEY, started INTEGER NOT NULL, ended INTEGER, reached TEXT NOT NULL, removed INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT;
CREATE TABLE evidence (stream TEXT PRIMARY KEY, marked INTEGER NOT NULL) STRICT;
CREATE TABLE projections (name TEXT PRIMARY KEY, enabled INTEGER NOT NULL, live INTEGER NOT NULL, position INTEGER NOT NULL) STRICT;
INSERT INTO types (id, name) VALUES (1, '$>'), (2, '$metadata'), (3, '$streamDeleted');
INSERT INTO head VALUES (1, 0, zeroblob(16), 0);
`;

/** The store cannot be opened as it is; the message says why and what to do. */
export class StoreRefused extends Error {
  /** @param passing it may be otherwise in a moment (another process, a full disk): trying again makes sense */
  constructor(
    message: string,
    readonly passing = false,
  ) {
    super(message);
  }
}

/** Where the store's files lie. */
export interface StorePaths {
  folder: string;
  database: string;
  lock: string;
}

/** @param dataDir the data folder of the whole stack (`HOPTAC_DATA_DIR`) */
export function storePaths(dataDir: string): StorePaths {
  const folder = join(dataDir, 'eventstore');
  return { folder, database: join(folder, 'events.db'), lock: join(folder, 'lock.db') };
}

/**
 * Takes the exclusive lock on the store. It is an operating-system lock held through SQLite, so it goes with the
 * process even after kill -9 and never has to be removed by hand.
 */
export function takeLock(paths: StorePaths): DatabaseSync {
  mkdirSync(paths.folder, { recursive: true });
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(paths.lock);
    lock.exec(
      'PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS owner (pid INTEGER); DELETE FROM owner;',
    );
    lock.prepare('INSERT INTO owner VALUES (?)').run(process.pid);
    // The commit keeps the lock: in exclusive mode SQLite gives it back only when the connection closes.
    lock.exec('COMMIT');
    return lock;
  } catch (error) {
    lock?.close();
    const text = (error as Error).message;
    if (/locked|busy/i.test(text))
      throw new StoreRefused(
        `another process holds the store in ${paths.folder}; stop it first (one writer per store)`,
        true,
      );
    throw new StoreRefused(`cannot lock the store in ${paths.folder}: ${text}`, isFull(text));
  }
}

/** Opens the database for its owner, creating it when it does not exist. */
export function openForWriting(file: string): DatabaseSync {
  const isNew = !existsSync(file);
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file);
    // Deleted content is overwritten, and a scavenge can give pages back to the file system.
    db.exec('PRAGMA page_size=4096; PRAGMA auto_vacuum=INCREMENTAL; PRAGMA secure_delete=ON');
    db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=4000');
    db.exec(
      'PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA busy_timeout=5000; PRAGMA journal_size_limit=67108864',
    );
    if (isNew) {
      db.exec(
        `BEGIN; ${SCHEMA} PRAGMA application_id=${APPLICATION_ID}; PRAGMA user_version=${SCHEMA_VERSION}; COMMIT`,
      );
      syncFolder(file);
    }
    checkVersion(db, file);
    return db;
  } catch (error) {
    db?.close();
    throw refused(error, file);
  }
}

/** Opens the database for looking only; works beside the running node. */
export function openForReading(file: string): DatabaseSync {
  if (!existsSync(file)) throw new StoreRefused(`there is no store at ${file}`);
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { readOnly: true });
    db.exec('PRAGMA busy_timeout=5000; PRAGMA cache_size=-65536');
    checkVersion(db, file);
    return db;
  } catch (error) {
    db?.close();
    throw refused(error, file);
  }
}

function checkVersion(db: DatabaseSync, file: string): void {
  const id = (db.prepare('PRAGMA application_id').get() as { application_id: number }).application_id;
  const version = (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
  if (id !== APPLICATION_ID) throw new StoreRefused(`${file} is not an event store of ours`);
  if (version > SCHEMA_VERSION)
    throw new StoreRefused(
      `${file} was written by a newer release (format ${version}, this one knows ${SCHEMA_VERSION}); start that release`,
    );
}

/** SQLite's words for a full disk. */
const isFull = (text: string): boolean => /disk is full|ENOSPC/i.test(text);

function refused(error: unknown, file: string): Error {
  if (error instanceof StoreRefused) return error;
  const text = (error as Error).message;
  if (/malformed|not a database|corrupt/i.test(text)) {
    return new StoreRefused(
      `${file} is damaged (${text}); run "hoptac-node verify" to see where, then "hoptac-node restore" from a backup`,
    );
  }
  return new StoreRefused(`cannot open ${file}: ${text}`, isFull(text));
}

/** A new file is only there after a power cut when its folder was synced too. */
function syncFolder(file: string): void {
  const folder = openSync(join(file, '..'), 'r');
  fsyncSync(folder);
  closeSync(folder);
}
