import { setTimeout as pause } from 'node:timers/promises';

const BETWEEN_MS = 150;
const WITHIN_MS = 40_000;

/**
 * Asks again until the answer is so, and answers it: what the procedure does by itself comes soon, not at once.
 * @throws Error naming what was waited for and the last answer, after 40 s unless told.
 */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T>,
  isSo: (answer: T) => boolean,
  withinMs = WITHIN_MS,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    if (Date.now() > end) {
      throw new Error(
        `Not so within ${String(withinMs)} ms: ${what}; last seen ${JSON.stringify(answer).slice(0, 600)}`,
      );
    }
    await pause(BETWEEN_MS);
  }
}
