/** `npm run chaos:event-node -- --rounds 200`: kills the event node under load, round after round; the short form runs in `npm test`. */
import { join } from 'node:path';
import process from 'node:process';
import { bootstrap, ROOT } from './bootstrap.mjs';
import { reportFailure } from './bootstrap-notice.mjs';
import { become } from './run.mjs';

try {
  const { node, env } = await bootstrap();
  const program = join(ROOT, 'dist/test/chaos/event-node/kill-rounds.js');
  process.exitCode = await become(node, [program, ...process.argv.slice(2)], { cwd: ROOT, env });
} catch (error) {
  process.exitCode = reportFailure(error);
}
