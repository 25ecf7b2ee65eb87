/** What people look at, over HTTP with rights, on the demo province and whatever the benches before have left. */
import { randomInt } from 'node:crypto';
import { loadConfig } from '@hoptac/platform';
import { Pool } from 'pg';
import type { Bench, Figure } from '../bench.types';
import { Caller, successful } from './caller';
import { flatOut, percentiles, say, SECONDS, type Beside, type Spread } from './measure';
import { fileDossiers, hoptac } from './pool';

const READERS = 4;
const WARM_UP_MS = 1_000;
const WORDS = ['tan phu', 'nong nghiep', 'minh', 'thanh loi', 'rach gia', 'thuy san', 'hoa', 'phat'];

interface Listed {
  readonly items: readonly { readonly id: string }[];
  readonly total: number;
}

/** Limits that design promises at a size that this run may not reach; the size measured stands in the figure's name. */
const PAGE = { p50: 50, p95: 150, p99: 300 };

async function bareSelects(): Promise<Spread> {
  const pool = new Pool({ connectionString: loadConfig().postgresUrl, max: READERS });
  try {
    return await flatOut(READERS, WARM_UP_MS, () => pool.query({ name: 'one', text: 'select 1', values: [] }));
  } finally {
    await pool.end();
  }
}

/** Position of the first fact of a dossier half-way down the list. */
async function positionInTheMiddle(officer: Caller, { items }: Listed): Promise<string> {
  const { id } = items[Math.floor(items.length / 2)]!;
  const [first] = successful(await officer.get<readonly { position: string }[]>(`/api/dossiers/${id}/events`));
  return first!.position;
}

async function reads(): Promise<readonly Figure[]> {
  await hoptac('demo', 'load');
  await fileDossiers(20, READERS);
  return readFigures();
}

/** What people look at, on what the store holds now. */
export async function readFigures(): Promise<readonly Figure[]> {
  const officer = await Caller.signIn('demo-officer-1');
  const supervisor = await Caller.signIn('demo-supervisor-1');
  const bare = await bareSelects();
  const queue = successful(await officer.get<Listed>('/api/dossiers?limit=200'));
  const register = successful(await supervisor.get<Listed>('/api/organisations?limit=200'));
  const middle = await positionInTheMiddle(officer, queue);
  say(`${queue.total} open dossiers of the office, ${register.total} organisations`);
  const any = <T>(list: readonly T[]): T => list[randomInt(list.length)]!;
  const dossiers = `${queue.total} open dossiers`;
  const organisations = `${register.total} organisations`;
  const big = '(promised at 1,000,000 events)';
  const wide = '(promised over 100,000 organisations)';
  const kinds: readonly [string, Parameters<typeof percentiles>[2], string, () => Promise<unknown>][] = [
    [`queue, ${dossiers}`, PAGE, big, async () => successful(await officer.get('/api/dossiers'))],
    [
      `queue as of an earlier position, ${dossiers} today`,
      { p95: 200 },
      big,
      async () => successful(await officer.get(`/api/dossiers?asOf=${middle}`)),
    ],
    ['case page', PAGE, big, async () => successful(await officer.get(`/api/dossiers/${any(queue.items).id}`))],
    [
      'timeline of a case',
      PAGE,
      big,
      async () => successful(await officer.get(`/api/dossiers/${any(queue.items).id}/events`)),
    ],
    [`register, ${organisations}`, PAGE, big, async () => successful(await supervisor.get('/api/organisations'))],
    [
      `search of the register, ${organisations}`,
      { p95: 50 },
      wide,
      async () => successful(await supervisor.get(`/api/organisations?q=${encodeURIComponent(any(WORDS))}`)),
    ],
    [
      'page of an organisation',
      PAGE,
      big,
      async () => successful(await supervisor.get(`/api/organisations/${any(register.items).id}`)),
    ],
  ];
  const figures: Figure[] = [];
  for (const [name, limits, condition, read] of kinds) {
    await flatOut(READERS, WARM_UP_MS, read);
    const spread = await flatOut(READERS, SECONDS * 750, read);
    const rate = `${Math.round(spread.perSecond)} reads/s by ${READERS} readers`;
    const beside: Beside = (which, ms) =>
      `${rate}; bare SELECT ${bare[which].toFixed(2)} ms (× ${(ms / bare[which]).toFixed(1)})`;
    figures.push(...percentiles(name, spread, limits, { beside, condition }));
  }
  officer.close();
  supervisor.close();
  return figures;
}

export const benches: readonly Bench[] = [{ name: 'house/reads', run: reads }];
