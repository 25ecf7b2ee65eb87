/** The long form of kill-in-append: `node dist/test/chaos/event-node/kill-rounds.js --rounds 200 [--seed n]`. */
import { parseArgs } from 'node:util';
import { KillRounds } from './rounds';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '200' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  });
  process.stdout.write(`kill-in-append: ${values.rounds} rounds, seed ${values.seed}\n`);
  const outcome = await new KillRounds(Number(values.seed), (line) => process.stdout.write(`${line}\n`)).run(
    Number(values.rounds),
  );
  process.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`);
  process.exitCode = outcome.problems.length === 0 && outcome.acknowledged > outcome.rounds * 10 ? 0 : 1;
}

void main();
