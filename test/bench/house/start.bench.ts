/** A cold start of the whole house on new data with the tools cached, and what it holds in memory when nobody does anything. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench, Figure } from '../bench.types';
import { addressOf } from './caller';
import { figure, say, SECONDS, secondsUntil } from './measure';
import { memoryByPart, sumOf, type ControlAccess } from './parts';

const STARTED_WITHIN_MS = 180_000;
const LOADED_WITHIN_MS = 600_000;
const ENDED_WITHIN_MS = 90_000;
const MEGABYTE = 2 ** 20;

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

async function coldStart(): Promise<readonly Figure[]> {
  const root = addressOf('HOPTAC_ROOT');
  const base = addressOf('HOPTAC_BENCH_PORT_BASE');
  const data = mkdtempSync(join(tmpdir(), 'hoptac-start-'));
  const begun = performance.now();
  const npmStart = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, HOPTAC_DATA_DIR: data, HOPTAC_PORT_BASE: base },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  try {
    const open = saysWhenOpen(npmStart);
    const api = `http://127.0.0.1:${base}`;
    const up = async (): Promise<boolean> => {
      if (npmStart.exitCode !== null) throw new Error(`npm start ended with ${npmStart.exitCode}`);
      return answers(`${api}/health/ready`);
    };
    const ready = await secondsUntil('the API is ready', STARTED_WITHIN_MS, up);
    await secondsUntil('the first page is there', STARTED_WITHIN_MS, () => answers(`${api}/`));
    const page = (performance.now() - begun) / 1000;
    await Promise.race([open, pause(LOADED_WITHIN_MS, undefined, { ref: false })]);
    const loaded = (performance.now() - begun) / 1000;
    // At rest: what the loading left is delivered, folded and collected.
    await pause(SECONDS * 2_500);
    const { control } = JSON.parse(readFileSync(join(data, 'instance.json'), 'utf8')) as { control: ControlAccess };
    const memory = await memoryByPart(control);
    const told = [...memory].map(([name, bytes]) => `${name} ${Math.round(bytes / MEGABYTE)}`).join(', ');
    say(told);
    return [
      figure('npm start on new data, to /health/ready', ready, 's', { against: 'tools cached, programs built' }),
      figure('npm start on new data, to the first page', page, 's', {
        atMost: 20,
        against: 'tools cached, programs built',
      }),
      figure('npm start on new data, demo province loaded', loaded, 's'),
      figure('memory of the parts at rest with the demo province', sumOf(memory) / MEGABYTE, 'MiB', {
        atMost: 1536,
        against: told,
      }),
    ];
  } finally {
    await ended(npmStart);
    rmSync(data, { recursive: true, force: true });
  }
}

/** Resolves with the line that comes when everything is there, the demo province too; rejects when the start ends before. */
function saysWhenOpen(npmStart: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    createInterface({ input: npmStart.stdout! }).on('line', (line) => {
      if (line.startsWith('→ http')) resolve();
    });
    npmStart.once('exit', (status) => reject(new Error(`npm start ended with ${String(status)}`)));
  });
}

/** Ends npm, the bootstrap and the launcher, each of which passes a signal on, and waits for the last of them. */
async function ended({ pid }: ChildProcess): Promise<void> {
  if (pid === undefined) return;
  const groupIsGone = (signal: NodeJS.Signals | 0): boolean => {
    try {
      return !process.kill(-pid, signal);
    } catch {
      return true;
    }
  };
  if (!groupIsGone('SIGTERM')) {
    await secondsUntil('the stack has stopped', ENDED_WITHIN_MS, () => Promise.resolve(groupIsGone(0)));
  }
}

export const benches: readonly Bench[] = [{ name: 'house/start', alone: true, run: coldStart }];
