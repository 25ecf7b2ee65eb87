import { cleanText, type OrganisationKind } from '@hoptac/kernel';
import { nameComparisonForm } from '@hoptac/rulebook';

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

/**
 * Form in which two own names are the same name — tên trùng: ignoring case, spacing and where a tone mark is placed (L23 Art. 50; D295 Art. 17).
 * The name's reservation stream is the hash of this form.
 */
export const comparisonForm = (ownName: string): string => nameComparisonForm(ownName);
