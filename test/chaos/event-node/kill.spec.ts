/** kill-in-append, short form. The seed is printed, so that a failure can be run again. */
import { KillRounds } from './rounds';

test('ten times killed under load: nothing acknowledged is lost, nothing is there by halves or twice', async () => {
  const seed = Number(process.env['HOPTAC_CHAOS_SEED'] ?? Date.now() % 1_000_000);
  const outcome = await new KillRounds(seed).run(10);
  process.stdout.write(`kill-in-append ${JSON.stringify(outcome)}\n`);
  expect(outcome.problems).toEqual([]);
  // A run in which nothing was done proves nothing.
  expect(outcome.acknowledged).toBeGreaterThan(200);
  expect(outcome.unanswered).toBeGreaterThan(0);
}, 180_000);
