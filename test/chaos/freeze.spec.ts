/** Founding registrations under way; SIGSTOP of the event node and of the API for longer than their deadlines, then SIGCONT; no step twice (faults.md). */
import { setTimeout as pause } from 'node:timers/promises';
import { experiment, rounds } from './experiment';
import { Load } from './load';
import { theCast } from './people';
import { freezePart, type PartName } from './parts';

const FROZEN: readonly PartName[] = ['event-node', 'api', 'worker'];
/** Longer than the deadlines of appends and reads (seconds); the worker's activities are longer and are covered by the long form. */
const FREEZE_MS = rounds > 1 ? 60_000 : 13_000;

experiment('freeze', async (e) => {
  const load = new Load(e, await theCast());
  const from = Date.now();
  try {
    for (const name of FROZEN.slice(0, rounds > 1 ? FROZEN.length : 2)) {
      await pause(e.between(500, 2_500));
      e.say(`SIGSTOP ${name} after ${String(e.answered.length)} answered steps`);
      await freezePart(name, FREEZE_MS);
      e.say(`SIGCONT ${name}`);
    }
    await pause(1_000);
  } finally {
    await load.finish();
  }
  e.floor('cases closed', load.closed, 3);
  e.floor('steps answered', e.answeredSince(from), 12);
});
