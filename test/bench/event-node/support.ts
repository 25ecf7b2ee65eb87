/** What the benches of the event node share: processes, figures, a filled store. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Figure } from '../bench.types';
import { Store } from '../../../apps/event-node/store/store';

const run = promisify(execFile);
const sibling = (name: string): string => join(__dirname, `${name}.js`);

/** Seconds per measurement; `HOPTAC_BENCH_SECONDS` for shorter or longer runs. */
export const SECONDS = Number(process.env['HOPTAC_BENCH_SECONDS'] ?? 4);
/** Events of the large store; `HOPTAC_BENCH_EVENTS` for a smaller one. */
export const EVENTS = Number(process.env['HOPTAC_BENCH_EVENTS'] ?? 5_000_000);

/** What one or several append clients reached together. */
export interface Reached {
  perSecond: number;
  p50: number;
  p95: number;
  /** Appends altogether, the warming up included. */
  total: number;
}

export async function appendClients(url: string, processes: number, underway: number, batch = 1): Promise<Reached> {
  const outs = await Promise.all(
    Array.from({ length: processes }, () =>
      run(process.execPath, [sibling('append-client'), url, String(underway), String(batch), String(SECONDS)]),
    ),
  );
  const list = outs.map((out) => JSON.parse(out.stdout) as Reached);
  const mean = (key: 'p50' | 'p95'): number => list.reduce((sum, one) => sum + one[key], 0) / list.length;
  return {
    perSecond: list.reduce((sum, one) => sum + one.perSecond, 0),
    p50: mean('p50'),
    p95: mean('p95'),
    total: list.reduce((sum, one) => sum + one.total, 0),
  };
}

/** A node that stores nothing. */
export async function startNullNode(): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [sibling('null-node')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())),
  );
  return { url: `esdb://127.0.0.1:${port}?tls=false`, child };
}

/** CPU seconds a process has used. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Memory of a process in MiB. */
export function residentMiB(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

/** A data folder with a store of `count` events of 200 bytes of data in streams of ten; made without the network. */
export async function filledStore(count: number): Promise<{ dataDir: string; remove: () => void; perSecond: number }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'event-bench-'));
  const store = new Store(dataDir, (error) => {
    throw error;
  });
  const data = Buffer.from(JSON.stringify({ text: 'x'.repeat(189) }));
  const none = new Uint8Array(0);
  const started = performance.now();
  for (let done = 0; done < count;) {
    const underway: Promise<unknown>[] = [];
    for (let n = 0; n < 500 && done < count; n++, done += 10) {
      const events = Array.from({ length: 10 }, () => ({
        id: crypto.randomUUID(),
        type: `BenchType${n % 20}`,
        json: true,
        metadata: none,
        data,
      }));
      underway.push(new Promise((resolve) => store.append(`bench-${done}`, 'no_stream', events, resolve)));
    }
    await Promise.all(underway);
  }
  const perSecond = count / ((performance.now() - started) / 1000);
  store.close();
  return { dataDir, perSecond, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

export function figure(name: string, value: number, unit: string, budget = '', met = true, against = ''): Figure {
  return { name, value: Math.round(value * 100) / 100, unit, budget, met, against };
}
