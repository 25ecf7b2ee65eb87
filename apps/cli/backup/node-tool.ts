import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What the event node's own tool found when it checked a copy record by record. */
export interface Checked {
  readonly records: number;
  readonly head: number;
}

/** Runs the event node's tool (apps/event-node/cli.ts) as a program of its own: the store is its business alone. @throws Error with its last words. */
export async function eventNodeTool(root: string, dataDir: string, args: readonly string[]): Promise<unknown> {
  const tool = join(root, 'dist/apps/event-node/cli.js');
  const child = spawn(process.execPath, [tool, '--data', dataDir, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (status !== 0) throw new Error(`The event node's tool failed at ${args[0] ?? ''}: ${said.err.trim() || said.out}`);
  return JSON.parse(said.out);
}
