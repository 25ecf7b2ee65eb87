import { asOf, ReadModels } from '@hoptac/projections';
import { isLocalDate, type LocalDate } from '@hoptac/kernel';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { LegalStatus } from '../../domain';
import { filtered, type OrganisationFilter } from './organisation-filter';
import { organisationsProjection } from './organisations.projection';
import type { OrganisationRow } from './organisations.tables';

export interface PageRequest {
  readonly limit: number;
  /** Opaque, from the page before. */
  readonly cursor?: string;
  /** As the register was at this commit position; now when absent. */
  readonly asOf?: bigint;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Present when there is more. */
  readonly next?: string;
}

/** How many the filter finds; beyond `MOST_COUNTED` only that there are more. */
export interface Count {
  readonly total: number;
  readonly more: boolean;
}

/** A legal status and since which commit position it holds. */
export interface StatusSince {
  readonly legalStatus: LegalStatus;
  readonly since: bigint;
}

/** Nobody reads beyond it, and counting every one of a hundred thousand costs more than finding the page. */
const MOST_COUNTED = 10_000;
/** Rows that an export holds in memory at a time. */
const EXPORT_BATCH = 500;

/** Readers' side of `registry.organisations`. */
@Injectable()
export class OrganisationList {
  constructor(private readonly readModels: ReadModels) {}

  /** By name (accents left out), then id. */
  async page(
    filter: OrganisationFilter,
    { limit, cursor, asOf: position }: PageRequest,
  ): Promise<Page<OrganisationRow>> {
    const db = await this.readModels.of(organisationsProjection);
    let query = filtered(db, filter, position)
      .selectAll()
      .orderBy('search')
      .orderBy('id')
      .limit(limit + 1);
    const after = cursor === undefined ? undefined : parseCursor(cursor);
    if (after) query = query.where((eb) => eb(eb.refTuple('search', 'id'), '>', eb.tuple(after[0], after[1])));
    const rows = await query.execute();
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, ...(rows.length > limit && last ? { next: cursorOf(last) } : {}) };
  }

  async count(filter: OrganisationFilter, position?: bigint): Promise<Count> {
    const db = await this.readModels.of(organisationsProjection);
    const found = filtered(db, filter, position)
      .select(sql`1`.as('one'))
      .limit(MOST_COUNTED + 1);
    const { total } = await db
      .selectFrom(found.as('found'))
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return { total: Math.min(total, MOST_COUNTED), more: total > MOST_COUNTED };
  }

  /** Everything the filter finds, in the order of the list, read page by page as the reader takes it. */
  async *all(filter: OrganisationFilter, position?: bigint): AsyncGenerator<OrganisationRow> {
    let cursor: string | undefined;
    do {
      const page = await this.page(filter, {
        limit: EXPORT_BATCH,
        ...(cursor === undefined ? {} : { cursor }),
        ...(position === undefined ? {} : { asOf: position }),
      });
      yield* page.items;
      cursor = page.next;
    } while (cursor !== undefined);
  }

  async find(id: string, position?: bigint): Promise<OrganisationRow | undefined> {
    const db = await this.readModels.of(organisationsProjection);
    return db.selectFrom('organisations').selectAll().where(asOf(position)).where('id', '=', id).executeTakeFirst();
  }

  /** Legal statuses up to the position, the oldest first. */
  async statuses(id: string, position?: bigint): Promise<readonly StatusSince[]> {
    const db = await this.readModels.of(organisationsProjection);
    let versions = db
      .selectFrom('organisations')
      .select(['legal_status', 'valid_from'])
      .where('id', '=', id)
      .orderBy('valid_from');
    if (position !== undefined) versions = versions.where('valid_from', '<=', Number(position));
    const statuses: StatusSince[] = [];
    for (const { legal_status: legalStatus, valid_from: from } of await versions.execute())
      if (statuses.at(-1)?.legalStatus !== legalStatus) statuses.push({ legalStatus, since: BigInt(from) });
    return statuses;
  }

  /** By its code; undefined when no organisation bears it. */
  async findByCode(code: string): Promise<OrganisationRow | undefined> {
    const db = await this.readModels.of(organisationsProjection);
    return db
      .selectFrom('organisations')
      .selectAll()
      .where(asOf(undefined))
      .where('code', '=', code)
      .orderBy('id')
      .executeTakeFirst();
  }

  /** Those that are published on a day, the newest first, then by id (L23 Art. 49). */
  async publishedOn(
    day: LocalDate,
    { limit, cursor }: Pick<PageRequest, 'limit' | 'cursor'>,
  ): Promise<Page<OrganisationRow>> {
    const db = await this.readModels.of(organisationsProjection);
    let query = db
      .selectFrom('organisations')
      .selectAll()
      .where(asOf(undefined))
      .where('published_on', '<=', day)
      .where('published_until', '>=', day)
      .orderBy('published_on', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1);
    const after = cursor === undefined ? undefined : parseCursor(cursor);
    if (after && isLocalDate(after[0])) {
      const [on, id] = [after[0], after[1]];
      query = query.where((eb) => eb(eb.refTuple('published_on', 'id'), '<', eb.tuple(on, id)));
    }
    const rows = await query.execute();
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, ...(rows.length > limit && last ? { next: placeText(last.published_on ?? day, last.id) } : {}) };
  }

  /** Read-your-write: false when the list is not there yet within the time. */
  async waitFor(position: bigint): Promise<boolean> {
    return this.readModels.waitFor(organisationsProjection.name, position);
  }
}

const placeText = (first: string, id: string): string => Buffer.from(JSON.stringify([first, id])).toString('base64url');

const cursorOf = (row: OrganisationRow): string => placeText(row.search, row.id);

/** Undefined for a cursor that was not ours: the list then begins at its beginning. */
function parseCursor(cursor: string): readonly [string, string] | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed)) return undefined;
    const [search, id] = parsed as unknown[];
    return typeof search === 'string' && typeof id === 'string' ? [search, id] : undefined;
  } catch {
    return undefined;
  }
}
