import { workflowBundle } from '@hoptac/temporal';
import { join } from 'node:path';

/** Folder of the built tree: `dist`. */
const BUILT = join(__dirname, '../..');

/** The workflows' bundle of this build: kept under `dist/workflow-bundles`, made anew only when the built code changed. */
export function builtBundle(log?: (line: string) => void): Promise<{ readonly codePath: string }> {
  return workflowBundle({
    workflowsPath: join(BUILT, 'workflows/index.js'),
    sources: [join(BUILT, 'workflows'), join(BUILT, 'libs')],
    cacheFolder: join(BUILT, 'workflow-bundles'),
    ...(log === undefined ? {} : { log }),
  });
}

/** `node dist/apps/worker/bundle.js`: makes the bundle ahead of the first start. */
if (require.main === module) {
  builtBundle((line) => process.stdout.write(`${line}\n`)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  });
}
