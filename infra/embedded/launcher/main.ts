import { parseArgs } from 'node:util';
import { declineDemo, loadDemo, printDemoLogins } from './demo';
import { failureText } from '../notice';
import { readSettings } from '../settings';
import { Stack } from '../stack';

/** How many more times Ctrl-C must be pressed, after the first, to give up stopping cleanly. */
const IMPATIENT_PRESSES = 3;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A promise of the first request to stop: a signal, or the end of the process that started this one. */
function stopRequested(): { readonly promise: Promise<string>; readonly happened: () => boolean } {
  let happened = false;
  const promise = new Promise<string>((resolve) => {
    let presses = 0;
    const parent = process.ppid;
    const request = (why: string): void => {
      happened = true;
      resolve(why);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        request(signal);
        presses += 1;
        if (presses > IMPATIENT_PRESSES && signal === 'SIGINT') process.exit(130);
      });
    }
    setInterval(() => {
      if (process.ppid !== parent) request('parent ended');
    }, 1_000).unref();
  });
  return { promise, happened: () => happened };
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
  const stack = await startUnless(stop, () => Stack.start(settings, say));
  if (!stack) return 0;
  try {
    if (values.only === undefined) {
      if (values.empty) declineDemo(stack);
      await loadDemo(stack, say);
      await printDemoLogins(stack, say);
      say(`\n→ http://127.0.0.1:${String(settings.ports.api)}   (Ctrl-C để dừng / to stop)`);
    } else say('\nCtrl-C để dừng / to stop');
    await stop.promise;
    return 0;
  } finally {
    say('\nĐang dừng… / stopping…');
    await stack.stop();
    say('Đã dừng. / Stopped.');
  }
}

/** Starting cannot be cut short half-way: a stop asked for meanwhile is done as soon as it has ended. */
async function startUnless(stop: ReturnType<typeof stopRequested>, start: () => Promise<Stack>): Promise<Stack | null> {
  try {
    return await start();
  } catch (error) {
    if (stop.happened()) return null;
    throw error;
  }
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    process.stderr.write(`\n${failureText(error)}\n`);
    process.exit(1);
  },
);
