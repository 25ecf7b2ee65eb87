import { searchText, type LocalDate, type OrganisationKind } from '@hoptac/kernel';
import { asOf } from '@hoptac/projections';
import { sql, type Kysely, type SelectQueryBuilder, type SqlBool } from 'kysely';
import type { LegalStatus } from '../../domain';
import type { OrganisationTables } from './organisations.tables';

export interface OrganisationFilter {
  /** Beginnings of words of name, abbreviation or code, accents or not; all must be found. */
  readonly text?: string;
  readonly kind?: OrganisationKind;
  readonly legalStatus?: LegalStatus;
  readonly officeId?: string;
  /** Codes of areas where it lies; the caller widens a province or district to them. */
  readonly areaCodes?: readonly string[];
  /** Codes of areas where it ever lay: for an area that is no more. */
  readonly everInAreas?: readonly string[];
  /** Sector word of a register that was taken over, e.g. `agriculture`. */
  readonly sector?: string;
  /** Beginning of the main business line's code: `01` finds every line of that division. */
  readonly line?: string;
  /** Đồng, both included. */
  readonly capitalFrom?: number;
  readonly capitalTo?: number;
  /** Days, both included. */
  readonly registeredFrom?: LocalDate;
  readonly registeredTo?: LocalDate;
}

type Query = SelectQueryBuilder<OrganisationTables, 'organisations', object>;

/** Versions that held at the position (now without one) and fit the filter. */
export function filtered(db: Kysely<OrganisationTables>, filter: OrganisationFilter, position: bigint | undefined) {
  let query = db.selectFrom('organisations').where(asOf(position));
  for (const word of searchText(filter.text ?? '')
    .split(' ')
    .filter(Boolean)) {
    const pattern = `% ${literal(word)}%`;
    // An expression is no column, so no index of words is asked for what most names have.
    query = COMMON_WORDS.has(word)
      ? query.where(sql<SqlBool>`(search || '') like ${pattern}`)
      : query.where('search', 'like', pattern);
  }
  const { kind, legalStatus, officeId, areaCodes, everInAreas, sector, line } = filter;
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (legalStatus !== undefined) query = query.where('legal_status', '=', legalStatus);
  if (officeId !== undefined) query = query.where('office_id', '=', officeId);
  if (areaCodes !== undefined) query = query.where(sql<SqlBool>`area_code = any(${[...areaCodes]}::text[])`);
  if (everInAreas !== undefined)
    query = query.where(
      sql<SqlBool>`id = any(array(select former.id from organisations former where former.area_code = any(${[...everInAreas]}::text[])))`,
    );
  if (sector !== undefined) query = query.where('sector', '=', sector);
  if (line !== undefined) query = query.where('main_line', 'like', `${literal(line)}%`);
  return withinRanges(query, filter);
}

function withinRanges(query: Query, filter: OrganisationFilter) {
  const { capitalFrom, capitalTo, registeredFrom, registeredTo } = filter;
  let ranged = query;
  if (capitalFrom !== undefined) ranged = ranged.where('charter_capital', '>=', capitalFrom);
  if (capitalTo !== undefined) ranged = ranged.where('charter_capital', '<=', capitalTo);
  if (registeredFrom !== undefined) ranged = ranged.where('registered_on', '>=', registeredFrom);
  if (registeredTo !== undefined) ranged = ranged.where('registered_on', '<=', registeredTo);
  return ranged;
}

/** Words of the legal types and of the commonest trade: walking the names finds a page of them at once, an index of words would fetch nearly all. */
const COMMON_WORDS: ReadonlySet<string> = new Set([
  'hop',
  'tac',
  'xa',
  'lien',
  'hiep',
  'to',
  'nong',
  'nghiep',
  'dich',
  'vu',
]);

const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
