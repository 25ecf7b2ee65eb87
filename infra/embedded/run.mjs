/** Child processes of the bootstrap: run one to its end, keep the last lines, pass each line on. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const KEPT_LINES = 60;
const PASSED_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} [options]
 * @returns {Promise<{ status: number, tail: string }>}
 */
export function run(command, args, { cwd, env, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] });
    const tail = [];
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        tail.push(line);
        if (tail.length > KEPT_LINES) tail.shift();
        onLine?.(line);
      });
    }
    child.once('error', reject);
    child.once('close', (status) => resolve({ status: status ?? 1, tail: tail.join('\n') }));
  });
}

/** Standard output of a short command, or null when it is not there or fails. */
export async function answerOf(command, args, options = {}) {
  const lines = [];
  try {
    const { status } = await run(command, args, { ...options, onLine: (line) => lines.push(line) });
    return status === 0 ? lines.join('\n') : null;
  } catch {
    return null;
  }
}

/** Runs a command with this terminal as its own; signals reach it, its exit status comes back. */
export function become(command, args, { cwd, env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: 'inherit' });
    // The terminal sends Ctrl-C to the child as well, so that it may come twice; this process has to outlive the child.
    const pass = (signal) => child.kill(signal);
    for (const signal of PASSED_SIGNALS) process.on(signal, pass);
    child.once('error', reject);
    child.once('close', (status, signal) => {
      for (const signal of PASSED_SIGNALS) process.off(signal, pass);
      resolve(status ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}
