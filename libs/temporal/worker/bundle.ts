import { bundleWorkflowCode } from '@temporalio/worker';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const KEPT = 3;

export interface BundleOptions {
  /** File that exports every workflow, e.g. `dist/workflows/index.js`. */
  readonly workflowsPath: string;
  /** Folders whose code may enter the bundle; their contents decide whether a kept bundle is still right. */
  readonly sources: readonly string[];
  /** Where bundles are kept, one file per state of the sources. */
  readonly cacheFolder: string;
  /** Module names that stand for files, where the sources are TypeScript with the house's own paths (tests). */
  readonly aliases?: Readonly<Record<string, string>>;
  readonly log?: (line: string) => void;
}

/** The workflows as one file for the engine's sandbox: taken from the cache when no source changed, else made anew (a few seconds) and kept. */
export async function workflowBundle(options: BundleOptions): Promise<{ readonly codePath: string }> {
  const hash = await hashOf(options.sources);
  const codePath = join(options.cacheFolder, `workflows-${hash}.js`);
  if (!existsSync(codePath)) {
    options.log?.('making the workflow bundle');
    const { code } = await bundleWorkflowCode({
      workflowsPath: options.workflowsPath,
      logger: quiet,
      webpackConfigHook: (config) => ({
        ...config,
        resolve: { ...config.resolve, alias: Object.assign({}, config.resolve?.alias, options.aliases) },
      }),
    });
    await mkdir(options.cacheFolder, { recursive: true });
    // Renamed when whole, so that two workers starting at once never read half a file.
    const part = `${codePath}.${randomUUID()}`;
    await writeFile(part, code);
    await rename(part, codePath);
    await forgetOld(options.cacheFolder, codePath);
  }
  return { codePath };
}

async function hashOf(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && /\.(js|ts|json)$/.test(entry.name));
    for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
      hash
        .update(file.slice(folder.length))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function forgetOld(folder: string, keep: string): Promise<void> {
  const bundles = (await readdir(folder))
    .filter((name) => /^workflows-[0-9a-f]{16}\.js$/.test(name))
    .map((name) => join(folder, name));
  for (const old of bundles.filter((path) => path !== keep).slice(0, Math.max(0, bundles.length - KEPT)))
    await rm(old, { force: true });
}

const quiet = {
  log: () => undefined,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: (message: string) => process.stderr.write(`${message}\n`),
  error: (message: string) => process.stderr.write(`${message}\n`),
};
