/** `npm run test:other-clients`: the official Go and Java clients against the event node, each where its language is present. */
import { join } from 'node:path';
import process from 'node:process';
import { bootstrap, ROOT } from './bootstrap.mjs';
import { reportFailure } from './bootstrap-notice.mjs';
import { become } from './run.mjs';

try {
  const { node, env } = await bootstrap();
  const program = join(ROOT, 'dist/test/conformance/other-clients/run.js');
  process.exitCode = await become(node, [program, ...process.argv.slice(2)], { cwd: ROOT, env });
} catch (error) {
  process.exitCode = reportFailure(error);
}
