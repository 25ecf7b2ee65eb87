import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process by more than its number, which the system gives again: number and when it started. */
export interface ProcessMark {
  readonly pid: number;
  readonly startedAt: string;
}

/** When the process started, in the system's own words; null when it is gone (or only waits to be collected). */
function startOf(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
      // The name in brackets may hold blanks; state is the first field after it, the start time the twentieth.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? null : (fields[19] ?? null);
    } catch {
      return null;
    }
  }
  return ps(pid, 'lstart=');
}

export function markOf(pid: number): ProcessMark | null {
  const startedAt = startOf(pid);
  return startedAt === null ? null : { pid, startedAt };
}

function isAlive(mark: ProcessMark): boolean {
  return startOf(mark.pid) === mark.startedAt;
}

/** The program a process runs; null when unknown. */
export function programOf(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${String(pid)}/exe`);
    } catch {
      return null;
    }
  }
  return ps(pid, 'comm=');
}

function ps(pid: number, column: string): string | null {
  try {
    const text = execFileSync('ps', ['-p', String(pid), '-o', column], { encoding: 'utf8', stdio: 'pipe' }).trim();
    return text === '' ? null : text;
  } catch {
    return null;
  }
}

/** Sends a signal to the group a part leads; false when nobody of it is left. */
export function signalGroup(leader: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(-leader, signal);
    return true;
  } catch {
    return false;
  }
}

/** Without rights the system takes one such word every tenth of a second. */
const YIELD_TRIES = 20;

/**
 * Makes a whole session yield to the others. Where the system shares the processor by session (autogroup, on in most Linux distributions), the niceness of a
 * process counts only inside its own session, and every part leads one: `nice` alone would change nothing between parts.
 */
export async function yieldAsSession(leader: number, nice: number): Promise<void> {
  for (let attempt = 1; attempt <= YIELD_TRIES; attempt += 1) {
    try {
      writeFileSync(`/proc/${String(leader)}/autogroup`, String(nice));
      return;
    } catch (error) {
      // Anything but "try again": no such thing here, or the process has ended.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
      await sleep(120, undefined, { ref: false });
    }
  }
}

const SETPRIV = 'setpriv';
let setprivWorks: boolean | undefined;

/**
 * Words before a command that make Linux send it `signal` when this process ends, however it ends; none where that
 * cannot be had. What is left behind there is met by `endLeftovers` at the next start.
 */
export function endingWithUs(signal: NodeJS.Signals): readonly string[] {
  const words = [SETPRIV, '--pdeathsig', signal.replace('SIG', '')];
  setprivWorks ??=
    process.platform === 'linux' && spawnSync(SETPRIV, [...words.slice(1), 'true'], { stdio: 'ignore' }).status === 0;
  return setprivWorks ? words : [];
}

/** Ends processes a killed launcher left behind; gives the numbers of those it met alive. */
export async function endLeftovers(marks: readonly ProcessMark[], waitMs = 15_000): Promise<readonly number[]> {
  const alive = marks.filter(isAlive);
  // SIGINT is PostgreSQL's fast shutdown; the others take it like SIGTERM.
  for (const { pid } of alive) signalGroup(pid, 'SIGINT');
  const deadline = Date.now() + waitMs;
  while (alive.some(isAlive) && Date.now() < deadline) await sleep(100);
  for (const mark of alive.filter(isAlive)) signalGroup(mark.pid, 'SIGKILL');
  while (alive.some(isAlive) && Date.now() < deadline + 2_000) await sleep(50);
  return alive.map(({ pid }) => pid);
}
