/**
 * Against which node the suite runs: `HOPTAC_EVENTSTORE_URL` when given (a cluster too), else one of our own that is
 * started from `dist` on a free port with an empty store.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { EventStoreDBClient, jsonEvent, type ResolvedEvent } from '@eventstore/db-client';

/** The built node, whether this file runs from its source (Jest) or was built itself (long chaos runs, benches). */
const BUILT = join(__dirname, '../../apps/event-node/main.js');
export const MAIN = existsSync(BUILT) ? BUILT : join(__dirname, '../../dist/apps/event-node/main.js');

// The waits inside the specs have limits of their own; on a busy machine the runner's five seconds come first.
if (typeof jest !== 'undefined') jest.setTimeout(60_000);

/** A node of our own. */
export interface OwnNode {
  url: string;
  port: number;
  dataDir: string;
  pid: number;
  child: ChildProcess;
  /** SIGTERM, waits for the end, returns the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Removes the data folder. */
  remove(): void;
}

/** Starts a node and waits until it says that it is ready. */
export async function startOwnNode(
  env: Record<string, string> = {},
  dataDir = mkdtempSync(join(tmpdir(), 'event-node-')),
): Promise<OwnNode> {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: build first (npm run build)`);
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'] ?? '', HOPTAC_EVENTSTORE_PORT: '0', HOPTAC_DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const lines: string[] = [];
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      lines.push(line);
      if (line.includes('event node ready')) resolve((JSON.parse(line) as { address: string }).address);
    });
    void ended.then((code) => reject(new Error(`the node ended with ${code}: ${lines.join('\n')}`)));
  });
  return {
    url: address,
    port: Number(/:(\d+)/.exec(address.slice(7))?.[1]),
    dataDir,
    pid: child.pid as number,
    child,
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** The node a spec file talks to. */
export interface Target {
  client: EventStoreDBClient;
  url: string;
  host: string;
  port: number;
  /** Null when the suite runs against a node it did not start. */
  own: OwnNode | null;
  close(): Promise<void>;
}

/** Connects to the node under test. */
export async function connect(env: Record<string, string> = {}): Promise<Target> {
  const given = process.env['HOPTAC_EVENTSTORE_URL'];
  const own = given ? null : await startOwnNode(env);
  const url = given ?? (own as OwnNode).url;
  const address = /\/\/(?:[^@/]*@)?([^:/?]+):?(\d+)?/.exec(url);
  const client = EventStoreDBClient.connectionString(url);
  return {
    client,
    url,
    host: address?.[1] ?? '127.0.0.1',
    port: Number(address?.[2] ?? 2113),
    own,
    close: async () => {
      await client.dispose();
      await own?.stop();
      own?.remove();
    },
  };
}

/** A name nobody used before, so that the suite can run again and again against the same node. */
export const fresh = (category = 'conformance'): string => `${category}-${crypto.randomUUID().slice(0, 13)}`;

/** Events with numbered data. */
export const events = (count: number, type = 'Happened') =>
  Array.from({ length: count }, (_, n) => jsonEvent({ type, data: { n } }));

/** Everything an async iterable yields. */
export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
}

/** The error a promise rejects with; fails when it does not. */
export async function failure(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  try {
    await promise;
  } catch (error) {
    return error as Error & Record<string, unknown>;
  }
  throw new Error('expected a rejection');
}

/** Waits until something is true; fails after `limit` milliseconds. */
export async function until(what: () => boolean | Promise<boolean>, limit = 8_000): Promise<void> {
  const end = Date.now() + limit;
  while (!(await what())) {
    if (Date.now() > end) throw new Error(`not within ${limit} ms: ${what.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Revisions of resolved events. */
export const revisions = (list: readonly ResolvedEvent[]): number[] => list.map((one) => Number(one.event?.revision));
