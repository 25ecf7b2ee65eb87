import type { Instant, LocalDate } from '@hoptac/kernel';
import { ReadModels } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import { sql, type Kysely, type SqlBool } from 'kysely';
import { CHRONICLE, type ChronicleRow, type ChronicleTables } from './chronicle.projection';
import { readAsOf, type Moment } from './moment';

/** Which facts of the log. */
export interface ChronicleFilter {
  /** Facts of these streams, or by these accounts (acting themselves, or somebody for them); both given: of either. */
  readonly streams?: readonly string[];
  readonly persons?: readonly string[];
  /** Only facts recorded in one of these offices. */
  readonly withinOffices?: readonly string[];
  readonly type?: string;
  readonly by?: string;
  /** Article, as facts name it; also the beginning of one (`L23 Art. 42` finds `L23 Art. 42.4`). */
  readonly article?: string;
  readonly from?: Instant;
  readonly to?: Instant;
  /** Legal days, both included: that of the paper where it differs, else the day of the record in Việt Nam. */
  readonly effectiveFrom?: LocalDate;
  readonly effectiveTo?: LocalDate;
  /** Nothing after this position. */
  readonly upTo?: bigint;
}

export interface ChroniclePage {
  readonly items: readonly ChronicleRow[];
  /** How many the filter finds. */
  readonly total: number;
  /** Position before which the next page begins. */
  readonly next?: bigint;
}

/** The log by position, instant, stream and person; every fact is in it. */
@Injectable()
export class Chronicle {
  constructor(private readonly readModels: ReadModels) {}

  /**
   * The place that `?asOf=` means, or undefined without one: the last fact recorded up to the instant or position; before the first fact it is position 0.
   * @throws DomainError `CHRONICLE.AS_OF_INVALID`; ReadModelNotReady.
   */
  async moment(asOf: string | undefined): Promise<Moment | undefined> {
    if (asOf === undefined || asOf === '') return undefined;
    const asked = readAsOf(asOf);
    if ('instant' in asked) return { instant: asked.instant, position: await this.positionAt(asked.instant) };
    const last = await this.lastUpTo(asked.position);
    return { position: BigInt(last?.position ?? 0), instant: last?.clock ?? LONG_AGO };
  }

  /** Position of the last fact up to the instant; 0 when there is none. */
  async positionAt(instant: Instant): Promise<bigint> {
    const db = await this.readModels.of(CHRONICLE);
    const row = await db
      .selectFrom('facts')
      .select('position')
      .where('clock', '<=', instant)
      .orderBy('clock', 'desc')
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirst();
    return BigInt(row?.position ?? 0);
  }

  /** The province's clock at a position; undefined before the first fact. */
  async clockAt(position: bigint): Promise<Instant | undefined> {
    return (await this.lastUpTo(position))?.clock;
  }

  private async lastUpTo(position: bigint): Promise<Pick<ChronicleRow, 'position' | 'clock'> | undefined> {
    const db = await this.readModels.of(CHRONICLE);
    return db
      .selectFrom('facts')
      .select(['position', 'clock'])
      .where(sql<SqlBool>`position <= ${position.toString()}::int8`)
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirst();
  }

  /** Newest first. */
  async page(filter: ChronicleFilter, request: { limit: number; before?: bigint }): Promise<ChroniclePage> {
    const db = await this.readModels.of(CHRONICLE);
    const { before, limit } = request;
    let query = filtered(db, filter).selectAll();
    if (before !== undefined) query = query.where(sql<SqlBool>`position < ${before.toString()}::int8`);
    const rows = await query
      .orderBy('position', 'desc')
      .limit(limit + 1)
      .execute();
    const { total } = await filtered(db, filter)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, total, ...(rows.length > limit && last ? { next: BigInt(last.position) } : {}) };
  }

  /** What there is to filter by: types, accounts and articles among the facts. */
  async facets(filter: ChronicleFilter): Promise<{ types: string[]; persons: string[]; articles: string[] }> {
    const db = await this.readModels.of(CHRONICLE);
    const facts = filtered(db, filter);
    const [types, persons, articles] = await Promise.all([
      facts.select('type as value').distinct().orderBy('value').execute(),
      facts.select('person_id as value').distinct().orderBy('value').execute(),
      facts
        .select(sql<string>`unnest(articles)`.as('value'))
        .distinct()
        .orderBy('value')
        .execute(),
    ]);
    const values = (rows: readonly { readonly value: string }[]): string[] => rows.map(({ value }) => value);
    return { types: values(types), persons: values(persons), articles: values(articles) };
  }

  /** Read-your-write: false when the chronicle is not there within two seconds. */
  waitFor(position: bigint): Promise<boolean> {
    return this.readModels.waitFor(CHRONICLE.name, position);
  }
}

const LONG_AGO: Instant = '1970-01-01T00:00:00.000Z';

/** The legal day of a fact. */
const EFFECTIVE = sql`coalesce(effective_on, (occurred_at::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date)`;

function filtered(db: Kysely<ChronicleTables>, filter: ChronicleFilter) {
  const { streams, persons, withinOffices, type, by, article, from, to, upTo } = filter;
  let query = db.selectFrom('facts');
  if (streams !== undefined || persons !== undefined) {
    const of = [...(streams ?? [])];
    const who = [...(persons ?? [])];
    query = query.where(
      sql<SqlBool>`(stream = any(${of}::text[]) or person_id = any(${who}::text[]) or on_behalf_of = any(${who}::text[]))`,
    );
  }
  if (withinOffices !== undefined) query = query.where(sql<SqlBool>`office_id = any(${[...withinOffices]}::text[])`);
  if (type !== undefined) query = query.where('type', '=', type);
  if (by !== undefined) query = query.where((eb) => eb.or([eb('person_id', '=', by), eb('on_behalf_of', '=', by)]));
  if (article !== undefined)
    query = query.where(
      sql<SqlBool>`exists (select from unnest(articles) as a where a = ${article} or starts_with(a, ${`${article}.`}))`,
    );
  if (from !== undefined) query = query.where('clock', '>=', from);
  if (to !== undefined) query = query.where('clock', '<=', to);
  if (filter.effectiveFrom !== undefined)
    query = query.where(sql<SqlBool>`${EFFECTIVE} >= ${filter.effectiveFrom}::date`);
  if (filter.effectiveTo !== undefined) query = query.where(sql<SqlBool>`${EFFECTIVE} <= ${filter.effectiveTo}::date`);
  if (upTo !== undefined) query = query.where(sql<SqlBool>`position <= ${upTo.toString()}::int8`);
  return query;
}
