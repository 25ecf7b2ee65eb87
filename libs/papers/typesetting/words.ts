import type { Face } from './typeface';

/** Text in one face; a plain string is regular. */
export interface Span {
  readonly text: string;
  readonly face: Face;
}
export type Words = string | Span | readonly (string | Span)[];

export const bold = (text: string): Span => ({ text, face: 'bold' });
export const italic = (text: string): Span => ({ text, face: 'italic' });

/** A word with the blank behind it, and its width in points. */
export interface Word {
  readonly text: string;
  readonly face: Face;
  readonly width: number;
}

/** Neighbours of one face as one stretch: fewer pieces in the file, whole words for who copies text from it. */
export function joined(line: readonly Word[]): readonly { readonly text: string; readonly face: Face }[] {
  const stretches: { text: string; face: Face }[] = [];
  for (const { text, face } of line) {
    const last = stretches.at(-1);
    if (last?.face === face) last.text += text;
    else stretches.push({ text, face });
  }
  return stretches;
}

export function withoutTrailingBlank(
  line: readonly Word[],
  measure: (text: string, face: Face) => number,
): readonly Word[] {
  const last = line.at(-1);
  if (last === undefined || last.text === last.text.trimEnd()) return line;
  const text = last.text.trimEnd();
  return [...line.slice(0, -1), { ...last, text, width: text === '' ? 0 : measure(text, last.face) }];
}
