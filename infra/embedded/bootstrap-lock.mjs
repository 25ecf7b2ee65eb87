/** Two starts at once in one clone: the second waits until the first has installed and built. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { withProgress } from './progress.mjs';

/**
 * @template T
 * @param {string} root
 * @param {() => Promise<T>} work
 */
export async function alone(root, work) {
  const tools = join(root, '.tools');
  mkdirSync(tools, { recursive: true });
  const file = join(tools, 'bootstrap.lock');
  if (!take(file)) {
    await withProgress(
      'chờ một lần khởi động khác dựng xong / waiting for another start to finish building',
      async () => {
        while (!take(file)) await sleep(300);
      },
    );
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (holderLives(file)) return false;
    rmSync(file, { force: true });
    return false;
  }
}

function holderLives(file) {
  let holder;
  try {
    holder = Number(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
  // An empty file is one being written at this moment, or left by a full disk.
  if (!holder) return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 5_000;
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
