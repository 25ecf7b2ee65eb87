/** Backup of a store in use, and restore of a stopped one. */
import { backup } from 'node:sqlite';
import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openForReading, StoreRefused, storePaths, takeLock } from '../store/database';
import { verifyStore, type Verification } from './verify';

/** More pages than any store has: the whole copy is one step, so it is one snapshot however much is written meanwhile. */
const ALL_PAGES = 0x7fffffff;

function sync(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}

/** Copies the store to `target` while the node runs; the copy is verified before it gets its name. */
export async function backupStore(dataDir: string, target: string): Promise<Verification> {
  if (existsSync(target)) throw new StoreRefused(`${target} exists already; a backup never replaces one`);
  mkdirSync(dirname(target), { recursive: true });
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  const source = openForReading(storePaths(dataDir).database);
  try {
    await backup(source, partial, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
  const verification = verifyFile(partial);
  if (!verification.ok)
    throw new StoreRefused(`the copy is not sound: ${verification.problem}; ${partial} is left for looking at`);
  sync(partial);
  renameSync(partial, target);
  sync(dirname(target));
  return verification;
}

function verifyFile(path: string): Verification {
  const db = openForReading(path);
  try {
    return verifyStore(db);
  } finally {
    db.close();
    // Reading a copy in WAL mode leaves these two behind; they hold nothing.
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
  }
}

/** Puts a backup in the place of the store; the node must be stopped. What was there is kept beside it. */
export function restoreStore(dataDir: string, source: string): { verification: Verification; kept: string | null } {
  const verification = verifyFile(source);
  if (!verification.ok) throw new StoreRefused(`${source} is not sound: ${verification.problem}`);
  const paths = storePaths(dataDir);
  const lock = takeLock(paths);
  try {
    const partial = `${paths.database}.restoring`;
    copyFileSync(source, partial);
    sync(partial);
    let kept: string | null = null;
    if (existsSync(paths.database)) {
      kept = `${paths.database}.before-restore-${new Date().toISOString().replaceAll(':', '')}`;
      for (const suffix of ['', '-wal', '-shm'])
        if (existsSync(paths.database + suffix)) renameSync(paths.database + suffix, kept + suffix);
    }
    renameSync(partial, paths.database);
    sync(paths.folder);
    return { verification, kept };
  } finally {
    lock.close();
  }
}
