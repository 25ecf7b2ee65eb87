/** What people look at, at the size that design promises. */
import { loadConfig } from '@hoptac/platform';
import { ReadModels } from '@hoptac/projections';
import { ReadDb } from '@hoptac/read-db';
import type { Bench, Figure } from '../bench.types';
import { figure, say, secondsUntil } from '../house/measure';
import { controlOfStack, stopPart } from '../house/parts';
import { fileDossiers, rolesGranted } from '../house/pool';
import { readFigures } from '../house/reads.bench';
import { applicationOf, loadLargeStore } from '../support/large-store';

/** `HOPTAC_BENCH_EVENTS` for a smaller store. */
const LARGE_EVENTS = Number(process.env['HOPTAC_BENCH_EVENTS'] ?? 1_000_000);
const ORGANISATIONS_SHARE = 10;
const EVENTS_OF_A_DOSSIER = 11;
const FOLDED_WITHIN_MS = 900_000;

/** The same at the size that design promises. The worker stays stopped: it would open a workflow for each of the dossiers. */
async function readsOfLargeStore(): Promise<readonly Figure[]> {
  await rolesGranted();
  const [filed] = (await fileDossiers(1, 1)).ids;
  const application = await applicationOf(filed!);
  await stopPart(controlOfStack(), 'worker');
  const organisations = Math.round(LARGE_EVENTS / ORGANISATIONS_SHARE);
  const dossiers = Math.round((LARGE_EVENTS - organisations) / EVENTS_OF_A_DOSSIER);
  const { events, perSecond, position } = await loadLargeStore({ organisations, dossiers, application });
  say(`${events} events appended, ${Math.round(perSecond)}/s`);
  const behind = await folded(position);
  return [
    figure(`${events} events of dossiers and organisations appended`, perSecond, 'events/s', { atLeast: 4_000 }),
    figure('every read model folded, after the last was appended', behind, 's'),
    ...(await readFigures()),
  ];
}

/** Seconds until every read model has considered the position. */
async function folded(position: bigint): Promise<number> {
  const db = new ReadDb({ url: loadConfig().postgresUrl, applicationName: 'bench' });
  const models = new ReadModels(db);
  try {
    return await secondsUntil('every read model has seen the last event', FOLDED_WITHIN_MS, async () =>
      (await models.status()).every((model) => BigInt(model.position) >= position),
    );
  } finally {
    await models.close();
    await db.close();
  }
}

/** In a room of its own, so that it runs after the benches of the house: those need the worker. */
export const benches: readonly Bench[] = [{ name: 'large/reads', run: readsOfLargeStore }];
