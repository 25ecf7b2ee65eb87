const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const VOWEL = /[aăâeêioôơuưy]/u;

/** A word with its tone marks behind it, so that `hòa` and `hoà` are one word: where the mark is placed is typography. Lower case, NFC. */
export function toneLast(word: string): string {
  const decomposed = word.normalize('NFD');
  return decomposed.replace(TONES, '').normalize('NFC') + (decomposed.match(TONES) ?? []).join('');
}

/** Spellings of one standard sound, at the beginning of a word; applied in this order. */
const ONSETS: readonly (readonly [RegExp, string])[] = [
  [/^ngh/u, 'ng'],
  [/^gh/u, 'g'],
  [/^k(?!h)/u, 'c'],
  [/^q(?!u)/u, 'c'],
  [/^f/u, 'ph'],
  [/^[jz]/u, 'd'],
  [/^gi(?=[aăâeoôơuư])/u, 'd'],
  [/^gi/u, 'di'],
];

/**
 * What a word (tone last) sounds like in standard Vietnamese: `gh ngh k` as `g ng c`, `gi` as `d`, `f` as `ph`, `j z` as `d`, and `y` as `i`
 * where it is the whole rime (`Mỹ`, `Quý`) or opens it (`Yên`). Mergers of single regions (s/x, ch/tr, d/r, l/n, hỏi/ngã) are not merged, nor
 * `ay/ai`, `uy/ui`, `qu/cu`, which are different sounds everywhere. Letters standing alone are read by their names and stay.
 */
export function soundOfWord(word: string): string {
  const tones = (word.match(TONES) ?? []).join('');
  const letters = word.replace(TONES, '');
  if (letters !== 'y' && (letters.length < 2 || !VOWEL.test(letters))) return word;
  const onset = ONSETS.find(([spelling]) => spelling.test(letters));
  const spelt = onset === undefined ? letters : letters.replace(onset[0], onset[1]);
  return spelt.replace(/^(qu|[^aăâeêioôơuưy]*)y$/u, '$1i').replace(/^yê/u, 'iê') + tones;
}
