import { readFileSync } from 'node:fs';
import { type EvidenceMark, type LocalDate, isLocalDate } from '@hoptac/kernel';
import { projectFile } from '@hoptac/platform';
import { parse } from 'csv-parse/sync';
import type { Area, AreaKind } from './area.types';

const OFFICE = 'office-';
const KINDS: readonly string[] = ['province', 'district', 'city', 'town', 'commune', 'ward', 'townlet', 'specialZone'];

/**
 * The dated tree of areas: province → district → commune until 2025-06-30, province → commune since the reform of 1 July 2025
 * (NQ 202/2025/QH15; NQ 1654/NQ-UBTVQH15 for An Giang). Every question takes the day it is asked for.
 */
export class AreaTree {
  private readonly versions = new Map<string, Area[]>();

  /** @throws Error when two versions of a code overlap or an area names one that does not exist. */
  constructor(areas: readonly Area[]) {
    for (const area of areas) this.versions.set(area.code, [...(this.versions.get(area.code) ?? []), area]);
    for (const area of areas) this.mustBeSound(area);
  }

  /** Every area valid on the day, in the order of the table. */
  areasOn(date: LocalDate): readonly Area[] {
    return [...this.versions.values()].flat().filter((area) => isValid(area, date));
  }

  /** The area as it stood on that day. */
  find(code: string, date: LocalDate): Area | undefined {
    return this.versions.get(code)?.find((area) => isValid(area, date));
  }

  /**
   * Code of the area that stands for `code` on that day: itself while valid; afterwards who took it over; before, the first one it was made of.
   * Undefined for a code never heard of.
   */
  successor(code: string, date: LocalDate): string | undefined {
    const seen = new Set<string>();
    let current: string | undefined = code;
    while (current !== undefined && !seen.has(current)) {
      if (this.find(current, date) !== undefined) return current;
      seen.add(current);
      const versions: readonly Area[] = this.versions.get(current) ?? [];
      const ended = versions.findLast((area) => area.validTo !== undefined && area.validTo < date);
      current = ended === undefined ? versions[0]?.mergedFrom[0] : ended.successor;
    }
    return undefined;
  }

  /** Every code ever in the table, past and present. */
  codes(): readonly string[] {
    return [...this.versions.keys()];
  }

  /** Last day of an area that ended; undefined while it stands, and for a code never heard of. */
  lastDayOf(code: string): LocalDate | undefined {
    return this.versions.get(code)?.at(-1)?.validTo;
  }

  /** Codes from the area itself up to its province, on that day. */
  pathOf(code: string, date: LocalDate): readonly string[] {
    const path: string[] = [];
    for (let current = this.successor(code, date); current !== undefined; current = this.find(current, date)?.parent)
      path.push(current);
    return path;
  }

  /** Whether the area, or what stands for it on that day, lies in `ancestor` or is it. */
  isWithin(code: string, ancestor: string, date: LocalDate): boolean {
    const above = this.successor(ancestor, date);
    return above !== undefined && this.pathOf(code, date).includes(above);
  }

  /**
   * The registration office of an area on that day: of the district while there are districts (R1–R2), of the commune since then
   * (R3–R4: D92 Art. 16, D295 Art. 5). Undefined for a code never heard of.
   */
  officeOf(code: string, date: LocalDate): string | undefined {
    const path = this.pathOf(code, date);
    // The area directly below the province; the province itself when nothing lies between.
    const area = path.at(-2) ?? path.at(-1);
    return area === undefined ? undefined : `${OFFICE}${area}`;
  }

  /** Area code of an office id. */
  areaOfOffice(officeId: string): string {
    return officeId.startsWith(OFFICE) ? officeId.slice(OFFICE.length) : officeId;
  }

  /** The office that carries on the work of `officeId` on that day. */
  officeOn(officeId: string, date: LocalDate): string | undefined {
    const code = this.successor(this.areaOfOffice(officeId), date);
    return code === undefined ? undefined : `${OFFICE}${code}`;
  }

  private mustBeSound(area: Area): void {
    for (const code of [area.parent, area.successor, ...area.mergedFrom]) {
      if (code !== undefined && !this.versions.has(code))
        throw new Error(`Area ${area.code} names ${code}, which is not in the table`);
    }
    const overlapping = this.versions
      .get(area.code)
      ?.filter(
        (other) =>
          other !== area &&
          (other.validFrom ?? '0') <= (area.validTo ?? '9') &&
          (area.validFrom ?? '0') <= (other.validTo ?? '9'),
      );
    if (overlapping !== undefined && overlapping.length > 0)
      throw new Error(`Area ${area.code} has two versions on the same day`);
  }
}

function isValid(area: Area, date: LocalDate): boolean {
  return (
    (area.validFrom === undefined || area.validFrom <= date) && (area.validTo === undefined || date <= area.validTo)
  );
}

type Row = Readonly<
  Record<
    'code' | 'name' | 'kind' | 'parent' | 'valid_from' | 'valid_to' | 'successor' | 'merged_from' | 'evidence',
    string
  >
>;

function dayOf(text: string, row: Row): LocalDate {
  if (!isLocalDate(text)) throw new Error(`Area ${row.code}: ${text} is not a day`);
  return text;
}

/** Reads the table of areas. @throws Error naming the row that is wrong. */
export function readAreas(csv: string): Area[] {
  const rows = parse(csv, { columns: true, skip_empty_lines: true }) as unknown as Row[];
  return rows.map((row) => {
    if (!KINDS.includes(row.kind)) throw new Error(`Area ${row.code}: unknown kind ${row.kind}`);
    return {
      code: row.code,
      name: row.name,
      kind: row.kind as AreaKind,
      mergedFrom: row.merged_from === '' ? [] : row.merged_from.split(';'),
      evidence: row.evidence as EvidenceMark,
      ...(row.parent === '' ? {} : { parent: row.parent }),
      ...(row.valid_from === '' ? {} : { validFrom: dayOf(row.valid_from, row) }),
      ...(row.valid_to === '' ? {} : { validTo: dayOf(row.valid_to, row) }),
      ...(row.successor === '' ? {} : { successor: row.successor }),
    };
  });
}

let shipped: AreaTree | undefined;

/** The tree that ships with the house; read once. */
export function loadAreas(): AreaTree {
  shipped ??= new AreaTree(readAreas(readFileSync(projectFile('libs/identity/data/areas.csv'), 'utf8')));
  return shipped;
}
