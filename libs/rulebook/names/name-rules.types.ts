import type { OrganisationKind } from '@hoptac/kernel';

/** What makes two names the same or confusing, as data (L23 Art. 50; D295 Art. 15–18). All words in lower case. */
export interface NameRules {
  /** First the legal type words, then abbreviations under which old registers write them. */
  readonly typeWords: Readonly<Record<OrganisationKind, readonly string[]>>;
  /** Signs by which alone a name must not differ. */
  readonly signs: readonly string[];
  /** Word that counts as such a sign. */
  readonly joiningWord: string;
  readonly newWordsBefore: readonly string[];
  readonly newWordsAfter: readonly string[];
  readonly regions: readonly string[];
  /** Words that make a number or an ordinal of what follows: `số 1`, `thứ nhất`. */
  readonly numberMarkers: readonly string[];
  /** Numbers written as words, by value. */
  readonly numberWords: Readonly<Record<string, number>>;
  readonly ordinalWords: Readonly<Record<string, number>>;
}

/** By which rule two names collide. */
export type NameCollisionRule = 'sameOwnName' | 'sign' | 'numberOrLetterAfter' | 'newWord' | 'region' | 'soundsTheSame';

export type NameComparison =
  | { readonly outcome: 'free' }
  | { readonly outcome: 'duplicate' | 'confusing'; readonly rule: NameCollisionRule; readonly article: string };
