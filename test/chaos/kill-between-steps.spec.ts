/** Founding registrations under way; kill -9 of each part in turn at random instants; no case needs a hand (faults.md). */
import { setTimeout as pause } from 'node:timers/promises';
import { experiment, rounds } from './experiment';
import { Load } from './load';
import { theCast } from './people';
import { killPart, partIsWell, type PartName } from './parts';

const STRUCK: readonly PartName[] = ['api', 'worker', 'projector', 'event-node', 'temporal', 'postgres'];

experiment('kill-between-steps', async (e) => {
  const load = new Load(e, await theCast());
  let kills = 0;
  try {
    for (let round = 0; round < rounds; round += 1) {
      const order = STRUCK.map((name) => ({ name, at: e.random() })).sort((a, b) => a.at - b.at);
      for (const { name } of order) {
        await pause(e.between(300, 2_000));
        await killPart(name);
        kills += 1;
        const struckAt = Date.now();
        e.say(`kill -9 ${name} after ${String(e.answered.length)} answered steps`);
        await partIsWell(name);
        e.say(
          `${name} is back after ${((Date.now() - struckAt) / 1000).toFixed(1)} s; ${String(e.answeredSince(struckAt))} steps answered meanwhile`,
        );
      }
    }
  } finally {
    await load.finish();
  }
  e.floor('kills', kills, STRUCK.length * rounds);
  e.floor('cases closed', load.closed, 3 * rounds);
  e.floor('steps answered', e.answered.length, 12 * rounds);
});
