/** A register as large as wanted, made of nothing but numbers: the same on every run. */
import { loadAreas } from '@hoptac/identity';
import type { DomainEvent, Instant, LocalDate, Recorded } from '@hoptac/kernel';
import { foldBatch, type Projection, type ReadModels } from '@hoptac/projections';
import type { ReadDb } from '@hoptac/read-db';
import { registryProjections, type LegalStatus, type OrganisationEvent } from '@hoptac/registry';
import { say } from '../house/measure';

const TODAY: LocalDate = '2026-11-22';
const FIRST = [
  'Tân',
  'Thành',
  'Minh',
  'Hòa',
  'An',
  'Phú',
  'Vĩnh',
  'Long',
  'Bình',
  'Thuận',
  'Đông',
  'Tây',
  'Nam',
  'Bắc',
];
const SECOND = ['Phú', 'Lợi', 'Hưng', 'Phát', 'Thạnh', 'Biên', 'Hiệp', 'Tiến', 'Lộc', 'Hải', 'Sơn', 'Giang', 'Châu'];
const TRADES = ['Nông nghiệp', 'Thủy sản', 'Vận tải', 'Dịch vụ', 'Rau sạch', 'Xây dựng', 'Chăn nuôi', 'Lúa gạo'];
const SECTORS = ['agriculture', 'fishery', 'transport', 'trade', 'construction', 'industry'];
const LINES = ['0111', '0112', '0141', '0322', '4933', '4620', '1061', '3811'];
const STATUSES: readonly [share: number, status: LegalStatus][] = [
  [0.86, 'ACTIVE'],
  [0.92, 'NOT_AT_ADDRESS'],
  [0.96, 'SUSPENDED'],
  [0.985, 'DISSOLVING'],
  [0.999, 'ENDED'],
  [1, 'BANKRUPTCY'],
];
const BATCH = 2_000;
const DAY_MS = 86_400_000;

/** Every area where anything ever lay. */
export const areaCodes = loadAreas().codes();
export const communes = loadAreas()
  .areasOn(TODAY)
  .filter(({ parent }) => parent !== undefined)
  .map(({ code }) => code);

/** A number from 0 to 1 that is the same for the same seed (splitmix32). */
function chance(seed: number): number {
  let z = (seed + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return ((z ^ (z >>> 16)) >>> 0) / 2 ** 32;
}
const pick = <T>(list: readonly T[], seed: number): T => list[Math.floor(chance(seed) * list.length)]!;

/** The n-th organisation of an old register. */
function organisation(n: number): OrganisationEvent {
  const seed = n * 16;
  const kind = chance(seed) < 0.02 ? 'cooperativeUnion' : chance(seed) < 0.06 ? 'cooperativeGroup' : 'cooperative';
  const day = new Date(Date.UTC(1997, 0, 1) + Math.floor(chance(seed + 1) * 29 * 365) * DAY_MS);
  const name = `Hợp tác xã ${pick(TRADES, seed + 2)} ${pick(FIRST, seed + 3)} ${pick(SECOND, seed + 4)} ${String(n)}`;
  return {
    type: 'OrganisationImported',
    data: {
      organisationId: `org-${String(n)}`,
      code: String(1_700_000_000 + n),
      content: {
        kind,
        name,
        headOffice: { areaCode: pick(communes, seed + 5), line: `Ấp ${String(n % 9)}` },
        businessLines: [{ code: pick(LINES, seed + 6), main: true }],
        charterCapital: Math.round(10 ** (7 + 3 * chance(seed + 7))),
        officialMembers: 5 + (n % 80),
        capitalContributingAffiliates: 0,
        nonContributingAffiliates: 0,
      },
      sector: pick(SECTORS, seed + 8),
      registeredOn: day.toISOString().slice(0, 10) as LocalDate,
      legalStatus: STATUSES.find(([share]) => chance(seed + 9) <= share)?.[1] ?? 'ACTIVE',
      officeId: `office-${pick(communes, seed + 5)}`,
      provenance: { importId: 'bench', file: 'so.xlsx', row: n, rowHash: 'x' },
      gaps: [],
    },
  };
}

/** A boundary moves it, later. */
const moved = (n: number): OrganisationEvent => ({
  type: 'OrganisationAreaReassigned',
  data: {
    organisationId: `org-${String(n)}`,
    fromAreaCode: pick(communes, n * 16 + 5),
    toAreaCode: pick(communes, n * 16 + 10),
    officeId: `office-${pick(communes, n * 16 + 10)}`,
    effectiveOn: '2025-07-01',
    ground: 'bench',
  },
});

/** The i-th fact of a log, one a second, by one of two hundred officers. */
export function factAt(i: number, event: DomainEvent, stream: string, revision: number): Recorded {
  const at = new Date(Date.UTC(2015, 0, 1) + i * 1000).toISOString() as Instant;
  const position = BigInt((i + 1) * 100);
  return {
    id: `fact-${String(i)}`,
    stream,
    revision,
    position: { commit: position, prepare: position },
    recordedAt: at,
    event,
    metadata: {
      schemaVersion: 1,
      occurredAt: at,
      recordedBy: { personId: `officer-${String(i % 200)}`, role: 'officer', officeId: `office-${pick(communes, i)}` },
      correlationId: 'bench',
      causationId: 'bench',
      commandId: 'bench',
      legalBasis: ['L23 Art. 42.4'],
    },
  };
}

/** So many organisations entered, and the first `moves` of them moved afterwards, in the order of a log. */
export function* registerLog(organisations: number, moves: number): Generator<Recorded> {
  for (let n = 0; n < organisations; n += 1) yield factAt(n, organisation(n), `organisation-org-${String(n)}`, 0);
  for (let n = 0; n < moves; n += 1) yield factAt(organisations + n, moved(n), `organisation-org-${String(n)}`, 1);
}

/** Folds a log into a schema of its own by the projection's own way, and has it analysed. @returns readers that see it. */
export async function folded<Tables>(
  db: ReadDb,
  schema: string,
  projection: Projection<Tables>,
  log: Iterable<Recorded>,
): Promise<ReadModels> {
  await db.pool.query(`create schema ${schema}`);
  for (const statement of projection.createTables(schema)) await db.pool.query(statement);
  const begun = performance.now();
  let batch: Recorded[] = [];
  let count = 0;
  const flush = async (): Promise<void> => {
    await foldBatch(db, schema, projection, batch);
    count += batch.length;
    batch = [];
  };
  for (const recorded of log) if (batch.push(recorded) === BATCH) await flush();
  if (batch.length > 0) await flush();
  await db.pool.query('vacuum analyze');
  say(`${String(count)} events folded into ${schema} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  const kysely = db.kysely<Tables>(schema);
  return { of: () => Promise.resolve(kysely) } as unknown as ReadModels;
}

export const organisationsOf = (): Projection<never> =>
  registryProjections.find(({ name }) => name === 'registry.organisations')!;
