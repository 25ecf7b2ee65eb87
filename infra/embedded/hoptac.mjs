/** `npm run hoptac -- <command>`: the command line (apps/cli) against the stack that runs on this data folder. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { bootstrap, ROOT } from './bootstrap.mjs';
import { reportFailure } from './bootstrap-notice.mjs';
import { become } from './run.mjs';

/** What the launcher left for us; nothing when no stack runs here, and the command says itself what it misses. */
function addressesOfRunningStack() {
  try {
    const data = resolve(ROOT, process.env.HOPTAC_DATA_DIR ?? 'data');
    return JSON.parse(readFileSync(join(data, 'instance.json'), 'utf8')).addresses ?? {};
  } catch {
    return {};
  }
}

try {
  const { node, env } = await bootstrap();
  const cli = join(ROOT, 'dist/apps/cli/main.js');
  process.exitCode = await become(node, [cli, ...process.argv.slice(2)], {
    cwd: ROOT,
    env: { ...addressesOfRunningStack(), ...env },
  });
} catch (error) {
  process.exitCode = reportFailure(error);
}
