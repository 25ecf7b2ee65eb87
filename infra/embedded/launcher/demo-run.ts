import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { failureText } from '../notice';
import { startScratchStack } from '../test-runner/scratch-stack';

const root = process.env['HOPTAC_ROOT'] ?? process.cwd();

/** `npm run demo` where no stack in rehearsal runs: brings up a scratch stack, tells the demo on it, removes it. */
async function main(): Promise<number> {
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      interrupt.abort();
    });
  }
  const said = (text: string): void => void process.stderr.write(`${text}\n`);
  const scratch = await startScratchStack({ root, only: undefined, said, signal: interrupt.signal });
  try {
    const child = spawn(process.execPath, [join(root, 'dist/apps/cli/main.js'), 'demo', 'run'], {
      cwd: root,
      env: { ...process.env, ...scratch.env },
      stdio: 'inherit',
      signal: interrupt.signal,
    });
    const [status] = (await once(child, 'close')) as [number | null];
    return status ?? 1;
  } finally {
    await scratch.end();
  }
}

main()
  .then((status) => {
    process.exitCode = status;
  })
  .catch((error: unknown) => {
    process.stderr.write(`${failureText(error)}\n`);
    process.exitCode = 1;
  });
