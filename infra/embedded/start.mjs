/** `npm start`: makes what is missing, then brings the whole stack up under Node 24 (see launcher/main.ts). */
import { join } from 'node:path';
import process from 'node:process';
import { bootstrap, ROOT } from './bootstrap.mjs';
import { reportFailure } from './bootstrap-notice.mjs';
import { become } from './run.mjs';

try {
  const args = process.argv.slice(2);
  const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '') : null;
  const { node, env } = await bootstrap({
    pages: !only || only.includes('api'),
    temporal: !only || only.includes('temporal'),
  });
  process.exitCode = await become(node, [join(ROOT, 'dist/infra/embedded/launcher/main.js'), ...args], {
    cwd: ROOT,
    env,
  });
} catch (error) {
  process.exitCode = reportFailure(error);
}
