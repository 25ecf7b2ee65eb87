import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { declineDemo, loadDemo, printDemoLogins } from './demo';
import { failureText } from '../notice';
import { readSettings } from '../settings';
import { Stack } from '../stack';

/** Ctrl-C this often, at least a second apart, gives up stopping cleanly; one press may arrive several times. */
const IMPATIENT_PRESSES = 3;
const ONE_PRESS_MS = 1_000;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Aborted by the first request to stop: a signal, or the end of the process that started this one. */
function stopRequested(): AbortSignal {
  const stop = new AbortController();
  const parent = process.ppid;
  let presses = 0;
  let lastPress = 0;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      stop.abort();
      if (Date.now() - lastPress >= ONE_PRESS_MS) presses += 1;
      lastPress = Date.now();
      if (presses >= IMPATIENT_PRESSES && name === 'SIGINT') process.exit(130);
    });
  }
  setInterval(() => {
    if (process.ppid !== parent) stop.abort();
  }, 1_000).unref();
  return stop.signal;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, empty: { type: 'boolean', default: false } },
    allowPositionals: false,
  });
  const stop = stopRequested();
  const settings = readSettings(process.env, {
    root: process.env['HOPTAC_ROOT'] ?? process.cwd(),
    ...(values.only === undefined ? {} : { only: values.only }),
  });
  say(`Hợp Tác: ${settings.dataDir}${settings.rehearsal ? ' — TẬP DƯỢT / REHEARSAL' : ''}`);
  const stack = await startUnless(stop, () => Stack.start(settings, say, stop));
  if (!stack) return 0;
  try {
    if (values.only === undefined) {
      if (values.empty) declineDemo(stack);
      await loadDemo(stack, say, stop);
      await printDemoLogins(stack, say, stop);
      say(`\n→ http://127.0.0.1:${String(settings.ports.api)}`);
    }
    say('\nCtrl-C để dừng / to stop');
    if (!stop.aborted) await once(stop, 'abort');
    return 0;
  } catch (error) {
    if (stop.aborted) return 0;
    throw error;
  } finally {
    say('\nĐang dừng… / stopping…');
    await stack.stop();
    say('Đã dừng. / Stopped.');
  }
}

/** Null when it was asked to stop before all was up; the stack has then stopped itself. */
async function startUnless(stop: AbortSignal, start: () => Promise<Stack>): Promise<Stack | null> {
  try {
    return await start();
  } catch (error) {
    if (!stop.aborted) throw error;
    say('Đã dừng. / Stopped.');
    return null;
  }
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    process.stderr.write(`\n${failureText(error)}\n`);
    process.exit(1);
  },
);
