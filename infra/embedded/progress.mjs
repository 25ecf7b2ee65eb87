/** Shows what takes longer than two seconds: what it is, how far it is, and for how long it has been going. */
import process from 'node:process';

const QUIET_FOR_MS = 2_000;
const PLAIN_EVERY_MS = 10_000;

/** One line now, above whatever is being shown. */
export function say(line = '') {
  process.stderr.write(`${process.stderr.isTTY ? '\r\u001b[K' : ''}${line}\n`);
}

/**
 * Runs `work` and shows `label` when it takes longer than two seconds. `work` gets a function that says how far it is,
 * for example `far('120 / 900')`. On a terminal one line is rewritten, elsewhere a line is printed now and then.
 *
 * @template T
 * @param {string} label
 * @param {(far: (text: string) => void) => Promise<T>} work
 * @param {{ ending?: boolean }} [options] `ending: false` when the caller says itself how it ended
 * @returns {Promise<T>}
 */
export async function withProgress(label, work, { ending = true } = {}) {
  const started = Date.now();
  const terminal = Boolean(process.stderr.isTTY);
  let far = '';
  let shown = false;
  let lastPlain = 0;
  const timer = setInterval(() => {
    const elapsed = Date.now() - started;
    if (elapsed < QUIET_FOR_MS) return;
    const line = `… ${label}${far ? `: ${far}` : ''} (${seconds(elapsed)})`;
    if (terminal) process.stderr.write(`\r\u001b[K${line}`);
    else if (!shown || elapsed - lastPlain >= PLAIN_EVERY_MS) {
      process.stderr.write(`${line}\n`);
      lastPlain = elapsed;
    }
    shown = true;
  }, 500);
  try {
    const result = await work((text) => {
      far = text;
    });
    if (shown && ending) say(`✓ ${label} (${seconds(Date.now() - started)})`);
    return result;
  } catch (error) {
    if (shown && ending) say(`✗ ${label} (${seconds(Date.now() - started)})`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

export function seconds(ms) {
  const whole = Math.round(ms / 1000);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
