/**
 * `npm test` and the single suites: makes what is missing, then runs the suites under Node 24 (see test-runner/main.ts).
 * `node infra/embedded/test.mjs --stack-only [--only part,…]` leaves a scratch stack running and prints its addresses.
 */
import { join } from 'node:path';
import process from 'node:process';
import { bootstrap, ROOT } from './bootstrap.mjs';
import { reportFailure } from './bootstrap-notice.mjs';
import { become } from './run.mjs';

const WITHOUT_STACK = ['unit', 'replay', 'conformance'];

try {
  const args = process.argv.slice(2);
  const ours = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  const suites = ours.filter((word, index) => !word.startsWith('-') && ours[index - 1] !== '--only');
  const onlyLight = suites.length > 0 && suites.every((name) => WITHOUT_STACK.includes(name));
  const reuse = process.env.HOPTAC_REUSE_STACK === '1';
  const needsStack = !reuse && (ours.includes('--stack-only') || !onlyLight);
  const { node, env } = await bootstrap({ pages: needsStack && !ours.includes('--only'), temporal: needsStack });
  process.exitCode = await become(node, [join(ROOT, 'dist/infra/embedded/test-runner/main.js'), ...args], {
    cwd: ROOT,
    env,
  });
} catch (error) {
  process.exitCode = reportFailure(error);
}
