/** `npm run bench`: makes what is missing, then measures under Node 24 beside a scratch stack (see bench-runner/main.ts). */
import { join } from 'node:path';
import process from 'node:process';
import { bootstrap, ROOT } from './bootstrap.mjs';
import { reportFailure } from './bootstrap-notice.mjs';
import { become } from './run.mjs';

try {
  const { node, env } = await bootstrap({ pages: true, temporal: true });
  const runner = join(ROOT, 'dist/infra/embedded/bench-runner/main.js');
  process.exitCode = await become(node, [runner, ...process.argv.slice(2)], { cwd: ROOT, env });
} catch (error) {
  process.exitCode = reportFailure(error);
}
