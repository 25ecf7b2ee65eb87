/** `npm run rehearse:fund`: makes what is missing, then lends and collects for sixty months under Node 24 (see test/rehearsal/fund.ts). */
import { join } from 'node:path';
import process from 'node:process';
import { bootstrap, ROOT } from './bootstrap.mjs';
import { reportFailure } from './bootstrap-notice.mjs';
import { become } from './run.mjs';

try {
  const { node, env } = await bootstrap({ pages: false, temporal: false });
  const rehearsal = join(ROOT, 'dist/test/rehearsal/fund.js');
  process.exitCode = await become(node, [rehearsal, ...process.argv.slice(2)], { cwd: ROOT, env });
} catch (error) {
  process.exitCode = reportFailure(error);
}
