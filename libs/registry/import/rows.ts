import type { Dong, LocalDate, OrganisationKind } from '@hoptac/kernel';
import { searchText } from '@hoptac/kernel';
import type { LegalStatus } from '../domain/organisation.events';
import type { AreaFinder, KnownArea } from './areas';
import { areaKey } from './areas';
import type { Cell, Reading } from './cells';
import { cellText, readDay, readText, readWhole } from './cells';
import type { Field, Mapping } from './columns';

/** What one row of an old register says, as far as it can be read. */
export interface ImportedOrganisation {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly code?: string;
  readonly abbreviation?: string;
  readonly foreignName?: string;
  readonly area: KnownArea;
  readonly addressLine: string;
  readonly phone?: string;
  readonly email?: string;
  readonly registeredOn?: LocalDate;
  readonly charterCapital?: Dong;
  readonly officialMembers?: number;
  readonly capitalContributingAffiliates: number;
  readonly nonContributingAffiliates: number;
  readonly businessLine?: string;
  readonly sector?: string;
  readonly representative?: { readonly fullName: string; readonly identityNumber?: string };
  readonly legalStatus: LegalStatus;
  /** Same organisation = same identity: its code, or its name without marks and spaces within its area. */
  readonly identity: string;
  /** Fields left empty (`code`) or illegible (`charterCapital: «1.5»`) by the register. */
  readonly gaps: readonly string[];
}

export type RowReading =
  { readonly organisation: ImportedOrganisation } | { readonly rejected: readonly RejectionReason[] };

/** Stable reason codes; their texts stand in the message catalogue as `REGISTRY.IMPORT_<code>`. */
export type RejectionReason = 'NAME_MISSING' | 'KIND_UNKNOWN' | 'AREA_UNKNOWN' | 'CODE_MALFORMED' | 'DUPLICATE_IN_FILE';

const KIND_WORDS: readonly (readonly [RegExp, OrganisationKind])[] = [
  [/^(lien hiep hop tac xa|lien hiep htx|lhhtx)\b/, 'cooperativeUnion'],
  [/^(to hop tac|tht)\b/, 'cooperativeGroup'],
  [/^(hop tac xa|htx|quy tin dung nhan dan|qtdnd)\b/, 'cooperative'],
];

const STATUS_WORDS: readonly (readonly [RegExp, LegalStatus])[] = [
  [/tam ngung/, 'SUSPENDED'],
  [/khong hoat dong tai dia chi/, 'NOT_AT_ADDRESS'],
  [/cuong che/, 'REVOKED_TAX'],
  [/dang lam thu tuc pha san/, 'BANKRUPTCY'],
  [/dang (lam thu tuc )?giai the|cho giai the/, 'DISSOLVING'],
  [/da giai the|pha san|cham dut/, 'ENDED'],
  [/dang hoat dong|hoat dong/, 'ACTIVE'],
];

/** Reads one row; a row is rejected only when what it says cannot be an organisation at a place. */
export function readRow(cells: readonly Cell[], mapping: Mapping, areas: AreaFinder): RowReading {
  const gaps: string[] = [];
  const rejected: RejectionReason[] = [];
  const cell = (field: Field): Cell => (mapping[field] === undefined ? null : (cells[mapping[field]] ?? null));
  const take = <T>(field: Field, reading: Reading<T>): T | undefined => {
    if ('value' in reading) return reading.value;
    gaps.push('empty' in reading ? field : `${field}: «${reading.illegible}»`);
    return undefined;
  };
  const text = (field: Field): string | undefined => take(field, readText(cell(field)));

  const name = text('name');
  if (name === undefined) rejected.push('NAME_MISSING');
  const kind = kindOf(cellText(cell('kind')), name ?? '');
  if (name !== undefined && kind === undefined) rejected.push('KIND_UNKNOWN');
  const commune = text('commune') ?? '';
  const found = areas.find(commune, cellText(cell('district')));
  if (found === undefined) rejected.push('AREA_UNKNOWN');
  else if (!found.exact && commune !== '') gaps.push(`commune: «${commune}»`);
  const code = text('code')?.replace(/[\s.-]/g, '');
  if (code !== undefined && !/^[0-9A-Z]{6,14}$/i.test(code)) rejected.push('CODE_MALFORMED');
  if (name === undefined || kind === undefined || found === undefined || rejected.length > 0) return { rejected };

  const representativeName = text('representativeName');
  const representativeIdentity = representativeName === undefined ? undefined : text('representativeIdentity');
  const status = statusOf(cellText(cell('legalStatus')));
  if (status === undefined) gaps.push('legalStatus');
  const optional = {
    code,
    abbreviation: text('abbreviation'),
    foreignName: text('foreignName'),
    phone: text('phone'),
    email: text('email'),
    registeredOn: take('registeredOn', readDay(cell('registeredOn'))),
    charterCapital: take('charterCapital', readWhole(cell('charterCapital'))),
    officialMembers: take('officialMembers', readWhole(cell('officialMembers'))),
    businessLine: take('businessLine', readBusinessLine(cell('businessLine'))),
    sector: text('sector'),
    representative:
      representativeName === undefined
        ? undefined
        : {
            fullName: representativeName,
            ...(representativeIdentity === undefined ? {} : { identityNumber: representativeIdentity }),
          },
  };
  return {
    organisation: {
      kind,
      name,
      area: found.area,
      addressLine: text('addressLine') ?? '',
      capitalContributingAffiliates:
        take('capitalContributingAffiliates', readWhole(cell('capitalContributingAffiliates'))) ?? 0,
      nonContributingAffiliates: take('nonContributingAffiliates', readWhole(cell('nonContributingAffiliates'))) ?? 0,
      legalStatus: status ?? 'ACTIVE',
      identity:
        code === undefined
          ? `name:${kind}:${ownNameKey(name)}:${areaKey(found.area.name)}`
          : `code:${code.toUpperCase()}`,
      gaps,
      ...withoutUndefined(optional),
    },
  };
}

/** A name without its type words, marks, punctuation and spaces; two rows that differ only there are one organisation. */
export function ownNameKey(name: string): string {
  const folded = searchText(name);
  const typeWord = KIND_WORDS.find(([pattern]) => pattern.test(folded));
  return (typeWord ? folded.replace(typeWord[0], '') : folded).replace(/[^a-z0-9]/g, '');
}

function kindOf(kindCell: string, name: string): OrganisationKind | undefined {
  for (const text of [kindCell, name]) {
    const folded = searchText(text);
    const found = KIND_WORDS.find(([pattern]) => pattern.test(folded));
    if (found !== undefined) return found[1];
  }
  return undefined;
}

function statusOf(text: string): LegalStatus | undefined {
  const folded = searchText(text);
  return STATUS_WORDS.find(([pattern]) => pattern.test(folded))?.[1];
}

/** Level-4 code of the Vietnamese industry system: four digits, perhaps behind a letter or before its words. */
function readBusinessLine(cell: Cell): Reading<string> {
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 100 && cell <= 9999)
    return { value: String(cell).padStart(4, '0') };
  const read = readText(cell);
  if (!('value' in read)) return read;
  const code = /^[A-U]?\s*(\d{4})\b/.exec(read.value)?.[1];
  return code === undefined ? { illegible: read.value } : { value: code };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(record: T): Defined<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Defined<T>;
}
