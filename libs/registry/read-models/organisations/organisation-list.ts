import { searchText, type OrganisationKind } from '@hoptac/kernel';
import { asOf, ReadModels } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type { LegalStatus } from '../../domain';
import { organisationsProjection } from './organisations.projection';
import type { OrganisationRow, OrganisationTables } from './organisations.tables';

export interface OrganisationFilter {
  /** Words of name, abbreviation or code, accents or not; all must be found. */
  readonly text?: string;
  readonly kind?: OrganisationKind;
  readonly legalStatus?: LegalStatus;
  readonly officeId?: string;
  /** Codes of communes; the caller widens a province or district to them. */
  readonly areaCodes?: readonly string[];
  /** Offices that the reader may see; undefined = all. */
  readonly withinOffices?: readonly string[];
}

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

  /** How many organisations the filter finds. */
  async count(filter: OrganisationFilter, position?: bigint): Promise<number> {
    const db = await this.readModels.of(organisationsProjection);
    const { count } = await filtered(db, filter, position)
      .clearSelect()
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  async find(id: string, position?: bigint): Promise<OrganisationRow | undefined> {
    const db = await this.readModels.of(organisationsProjection);
    return atPosition(db, position).where('id', '=', id).executeTakeFirst();
  }

  /** Read-your-write: false when the list is not there yet within the time. */
  async waitFor(position: bigint): Promise<boolean> {
    return this.readModels.waitFor(organisationsProjection.name, position);
  }
}

function atPosition(db: Kysely<OrganisationTables>, position: bigint | undefined) {
  return db.selectFrom('organisations').selectAll().where(asOf(position));
}

function filtered(db: Kysely<OrganisationTables>, filter: OrganisationFilter, position: bigint | undefined) {
  let query = atPosition(db, position);
  for (const word of searchText(filter.text ?? '')
    .split(' ')
    .filter(Boolean)) {
    query = query.where('search', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  }
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.legalStatus !== undefined) query = query.where('legal_status', '=', filter.legalStatus);
  if (filter.officeId !== undefined) query = query.where('office_id', '=', filter.officeId);
  if (filter.areaCodes !== undefined)
    query = query.where((eb) => eb('area_code', '=', eb.fn.any(eb.val([...(filter.areaCodes ?? [])]))));
  if (filter.withinOffices !== undefined)
    query = query.where((eb) => eb('office_id', '=', eb.fn.any(eb.val([...(filter.withinOffices ?? [])]))));
  return query;
}

const cursorOf = (row: OrganisationRow): string =>
  Buffer.from(JSON.stringify([row.search, row.id])).toString('base64url');

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
