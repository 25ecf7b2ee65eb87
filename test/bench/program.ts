/**
 * One bench in a process of its own, so that none inherits another's heap or connections: `node program.js <name>` sends the
 * figures to the process that forked it, `node program.js --list` the names.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Bench } from './bench.types';

/** By `require`: a dynamic import would not see the names of a CommonJS file that exports more than one. */
const load = createRequire(__filename) as (path: string) => { readonly benches?: readonly Bench[] };

function allBenches(): readonly Bench[] {
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((path) => /bench\.js$/.test(path));
  return files.sort().flatMap((path) => load(join(__dirname, path)).benches ?? []);
}

async function answer(word: string): Promise<unknown> {
  const benches = allBenches();
  if (word === '--list') return { benches: benches.map(({ name, alone = false }) => ({ name, alone })) };
  const bench = benches.find(({ name }) => name === word);
  if (bench === undefined) throw new Error(`There is no bench ${word}`);
  return { figures: await bench.run() };
}

answer(process.argv[2] ?? '--list').then(
  (message) => process.send?.(message, () => process.exit(0)),
  (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.send?.({ trouble: text }, () => process.exit(1));
  },
);
