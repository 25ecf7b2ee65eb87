import { cleanText } from '@hoptac/kernel';
import { NAME_RULES } from '../data/name-rules.data';
import { soundOfWord, toneLast } from './name-sound';
import type { NameCollisionRule, NameComparison, NameRules } from './name-rules.types';

const ARTICLE = 'L23 Art. 50';

/**
 * Compares two names of cooperatives or unions, with or without type words and however they are written (L23 Art. 50; D295 Art. 17).
 * `duplicate`: the same own name. `confusing`: it sounds the same, or one of the two is the other with one addition: a sign or `và`; a number,
 * ordinal or letter behind; `tân` or `mới` in front, `mới` behind; a region. Symmetric. Two names that each have an addition of their own
 * (`Tân Phú 1`, `Tân Phú 2`) are free: neither is the other with an addition. The office's decision on a name is a person's; this only finds.
 */
export function compareNames(candidate: string, existing: string, rules: NameRules = NAME_RULES): NameComparison {
  return compareNameKeys(nameKeys(candidate, rules), nameKeys(existing, rules));
}

/** `compareNames` on keys made before, for comparing one name with a whole register. */
export function compareNameKeys(candidate: NameKeys, existing: NameKeys): NameComparison {
  if (candidate.form === existing.form) return { outcome: 'duplicate', rule: 'sameOwnName', article: ARTICLE };
  if (candidate.sound === '' || existing.sound === '') return { outcome: 'free' };
  const rule = CONFUSING.find((possible) => collides(possible, candidate, existing));
  return rule === undefined ? { outcome: 'free' } : { outcome: 'confusing', rule, article: ARTICLE };
}

/** Own name as compared for equality: without type words, in lower case, one blank between words, tone marks behind their words. */
export function nameComparisonForm(name: string, rules: NameRules = NAME_RULES): string {
  return ownWords(name, rules).map(toneLast).join(' ');
}

/** By what a name can be found again under each rule; keys may be stored and indexed. */
export interface NameKeys {
  /** `nameComparisonForm`. */
  readonly form: string;
  /** The name as people say it, signs read as breaks. */
  readonly sound: string;
  /** With the signs left out, joined or apart. */
  readonly signs: readonly string[];
  readonly withoutNumber: readonly string[];
  readonly withoutNewWord: readonly string[];
  readonly withoutRegion: readonly string[];
  /** Letters only, and at which of them a word begins. */
  readonly letters: string;
  readonly breaks: readonly number[];
}

/** The keys of `compareNames`. */
export function nameKeys(name: string, rules: NameRules = NAME_RULES): NameKeys {
  const ownName = ownWords(name, rules);
  const own = ownName.join(' ');
  const apart = withoutJoining(replaceSigns(own, ' ', rules), rules);
  const joined = withoutJoining(replaceSigns(own, '', rules), rules);
  const words = apart.map(toneLast);
  const sounds = (found: readonly (readonly string[])[]): readonly string[] => [
    ...new Set(found.filter((rest) => rest.length > 0).map((rest) => soundOf(rest, rules))),
  ];
  return {
    form: ownName.map(toneLast).join(' '),
    sound: soundOf(words, rules),
    signs: [...new Set([apart.map(toneLast).join(' '), joined.map(toneLast).join(' ')])],
    withoutNumber: sounds(withoutNumber(words, rules)),
    withoutNewWord: sounds(withoutNewWord(words, rules)),
    withoutRegion: sounds(withoutRegion(words, rules)),
    letters: apart.join(''),
    breaks: apart.slice(0, -1).reduce<number[]>((at, word) => [...at, (at.at(-1) ?? 0) + word.length], []),
  };
}

const CONFUSING: readonly Exclude<NameCollisionRule, 'sameOwnName'>[] = [
  'sign',
  'numberOrLetterAfter',
  'newWord',
  'region',
  'soundsTheSame',
];

