/** The parts of the stack under test: their processes, what those use, what they say of themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { addressOf } from './caller';

/** Door of the launcher; see infra/embedded/control.ts. */
export interface ControlAccess {
  readonly url: string;
  readonly token: string;
}

interface Part {
  readonly name: string;
  readonly pid: number | null;
}

const TICKS_PER_SECOND = 100;

export const controlOfStack = (): ControlAccess => ({
  url: addressOf('HOPTAC_CONTROL_URL'),
  token: addressOf('HOPTAC_CONTROL_TOKEN'),
});

async function partsOf({ url, token }: ControlAccess): Promise<readonly Part[]> {
  const answer = await fetch(new URL('/parts', url), { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`The launcher's door answered ${answer.status}`);
  return (await answer.json()) as readonly Part[];
}

/** Stops a part until it is started by the same door. @throws Error when the launcher refuses. */
export async function stopPart({ url, token }: ControlAccess, name: string): Promise<void> {
  const answer = await fetch(new URL(`/parts/${name}/stop`, url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(`The launcher's door answered ${answer.status} to stopping ${name}`);
}

/** CPU seconds used so far, by part with all its processes. */
export async function cpuByPart(control: ControlAccess): Promise<Map<string, number>> {
  return byPart(control, ({ cpuSeconds }) => cpuSeconds);
}

/**
 * Memory in bytes by part with all its processes: the proportional set size, so that what processes share counts once;
 * the resident size where the system does not tell it.
 */
export async function memoryByPart(control: ControlAccess): Promise<Map<string, number>> {
  return byPart(control, ({ pid }) => memoryOf(pid));
}

export const sumOf = (byName: ReadonlyMap<string, number>): number => [...byName.values()].reduce((a, b) => a + b, 0);

async function byPart(control: ControlAccess, measure: (process: Process) => number): Promise<Map<string, number>> {
  const parts = await partsOf(control);
  const processes = allProcesses();
  const treeOf = (pid: number): Process[] =>
    processes.flatMap((one) => (one.pid === pid ? [one] : one.parent === pid ? treeOf(one.pid) : []));
  return new Map(
    parts.flatMap(({ name, pid }) =>
      pid === null ? [] : [[name, treeOf(pid).reduce((sum, one) => sum + measure(one), 0)] as const],
    ),
  );
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** With the ended children that it waited for: a server that forks loses nothing. */
  readonly cpuSeconds: number;
}

function allProcesses(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The name in brackets may hold spaces; the fields after it are fixed (proc_pid_stat(5), from the third).
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
        return [{ pid: Number(name), parent: Number(fields[1]), cpuSeconds: ticks / TICKS_PER_SECOND }];
      } catch {
        // It ended between the listing and the reading.
        return [];
      }
    });
}

function memoryOf(pid: number): number {
  for (const [file, line] of [
    ['smaps_rollup', /^Pss:\s+(\d+) kB/m],
    ['status', /^VmRSS:\s+(\d+) kB/m],
  ] as const) {
    try {
      const found = line.exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1];
      if (found !== undefined) return Number(found) * 1024;
    } catch {
      // Not told here, or the process ended.
    }
  }
  return 0;
}

/** Facts that wait for the feeder to deliver them, from the worker's own gauge. */
export async function feederBacklog(): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${addressOf('HOPTAC_WORKER_HEALTH_PORT')}/metrics`);
  const found = /^hoptac_feeder_backlog(?:\{[^}]*\})? (\S+)$/m.exec(await answer.text())?.[1];
  if (found === undefined) throw new Error('The worker does not tell the backlog of its feeder');
  return Number(found);
}
