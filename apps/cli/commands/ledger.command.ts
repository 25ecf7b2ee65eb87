import type { Command } from 'commander';
import { checkHouse, ledgerText } from '../ledger/house-ledger';
import { inHouse } from '../open-house';

/** `hoptac ledger`: stream, read model and workflow against each other; status 1 when they do not agree. Run it while nobody writes. */
export function register(program: Command): void {
  program
    .command('ledger')
    .description('sổ sự thật / whether streams, read models and workflows tell the same story')
    .action(() =>
      inHouse(async (house) => {
        const report = await checkHouse(house);
        process.stdout.write(`${ledgerText(report)}\n`);
        if (report.findings.length > 0) process.exitCode = 1;
      }),
    );
}
