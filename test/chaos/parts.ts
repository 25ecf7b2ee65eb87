/** The parts of the stack under test, struck through the launcher's control door. */
import { setTimeout as pause } from 'node:timers/promises';
import { addressOf } from '../support/province';

export type PartName =
  'postgres' | 'event-node' | 'temporal' | 'tax-authority' | 'identity' | 'api' | 'worker' | 'projector';

interface PartReport {
  readonly name: PartName;
  readonly state: string;
  readonly pid: number | null;
  readonly restarts: number;
}

const WELL_WITHIN_MS = 90_000;
const LOOK_EVERY_MS = 200;

async function ask<T>(method: string, path: string): Promise<T> {
  const answer = await fetch(new URL(path, addressOf('HOPTAC_CONTROL_URL')), {
    method,
    headers: { authorization: `Bearer ${addressOf('HOPTAC_CONTROL_TOKEN')}` },
    signal: AbortSignal.timeout(WELL_WITHIN_MS),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${await answer.text()}`);
  return (await answer.json()) as T;
}

const listParts = (): Promise<readonly PartReport[]> => ask('GET', '/parts');

/** Stops a part in an orderly way; it stays down until it is started. */
export const stopPart = (name: PartName): Promise<unknown> => ask('POST', `/parts/${name}/stop`);

/** Starts a stopped part; answers when it is well. */
export const startPart = (name: PartName): Promise<unknown> => ask('POST', `/parts/${name}/start`);

async function pidOf(name: PartName): Promise<number> {
  const part = (await listParts()).find((one) => one.name === name);
  if (part?.pid == null) throw new Error(`${name} has no process: ${part?.state ?? 'unknown part'}`);
  return part.pid;
}

/** kill -9; the launcher starts the part again by itself. */
export async function killPart(name: PartName): Promise<void> {
  const pid = await pidOf(name);
  process.kill(pid, 'SIGKILL');
  await until(`${name} is gone`, async () => (await listParts()).every((one) => one.pid !== pid));
}

/** Holds a part still for so long, in milliseconds, then lets it go on. */
export async function freezePart(name: PartName, forMs: number): Promise<void> {
  const pid = await pidOf(name);
  process.kill(pid, 'SIGSTOP');
  try {
    await pause(forMs);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

export const partIsWell = (name: PartName): Promise<void> =>
  until(`${name} is well`, async () => (await listParts()).some((one) => one.name === name && one.state === 'ready'));

/** Starts what is stopped and waits until every part is well: no experiment leaves a broken stack behind. */
export async function allWell(): Promise<void> {
  for (const { name, state } of await listParts()) if (state === 'stopped') await startPart(name);
  await until('all parts are well', async () => (await listParts()).every(({ state }) => state === 'ready'));
  const ports = ['HOPTAC_API_PORT', 'HOPTAC_WORKER_HEALTH_PORT', 'HOPTAC_PROJECTOR_HEALTH_PORT'].map(addressOf);
  await until('API, worker and projector say that they are ready', async () => {
    const answers = await Promise.all(
      ports.map((port) => fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined)),
    );
    return answers.every((answer) => answer?.ok);
  });
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + WELL_WITHIN_MS;
  while (!(await isSo())) {
    if (Date.now() > end)
      throw new Error(
        `Not so within ${String(WELL_WITHIN_MS)} ms: ${what}; parts: ${JSON.stringify(await listParts())}`,
      );
    await pause(LOOK_EVERY_MS);
  }
}
