/** `npm run demo`: tells one registration on the stack that runs on this data folder in rehearsal, or on a scratch stack of its own. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { bootstrap, ROOT } from './bootstrap.mjs';
import { reportFailure } from './bootstrap-notice.mjs';
import { become } from './run.mjs';

/** Addresses of the running stack when its clock may be moved, undefined otherwise. */
async function stackInRehearsal() {
  try {
    const data = resolve(ROOT, process.env.HOPTAC_DATA_DIR ?? 'data');
    const { addresses } = JSON.parse(readFileSync(join(data, 'instance.json'), 'utf8'));
    if (addresses.HOPTAC_REHEARSAL !== '1') return undefined;
    const answer = await fetch(`http://127.0.0.1:${addresses.HOPTAC_API_PORT}/health/ready`);
    return answer.ok ? addresses : undefined;
  } catch {
    return undefined;
  }
}

try {
  const running = await stackInRehearsal();
  const { node, env } = await bootstrap({ temporal: running === undefined });
  const program =
    running === undefined
      ? [join(ROOT, 'dist/infra/embedded/launcher/demo-run.js')]
      : [join(ROOT, 'dist/apps/cli/main.js'), 'demo', 'run'];
  process.exitCode = await become(node, program, { cwd: ROOT, env: { ...env, ...running } });
} catch (error) {
  process.exitCode = reportFailure(error);
}
