import type { Readable } from 'node:stream';

const WITHIN_MS = 5_000;

/**
 * Reads away what a sender still has after its upload was refused, so that the refusal arrives and the connection can be used again.
 * False when the sender is not done in time: the connection should then be closed.
 */
export function drain(body: Readable): Promise<boolean> {
  if (body.readableEnded || body.destroyed) return Promise.resolve(true);
  body.unpipe();
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      done(false);
    }, WITHIN_MS);
    const done = (ended: boolean): void => {
      clearTimeout(timer);
      resolve(ended);
    };
    body
      .once('end', () => {
        done(true);
      })
      .once('close', () => {
        done(true);
      })
      .resume();
  });
}
