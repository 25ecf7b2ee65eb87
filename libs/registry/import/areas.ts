import { searchText } from '@hoptac/kernel';

/** An area of the dated tree, as far as the import needs it. */
export interface KnownArea {
  readonly code: string;
  readonly name: string;
  readonly level: 'province' | 'district' | 'commune';
  readonly parentName?: string;
}

const TYPE_WORDS = /^(xa|phuong|thi tran|dac khu|tt|p|x|huyen|quan|thi xa|thanh pho|tx|tp|h)\.? +/;

/** Name of an area without its type word, marks and spaces: `Xã  An Biên` and `an bien` are the same place. */
export function areaKey(text: string): string {
  return searchText(text)
    .replace(/[.,;()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(TYPE_WORDS, '')
    .replace(/\s/g, '');
}

/**
 * Finds a commune by old or new name. A name that several communes bear is decided by the district beside it, or not at all;
 * when the commune is unknown but the district is not, the district is the best that the old register says.
 */
export class AreaFinder {
  private readonly communes = new Map<string, KnownArea[]>();
  private readonly districts = new Map<string, KnownArea>();

  /** `otherwise` is asked when these areas do not know the place: the names of another day. */
  constructor(
    areas: Iterable<KnownArea>,
    private readonly otherwise?: AreaFinder,
  ) {
    for (const area of areas) {
      const key = areaKey(area.name);
      if (area.level === 'district') this.districts.set(key, area);
      if (area.level === 'commune') this.communes.set(key, [...(this.communes.get(key) ?? []), area]);
    }
  }

  find(commune: string, district: string): { readonly area: KnownArea; readonly exact: boolean } | undefined {
    const area = this.communeOf(commune, district) ?? this.otherwise?.communeOf(commune, district);
    if (area !== undefined) return { area, exact: true };
    const around =
      this.districts.get(areaKey(district)) ?? (commune === '' ? undefined : this.districts.get(areaKey(commune)));
    return around === undefined ? undefined : { area: around, exact: false };
  }

  private communeOf(commune: string, district: string): KnownArea | undefined {
    if (commune === '') return undefined;
    const named = this.communes.get(areaKey(commune)) ?? [];
    const inDistrict = named.filter(
      (area) => area.parentName !== undefined && areaKey(area.parentName) === areaKey(district),
    );
    if (inDistrict.length === 1) return inDistrict[0];
    return named.length === 1 ? named[0] : undefined;
  }
}
