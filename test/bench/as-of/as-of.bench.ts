/** Looking back at the size that design promises: the register as of the middle of its log, and which place in the log an instant is. */
import { Chronicle, chronicleProjection } from '@hoptac/chronicle';
import type { Instant } from '@hoptac/kernel';
import { OrganisationList } from '@hoptac/registry';
import { randomInt } from 'node:crypto';
import type { Bench, Figure } from '../bench.types';
import { flatOut, percentiles, SECONDS, type Spread } from '../house/measure';
import { withBenchDatabase } from '../projections/bench-stack';
import { SEARCHES } from '../search/search.bench';
import { factAt, folded, organisationsOf, registerLog } from '../support/synthetic-register';

/** `HOPTAC_BENCH_EVENTS` for a smaller log. */
const EVENTS = Number(process.env['HOPTAC_BENCH_EVENTS'] ?? 1_000_000);
const FACTS_OF_A_STREAM = 10;
const READERS = 4;
const WARM_UP_MS = 300;
const AS_OF = { p95: 200 };
const PAGE = { p50: 50, p95: 150 };

const measured = async (ask: () => Promise<unknown>): Promise<Spread> => {
  await flatOut(READERS, WARM_UP_MS, ask);
  return flatOut(READERS, SECONDS * 400, ask);
};

/** Two thirds of the events enter an organisation, one third moves one: every position in between is a register of its own. */
async function registerAsOf(): Promise<readonly Figure[]> {
  const organisations = Math.round((EVENTS * 2) / 3);
  const moves = EVENTS - organisations;
  return withBenchDatabase(async (db) => {
    const list = new OrganisationList(
      await folded(db, 'bench_as_of', organisationsOf(), registerLog(organisations, moves)),
    );
    const figures: Figure[] = [];
    for (const [what, filter] of Object.entries(SEARCHES)) {
      const spread = await measured(() => {
        const asOf = BigInt(randomInt(organisations / 2, EVENTS)) * 100n;
        return Promise.all([list.page(filter, { limit: 50, asOf }), list.count(filter, asOf)]);
      });
      figures.push(...percentiles(`register as of an earlier moment, ${EVENTS} events, by ${what}`, spread, AS_OF));
    }
    return figures;
  });
}

async function chronicle(): Promise<readonly Figure[]> {
  return withBenchDatabase(async (db) => {
    const types = ['BenchFact'];
    const log = (function* () {
      for (let i = 0; i < EVENTS; i += 1)
        yield factAt(
          i,
          { type: 'BenchFact', data: {} },
          `bench-${String(Math.floor(i / FACTS_OF_A_STREAM))}`,
          i % FACTS_OF_A_STREAM,
        );
    })();
    const facts = new Chronicle(await folded(db, 'bench_chronicle', chronicleProjection(types, ['bench']), log));
    const anInstant = (): Instant =>
      new Date(Date.UTC(2015, 0, 1) + randomInt(EVENTS) * 1000 + 500).toISOString() as Instant;
    const kinds: readonly [string, { p50?: number; p95: number }, () => Promise<unknown>][] = [
      ['place of an instant in the log', AS_OF, () => facts.positionAt(anInstant())],
      [
        'timeline of a case',
        PAGE,
        () => facts.page({ streams: [`bench-${String(randomInt(EVENTS / FACTS_OF_A_STREAM))}`] }, { limit: 50 }),
      ],
      [
        'timeline of an account',
        PAGE,
        () => facts.page({ persons: [`officer-${String(randomInt(200))}`] }, { limit: 50 }),
      ],
    ];
    const figures: Figure[] = [];
    for (const [what, promised, ask] of kinds)
      figures.push(...percentiles(`${what}, ${EVENTS} events`, await measured(ask), promised));
    return figures;
  });
}

export const benches: readonly Bench[] = [
  { name: 'as-of/chronicle', run: chronicle },
  { name: 'as-of/register', run: registerAsOf },
];
