import type { LocalDate } from '@hoptac/kernel';
import type { AreaTree } from '@hoptac/identity';

/** Languages of the pages; the cookie is that of the React pages (`apps/web/src/shared/language.ts`). */
export type Language = 'vi' | 'en';
export const LANGUAGE_COOKIE = 'hoptac_language';

/** Words by a code, `[vi, en]`. */
export type WordTable<Code extends string = string> = Readonly<Record<Code, readonly [vi: string, en: string]>>;

const AREA_KINDS: WordTable = {
  province: ['tỉnh', 'province'],
  district: ['huyện', 'district'],
  city: ['thành phố', 'city'],
  town: ['thị xã', 'town'],
  commune: ['xã', 'commune'],
  ward: ['phường', 'ward'],
  townlet: ['thị trấn', 'townlet'],
  specialZone: ['đặc khu', 'special zone'],
};

/** The visitor's language for one page. */
export class Speech {
  constructor(readonly language: Language) {}

  static of(cookies: Readonly<Record<string, string>> | undefined): Speech {
    return new Speech(cookies?.[LANGUAGE_COOKIE] === 'en' ? 'en' : 'vi');
  }

  /** The sentence in the visitor's language. */
  say(vi: string, en: string): string {
    return this.language === 'en' ? en : vi;
  }

  /** Text that another room gives in both languages. */
  pick({ vi, en }: { readonly vi: string; readonly en: string }): string {
    return this.say(vi, en);
  }

  /** The word of a code; a code without a word stands for itself. */
  word(table: WordTable, code: string): string {
    const words = table[code];
    return words === undefined ? code : this.say(words[0], words[1]);
  }

  /** An area with its kind, as it stood on the day: `phường Rạch Giá`. A code the table does not know shows as it is. */
  area(areas: AreaTree, code: string, on: LocalDate): string {
    const area = areas.find(code, on);
    if (area === undefined) return code;
    const kind = this.word(AREA_KINDS, area.kind);
    return this.say(`${kind} ${area.name}`, `${area.name} ${kind}`);
  }

  /** The people's committee whose registration office it is (D295 Art. 5). */
  office(areas: AreaTree, officeId: string, on: LocalDate): string {
    const area = this.area(areas, areas.areaOfOffice(officeId), on);
    return this.say(`Ủy ban nhân dân ${area}`, `People’s Committee of ${area}`);
  }
}
