/**
 * What must be there before the stack proper can run, made when it is missing: npm packages, Node 24, Temporal's server,
 * the built programs and pages. Runs on an older Node with nothing installed: built-in modules only.
 */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import process from 'node:process';
import { buildPages, buildPrograms, buildWorkflowBundle } from './build.mjs';
import { alone } from './bootstrap-lock.mjs';
import { assertNodeCanBootstrap, ensurePackages, pinnedNode } from './packages.mjs';
import { ensureTemporal } from './temporal-tool.mjs';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * @param {{ programs?: boolean, pages?: boolean, temporal?: boolean }} needs
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>} the Node to go on with and its environment
 */
export async function bootstrap({ programs = true, pages = false, temporal = false } = {}) {
  assertNodeCanBootstrap();
  return alone(ROOT, async () => {
    await ensurePackages(ROOT);
    const node = pinnedNode(ROOT);
    const path = `${join(ROOT, 'node_modules/.bin')}:${dirname(node)}:${process.env.PATH ?? ''}`;
    const env = { ...process.env, PATH: path, HOPTAC_ROOT: ROOT };
    const built = programs && (await buildPrograms(ROOT));
    if (built && temporal) await buildWorkflowBundle(ROOT, node);
    if (pages) await buildPages(ROOT, node);
    if (temporal && !process.env.HOPTAC_TEMPORAL_ADDRESS) {
      env.HOPTAC_TEMPORAL_TOOL = JSON.stringify(await ensureTemporal(ROOT));
    }
    return { node, env };
  });
}
