/** The benches of the event node, alone: `node dist/test/bench/event-node/bench.js [part of a name]`. */
import type { Bench } from '../bench.types';
import { appendBench } from './append.bench';
import { loadBench } from './load.bench';
import { readBench } from './read.bench';

/** For the common runner. */
export const benches: readonly Bench[] = [
  { name: 'event-node/append', alone: true, run: appendBench },
  { name: 'event-node/read', alone: true, run: readBench },
  { name: 'event-node/load', alone: true, run: loadBench },
];

async function main(): Promise<void> {
  let met = true;
  const wanted = process.argv[2] ?? '';
  for (const bench of benches.filter(({ name }) => name.includes(wanted))) {
    process.stdout.write(`${bench.name}\n`);
    for (const one of await bench.run()) {
      met &&= one.met;
      process.stdout.write(
        `  ${one.met ? 'ok ' : 'NOT'} ${one.name}: ${one.value} ${one.unit}${one.budget ? ` (budget ${one.budget})` : ''}${one.against ? ` — ${one.against}` : ''}\n`,
      );
    }
  }
  process.exitCode = met ? 0 : 1;
}

if (require.main === module) void main();