function collides(rule: Exclude<NameCollisionRule, 'sameOwnName'>, one: NameKeys, other: NameKeys): boolean {
  const oneHasMore = (keys: (name: NameKeys) => readonly string[]): boolean =>
    keys(one).includes(other.sound) || keys(other).includes(one.sound);
  switch (rule) {
    case 'sign':
      return one.signs.some((key) => other.signs.includes(key));
    case 'numberOrLetterAfter':
      return oneHasMore((name) => name.withoutNumber);
    case 'newWord':
      return oneHasMore((name) => name.withoutNewWord);
    case 'region':
      return oneHasMore((name) => name.withoutRegion);
    case 'soundsTheSame':
      return one.sound === other.sound || writtenTogether(one, other);
  }
}

/** `ĐồngTâm` is `Đồng Tâm`; `Ban A` is not `Ba Na`. */
function writtenTogether(one: NameKeys, other: NameKeys): boolean {
  const within = (few: NameKeys, many: NameKeys): boolean => few.breaks.every((at) => many.breaks.includes(at));
  return one.letters === other.letters && (within(one, other) || within(other, one));
}

/** Lower-case words of the own name; type words and their abbreviations are taken off, the longest first. */
function ownWords(name: string, rules: NameRules): readonly string[] {
  const clean = cleanText(cleanText(name).toLowerCase());
  const types = Object.values(rules.typeWords)
    .flat()
    .sort((left, right) => right.length - left.length);
  const type = types.find((words) => clean === words || clean.startsWith(`${words} `));
  return splitWords(type === undefined ? clean : clean.slice(type.length));
}

const splitWords = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

const replaceSigns = (text: string, by: string, rules: NameRules): string =>
  rules.signs.reduce((rest, sign) => rest.replaceAll(sign, by), text);

/** A name that is nothing but the joining word keeps it. */
function withoutJoining(text: string, rules: NameRules): readonly string[] {
  const words = splitWords(text);
  const rest = words.filter((word) => word !== rules.joiningWord);
  return rest.length > 0 ? rest : words;
}

const isWord = (words: readonly string[], word: string | undefined): boolean =>
  word !== undefined && words.some((listed) => toneLast(listed) === word);

function soundOf(words: readonly string[], rules: NameRules): string {
  const spoken = new Map(Object.entries(rules.numberWords).map(([word, value]) => [String(value), toneLast(word)]));
  return words.map((word) => soundOfWord(spoken.get(word) ?? word)).join(' ');
}

/** Roman numerals up to 39; `vi` and `xi` are left out, they are syllables. */
const ROMAN = /^(?!(?:vi|xi)$)(?=.)x{0,3}(?:ix|iv|v?i{0,3})$/u;
const LETTER = /^[a-zăâđêôơư]$/u;

/** A natural number, ordinal or letter behind the name, with `số` or `thứ` before it. */
function withoutNumber(words: readonly string[], rules: NameRules): readonly (readonly string[])[] {
  const last = words.at(-1);
  if (last === undefined) return [];
  const rest = words.slice(0, -1);
  const marked = isWord(rules.numberMarkers, rest.at(-1));
  const spelled = isWord([...Object.keys(rules.numberWords), ...Object.keys(rules.ordinalWords)], last);
  const found: (readonly string[])[] = [];
  if (/^\d+$/u.test(last) || ROMAN.test(last) || LETTER.test(last)) found.push(rest);
  if (marked && (spelled || /^\d+$/u.test(last) || ROMAN.test(last))) found.push(rest.slice(0, -1));
  const attached = /^(\D+)\d+$/u.exec(last)?.[1];
  if (attached !== undefined) found.push([...rest, attached]);
  return found;
}

function withoutNewWord(words: readonly string[], rules: NameRules): readonly (readonly string[])[] {
  return [
    ...(isWord(rules.newWordsBefore, words[0]) ? [words.slice(1)] : []),
    ...(isWord(rules.newWordsAfter, words.at(-1)) ? [words.slice(0, -1)] : []),
  ];
}

function withoutRegion(words: readonly string[], rules: NameRules): readonly (readonly string[])[] {
  const regions = rules.regions.map((region) => splitWords(region).map(toneLast));
  return words.flatMap((_word, at) =>
    regions
      .filter((region) => region.every((part, offset) => words[at + offset] === part))
      .map((region) => [...words.slice(0, at), ...words.slice(at + region.length)]),
  );
}
