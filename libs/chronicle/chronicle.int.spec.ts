import type { DomainEvent, Instant, LocalDate, Recorded } from '@hoptac/kernel';
import { loadConfig } from '@hoptac/platform';
import { foldBatch, ReadModels } from '@hoptac/projections';
import { ReadDb } from '@hoptac/read-db';
import { sql } from 'kysely';
import { Chronicle } from './chronicle';
import { CHRONICLE, type ChronicleTables } from './chronicle.projection';

const SCHEMA = 'chronicle_spec';
const at = (minute: number): Instant => new Date(Date.UTC(2026, 10, 22, 2, minute)).toISOString() as Instant;

interface Told {
  readonly type: string;
  readonly minute: number;
  readonly by?: string;
  readonly for?: string;
  readonly office?: string;
  readonly articles?: readonly string[];
  /** The paper's own day. */
  readonly effectiveOn?: LocalDate;
}

/** Facts at positions 10, 20, 30 …, told in the order of the log. */
const factsOf = (told: readonly Told[]): Recorded[] =>
  told.map(
    ({ type, minute, by = 'officer-1', for: onBehalfOf, office = 'office-1', articles = [], effectiveOn }, index) => ({
      id: `e-${index}`,
      stream: `case-${index % 2}`,
      revision: Math.floor(index / 2),
      position: { commit: BigInt((index + 1) * 10), prepare: BigInt((index + 1) * 10) },
      recordedAt: at(minute),
      event: { type, data: {} } satisfies DomainEvent,
      metadata: {
        schemaVersion: 1,
        occurredAt: at(minute),
        recordedBy: {
          personId: by,
          role: 'officer',
          officeId: office,
          ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
        },
        correlationId: 'c',
        causationId: 'c',
        commandId: 'c',
        legalBasis: articles,
        ...(effectiveOn === undefined ? {} : { effectiveOn }),
      },
    }),
  );

const LOG: readonly Told[] = [
  { type: 'Opened', minute: 1, articles: ['L23 Art. 42'] },
  { type: 'Checked', minute: 5, by: 'system:worker', effectiveOn: '2026-11-20' },
  // A program whose clock runs four minutes behind.
  { type: 'Opened', minute: 2, office: 'office-2' },
  { type: 'Examined', minute: 6, by: 'officer-2', for: 'officer-1', articles: ['L23 Art. 42.4', 'D295 Art. 21'] },
  { type: 'Decided', minute: 9, by: 'head-1', articles: ['L23 Art. 424'] },
];

describe('the chronicle', () => {
  let db: ReadDb;
  let models: ReadModels;
  let chronicle: Chronicle;

  beforeAll(async () => {
    db = new ReadDb({ url: loadConfig().postgresUrl, maxConnections: 2 });
    models = new ReadModels(db);
    const kysely = db.kysely<ChronicleTables>(SCHEMA);
    await sql.raw(`drop schema if exists ${SCHEMA} cascade; create schema ${SCHEMA}`).execute(kysely);
    for (const statement of CHRONICLE.createTables(SCHEMA)) await sql.raw(statement).execute(kysely);
    const facts = factsOf(LOG);
    for (const batch of [facts.slice(0, 2), facts.slice(2)]) await foldBatch(db, SCHEMA, CHRONICLE, batch);
    chronicle = new Chronicle({ of: () => Promise.resolve(kysely) } as unknown as ReadModels);
  });
  afterAll(async () => {
    await db.pool.query(`drop schema if exists ${SCHEMA} cascade`);
    await models.close();
    await db.close();
  });

  it('finds the last fact up to an instant, along the log', async () => {
    const found = await Promise.all([0, 1, 4, 5, 6, 8, 9, 60].map((minute) => chronicle.positionAt(at(minute))));
    expect(found).toEqual([0n, 10n, 10n, 30n, 40n, 40n, 50n, 50n]);
  });

  it('says the clock at a position, and takes either for ?asOf=', async () => {
    expect(await chronicle.clockAt(35n)).toBe(at(5));
    expect(await chronicle.clockAt(9n)).toBeUndefined();
    expect(await chronicle.moment(undefined)).toBeUndefined();
    expect(await chronicle.moment('49')).toEqual({ position: 40n, instant: at(6) });
    expect(await chronicle.moment(at(7))).toEqual({ position: 40n, instant: at(7) });
  });

  it('pages the facts of streams and of people, newest first', async () => {
    const first = await chronicle.page({ streams: ['case-0'] }, { limit: 2 });
    expect(first).toMatchObject({ items: [{ position: 50 }, { position: 30 }], total: 3, next: 30n });
    const rest = await chronicle.page({ streams: ['case-0'] }, { limit: 2, before: 30n });
    expect(rest.items.map(({ position }) => position)).toEqual([10]);
    expect(rest.next).toBeUndefined();
    const own = await chronicle.page({ persons: ['officer-1'] }, { limit: 10 });
    expect(own.items.map(({ position }) => position)).toEqual([40, 30, 10]);
  });

  it.each<[string, Parameters<Chronicle['page']>[0], readonly number[]]>([
    ['a kind', { type: 'Opened' }, [30, 10]],
    ['who', { by: 'officer-2' }, [40]],
    ['an article with its clauses, not another article', { article: 'L23 Art. 42' }, [40, 10]],
    ['a period', { from: at(5), to: at(6) }, [40, 30, 20]],
    ['a moment', { upTo: 20n }, [20, 10]],
    ['offices', { withinOffices: ['office-2'] }, [30]],
    ['the days of papers, be they recorded later', { effectiveFrom: '2026-11-19', effectiveTo: '2026-11-21' }, [20]],
    ['days in force, where the record’s own day counts', { effectiveFrom: '2026-11-22' }, [50, 40, 30, 10]],
  ])('filters by %s', async (_what, filter, positions) => {
    const { items, total } = await chronicle.page(filter, { limit: 10 });
    expect(items.map(({ position }) => position)).toEqual(positions);
    expect(total).toBe(positions.length);
  });

  it('says what there is to filter by', async () => {
    expect(await chronicle.facets({ streams: ['case-1'] })).toEqual({
      types: ['Checked', 'Examined'],
      persons: ['officer-2', 'system:worker'],
      articles: ['D295 Art. 21', 'L23 Art. 42.4'],
    });
  });
});
