import { readFileSync } from 'node:fs';
import { unpackWoff } from './woff';

/** Faces of Tinos that papers use. */
export type Face = 'regular' | 'bold' | 'italic';

/**
 * Character sets into which the family is cut. Latin holds the plain letters and the accents of Western Europe,
 * vietnamese every letter of Vietnamese with its tone, latin-ext the rest of Latin (names of foreign members).
 */
type Cut = 'latin' | 'vietnamese' | 'latin-ext';

const FILES: Readonly<Record<Face, string>> = { regular: '400-normal', bold: '700-normal', italic: '400-italic' };

/** Code points of each cut, as its style sheet declares them (unicode-range of @fontsource/tinos 5.3). */
const VIETNAMESE = [
  [0x102, 0x103],
  [0x110, 0x111],
  [0x128, 0x129],
  [0x168, 0x169],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x300, 0x301],
  [0x303, 0x304],
  [0x308, 0x309],
  [0x323, 0x323],
  [0x329, 0x329],
  [0x1ea0, 0x1ef9],
  [0x20ab, 0x20ab],
] as const;
const LATIN = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x152, 0x153],
  [0x2002, 0x200b],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
] as const;

const within = (ranges: readonly (readonly [number, number])[], point: number): boolean =>
  ranges.some(([first, last]) => first <= point && point <= last);

/** A letter that no cut holds prints as a question mark: it is seen, and the sheet stays whole. */
const UNKNOWN = '?';
const EXTENDED_END = 0x24f;

function cutOf(letter: string): Cut | undefined {
  const point = letter.codePointAt(0) ?? 0;
  if (within(VIETNAMESE, point)) return 'vietnamese';
  if (within(LATIN, point)) return 'latin';
  return point > 0xff && point <= EXTENDED_END ? 'latin-ext' : undefined;
}

/** A stretch of text that one font file can set. */
export interface Run {
  /** Name under which the font is registered in a document. */
  readonly font: string;
  readonly text: string;
}

/** Text cut into runs: one font file of the family holds no whole Vietnamese word, so that words change file in their middle. */
export function runsOf(text: string, face: Face): readonly Run[] {
  const runs: { cut: Cut; text: string }[] = [];
  for (const letter of text.normalize('NFC')) {
    const cut = cutOf(letter);
    const last = runs.at(-1);
    if (last !== undefined && last.cut === (cut ?? 'latin')) last.text += cut === undefined ? UNKNOWN : letter;
    else runs.push({ cut: cut ?? 'latin', text: cut === undefined ? UNKNOWN : letter });
  }
  return runs.map(({ cut, text: piece }) => ({ font: `${face}/${cut}`, text: piece }));
}

const files = new Map<string, Buffer>();

/** The font file behind a run, read and unpacked once. WOFF, not WOFF2: its glyphs can be cut out singly. */
export function fontFile(font: string): Buffer {
  const [face, cut] = font.split('/') as [Face, Cut];
  let file = files.get(font);
  if (file === undefined) {
    file = unpackWoff(readFileSync(require.resolve(`@fontsource/tinos/files/tinos-${cut}-${FILES[face]}.woff`)));
    files.set(font, file);
  }
  return file;
}
