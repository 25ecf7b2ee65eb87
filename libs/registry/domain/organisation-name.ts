import { cleanText, type OrganisationKind } from '@hoptac/kernel';

const TYPE_WORDS: Readonly<Record<OrganisationKind, string>> = {
  cooperative: 'Hợp tác xã',
  cooperativeUnion: 'Liên hiệp hợp tác xã',
  cooperativeGroup: 'Tổ hợp tác',
};

/** Name as registered: type words, then the own name (L23 Art. 50; D295 Art. 15). */
export const fullName = (kind: OrganisationKind, ownName: string): string =>
  `${TYPE_WORDS[kind]} ${cleanText(ownName)}`;

/** Own name of a full name: the type words taken off, however they were cased; unchanged when there are none. */
export function ownNameOf(name: string): string {
  const clean = cleanText(name);
  const words = Object.values(TYPE_WORDS).find((type) => clean.toLowerCase().startsWith(`${type.toLowerCase()} `));
  return words === undefined ? clean : clean.slice(words.length + 1);
}

/** What is wrong with the form of an own name, undefined when nothing is. */
export type NameFormFault = 'empty' | 'tooLong' | 'typeWords' | 'letter';

/** Longest own name, in characters. */
const MAX_LENGTH = 200;
/** Vietnamese letters, F J Z W, digits and the listed symbols (L23 Art. 50; D295 Art. 15; the list of symbols is to be confirmed). */
const ALLOWED = /^[a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ0-9 &.,+\-_()/'":;]*$/u;

/** Own name in letters, digits and listed symbols, without the type words (L23 Art. 50; D295 Art. 15). */
export function faultOfNameForm(ownName: string): NameFormFault | undefined {
  const clean = cleanText(ownName);
  if (!/[\p{L}\p{N}]/u.test(clean)) return 'empty';
  if (clean.length > MAX_LENGTH) return 'tooLong';
  if (Object.values(TYPE_WORDS).some((words) => `${clean.toLowerCase()} `.startsWith(`${words.toLowerCase()} `)))
    return 'typeWords';
  return ALLOWED.test(clean.toLowerCase()) ? undefined : 'letter';
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** `hòa` and `hoà` are one syllable with one tone: the tone goes to the end of the word, where its placing can no longer differ. */
const toneLast = (word: string): string => {
  const decomposed = word.normalize('NFD');
  return decomposed.replace(TONES, '').normalize('NFC') + (decomposed.match(TONES) ?? []).join('');
};

/**
 * Form in which two own names are the same name — tên trùng: ignoring case, spacing and where a tone mark is placed (L23 Art. 50; D295 Art. 17).
 * The name's reservation stream is the hash of this form.
 */
export const comparisonForm = (ownName: string): string =>
  cleanText(ownName).toLowerCase().split(' ').map(toneLast).join(' ');

/** Letters that are read alike: `y` as `i`, `k` and `q` as `c`, `gi` as `d`. */
const spoken = (word: string): string =>
  word
    .replace(/^gi(?=[aăâeêioôơuư])/u, 'd')
    .replace(/y/gu, 'i')
    .replace(/[kq]/gu, 'c');

/** What the name sounds like, symbols and `và` left out. */
function soundOf(words: readonly string[]): string {
  return words.map(spoken).join(' ');
}

const spokenWords = (ownName: string): readonly string[] =>
  cleanText(ownName)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '' && word !== 'và')
    .map(toneLast);

const MOI = toneLast('mới');
const TAN = toneLast('tân');
const MIEN = toneLast('miền');
const REGIONS = new Set(['bắc', 'nam', 'trung', 'tây', 'đông'].map(toneLast));
const isCounter = (word: string): boolean => /^(\d+|[ivx]+|[a-zđ])$/u.test(word);

/** How a name sounds, and how it sounds without one of the additions that do not make it another name. */
export interface NameSounds {
  readonly sound: string;
  readonly withoutAddition: readonly string[];
}

/**
 * A name is confusing when it sounds like another, or differs from it only by a number, ordinal or letter behind it, a symbol or `và`, `tân` in front,
 * `mới` in front or behind, or one of the regions `miền …` — tên gây nhầm lẫn (L23 Art. 50; D295 Art. 17).
 */
export function nameSounds(ownName: string): NameSounds {
  const words = spokenWords(ownName);
  const shorter: (readonly string[])[] = [];
  const last = words.at(-1);
  if (last !== undefined && isCounter(last)) shorter.push(words.slice(0, -1));
  if (last === MOI) shorter.push(words.slice(0, -1));
  if (words[0] === TAN || words[0] === MOI) shorter.push(words.slice(1));
  words.forEach((word, at) => {
    const next = words[at + 1];
    if (word === MIEN && next !== undefined && REGIONS.has(next))
      shorter.push([...words.slice(0, at), ...words.slice(at + 2)]);
  });
  return { sound: soundOf(words), withoutAddition: [...new Set(shorter.map(soundOf))].filter((sound) => sound !== '') };
}

/** True when people would take one name for the other; symmetric, and true of a name and itself. */
export function isConfusing(one: NameSounds, other: NameSounds): boolean {
  return (
    one.sound === other.sound || one.withoutAddition.includes(other.sound) || other.withoutAddition.includes(one.sound)
  );
}
