#!/usr/bin/env node
import 'reflect-metadata';
import { Command } from 'commander';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface CommandFile {
  register(program: Command): void;
}

/** `hoptac …`: every file `commands/<name>.command.js` adds its command; what it prints is for people, exit status for scripts. */
async function main(): Promise<void> {
  const load = createRequire(__filename);
  const program = new Command('hoptac').description('Hợp Tác: công cụ vận hành / operators’ tool').showHelpAfterError();
  const folder = join(__dirname, 'commands');
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.command.js'))
    .sort()) {
    (load(join(folder, file)) as CommandFile).register(program);
  }
  await program.parseAsync(process.argv);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
