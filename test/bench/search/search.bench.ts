/** Search over a register of 100,000 organisations, by every filter that the page has: the page and its count, as the route asks for them. */
import { OrganisationList, type OrganisationFilter } from '@hoptac/registry';
import type { Bench, Figure } from '../bench.types';
import { flatOut, percentiles, SECONDS } from '../house/measure';
import { withBenchDatabase } from '../projections/bench-stack';
import { areaCodes, communes, folded, organisationsOf, registerLog } from '../support/synthetic-register';

const ORGANISATIONS = Number(process.env['HOPTAC_BENCH_ORGANISATIONS'] ?? 100_000);
const READERS = 4;
const WARM_UP_MS = 300;
const PROMISED = { p95: 50 };

/** What a provincial reader asks for; `areaCodes` is what he may see. */
export const SEARCHES: Readonly<Record<string, OrganisationFilter>> = {
  nothing: { areaCodes },
  'two words': { areaCodes, text: 'tan phu' },
  'one short word': { areaCodes, text: 'an' },
  'words that nearly all names have': { areaCodes, text: 'hop tac xa nong nghiep' },
  'a code': { areaCodes, text: '1700004242' },
  'words that no name has': { areaCodes, text: 'khong co ten nay' },
  'a kind that few have': { areaCodes, kind: 'cooperativeUnion' },
  'a status that most have': { areaCodes, legalStatus: 'ACTIVE' },
  'a status that hardly any has': { areaCodes, legalStatus: 'BANKRUPTCY' },
  'one commune': { areaCodes: communes.slice(7, 8) },
  'a former area': { areaCodes, everInAreas: communes.slice(20, 26) },
  sector: { areaCodes, sector: 'fishery' },
  'main line': { areaCodes, line: '01' },
  'range of capital': { areaCodes, capitalFrom: 500_000_000, capitalTo: 520_000_000 },
  'range of days': { areaCodes, registeredFrom: '2020-01-01', registeredTo: '2020-03-31' },
  'everything at once': {
    areaCodes,
    text: 'tan',
    kind: 'cooperative',
    legalStatus: 'ACTIVE',
    line: '01',
    capitalFrom: 100_000_000,
    registeredFrom: '2010-01-01',
  },
};

async function search(): Promise<readonly Figure[]> {
  return withBenchDatabase(async (db) => {
    const list = new OrganisationList(
      await folded(db, 'bench_search', organisationsOf(), registerLog(ORGANISATIONS, 0)),
    );
    const figures: Figure[] = [];
    for (const [what, filter] of Object.entries(SEARCHES)) {
      const ask = (): Promise<unknown> => Promise.all([list.page(filter, { limit: 50 }), list.count(filter)]);
      await flatOut(READERS, WARM_UP_MS, ask);
      const spread = await flatOut(READERS, SECONDS * 400, ask);
      const beside = (): string => `${Math.round(spread.perSecond)} searches/s by ${READERS} readers`;
      figures.push(...percentiles(`search of ${ORGANISATIONS} organisations by ${what}`, spread, PROMISED, { beside }));
    }
    return figures;
  });
}

export const benches: readonly Bench[] = [{ name: 'search/register', run: search }];
