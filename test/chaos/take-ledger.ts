/**
 * The ledger of truth over the stack that the environment names, in a process of its own so that no connection of a struck part lives on.
 * stdin: the answered steps as JSON; last line of stdout: the report as JSON.
 */
import type { AnsweredStep } from '@hoptac/audit';
import { checkHouse } from '../../apps/cli/ledger/house-ledger';
import { inHouse } from '../../apps/cli/open-house';
import { readFileSync } from 'node:fs';

const STDIN = 0;

async function main(): Promise<void> {
  const answered = JSON.parse(readFileSync(STDIN, 'utf8')) as readonly AnsweredStep[];
  const report = await inHouse((house) => checkHouse(house, answered));
  process.stdout.write(`\n${JSON.stringify(report)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
