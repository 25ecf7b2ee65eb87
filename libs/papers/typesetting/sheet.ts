import PDFDocument from 'pdfkit';
import { create as createQr } from 'qrcode';
import { fontFile, runsOf, type Face } from './typeface';
import { bold, joined, withoutTrailingBlank, type Span, type Word, type Words } from './words';

export interface SheetOptions {
  readonly size: 'A4' | 'A5';
  readonly title: string;
  readonly subject: string;
  /** Day and time that the file states as its own: that of the fact, never of the printing. */
  readonly createdAt: Date;
  /** Written across every page. */
  readonly watermarks: readonly string[];
}

export interface ParagraphOptions {
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Space below, points. */
  readonly below?: number;
  /** Left edge and width, points; the text column when absent. */
  readonly at?: { readonly x: number; readonly width: number };
  readonly indent?: number;
}

/** Margins in points after Decree 30/2020: 20 mm above and below, 30 mm left, 15 mm right; an A5 slip has 15 mm around. */
const MARGINS = {
  A4: { top: 56, bottom: 56, left: 85, right: 43 },
  A5: { top: 30, bottom: 26, left: 40, right: 34 },
} as const;
const LEADING = 1.3;
/** Height of the letters above the line, as a share of the size (Tinos: 1825 of 2048). */
const ASCENT = 0.891;
const WATERMARK_GREY = '#d8d8d8';

/**
 * One paper being set: paragraphs, facts, lists, a code. The same calls give the same bytes on every day and machine: the file's date and id come from the
 * facts, and nothing is compressed, for compressors differ between machines.
 */
export class Sheet {
  private readonly doc: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly widths = new Map<string, number>();
  private readonly registered = new Set<string>();
  private readonly finished: Promise<Buffer>;
  private readonly baseSize: number;
  /** Upper edge of what comes next, points from the top. */
  y = 0;

  constructor(private readonly options: SheetOptions) {
    const { size, title, subject, createdAt } = options;
    this.baseSize = size === 'A4' ? 12 : 9;
    this.doc = new PDFDocument({
      size,
      margins: MARGINS[size],
      autoFirstPage: false,
      compress: false,
      pdfVersion: '1.7',
      lang: 'vi-VN',
      displayTitle: true,
      font: '',
      info: { Title: title, Subject: subject, Author: 'Hợp Tác', Creator: 'Hợp Tác', CreationDate: createdAt },
    });
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.finished = new Promise((resolve, reject) => {
      this.doc.on('end', () => {
        resolve(Buffer.concat(this.chunks));
      });
      this.doc.on('error', reject);
    });
    this.newPage();
  }

  get left(): number {
    return MARGINS[this.options.size].left;
  }
  get width(): number {
    return this.doc.page.width - this.left - MARGINS[this.options.size].right;
  }
  get size(): number {
    return this.baseSize;
  }

  /** The finished file. */
  async end(): Promise<Buffer> {
    this.doc.end();
    return this.finished;
  }

  space(points: number): void {
    this.y += points;
  }

  /** Lines of text, broken between words; a page that is full is followed by another. */
  paragraph(words: Words, options: ParagraphOptions = {}): void {
    const size = options.size ?? this.baseSize;
    const { x, width } = options.at ?? { x: this.left, width: this.width };
    let indent = options.indent ?? 0;
    for (const line of this.lines(words, size, width, indent)) {
      this.room(size * LEADING);
      const used = line.reduce((sum, word) => sum + word.width, 0);
      const free = width - indent - used;
      const shift = options.align === 'center' ? free / 2 : options.align === 'right' ? free : 0;
      this.set(line, x + indent + shift, this.y + size * ASCENT, size);
      this.y += size * LEADING;
      indent = 0;
    }
    this.y += options.below ?? size * 0.4;
  }

  /** What is said of a case: name and value side by side. */
  facts(rows: readonly (readonly [name: string, value: Words])[], nameShare = 0.36): void {
    const nameWidth = this.width * nameShare;
    for (const [name, value] of rows) {
      const height = Math.max(this.height(name, nameWidth - 8), this.height(value, this.width - nameWidth));
      this.room(height);
      const top = this.y;
      this.paragraph(name, { at: { x: this.left, width: nameWidth - 8 }, below: 0 });
      this.y = top;
      this.paragraph(value, { at: { x: this.left + nameWidth, width: this.width - nameWidth }, below: 0 });
      this.y = top + height + this.baseSize * 0.3;
    }
    this.space(this.baseSize * 0.3);
  }

  /** A table with ruled rows; columns by their shares of the width, the first row is its head. */
  table(shares: readonly number[], rows: readonly (readonly string[])[], size = this.baseSize - 1): void {
    const edges = shares.map((_, place) => this.left + this.width * shares.slice(0, place).reduce((a, b) => a + b, 0));
    rows.forEach((row, line) => {
      const words = row.map((cell) => (line === 0 ? bold(cell) : cell));
      const widths = shares.map((share) => this.width * share - 8);
      const height = Math.max(...words.map((cell, place) => this.height(cell, widths[place] ?? 0, size))) + 6;
      this.room(height);
      const top = this.y;
      words.forEach((cell, place) => {
        this.y = top + 3;
        this.paragraph(cell, { at: { x: (edges[place] ?? 0) + 4, width: widths[place] ?? 0 }, size, below: 0 });
        this.doc
          .rect(edges[place] ?? 0, top, this.width * (shares[place] ?? 0), height)
          .lineWidth(0.5)
          .stroke('#000000');
      });
      this.y = top + height;
    });
    this.space(this.baseSize * 0.6);
  }

  /** A short line under a heading, centred over a stretch. */
  rule(x: number, width: number): void {
    this.doc
      .moveTo(x, this.y)
      .lineTo(x + width, this.y)
      .lineWidth(0.7)
      .stroke('#000000');
  }

  /** A QR code of the address with its quiet zone, drawn as areas; medium correction. */
  code(address: string, x: number, y: number, width: number): void {
    const { modules } = createQr(address, { errorCorrectionLevel: 'M' });
    const quiet = 4;
    const step = width / (modules.size + quiet * 2);
    this.doc.rect(x, y, width, width).fill('#ffffff');
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        if (modules.get(row, column) === 0) continue;
        let end = column;
        while (end + 1 < modules.size && modules.get(row, end + 1) !== 0) end += 1;
        this.doc.rect(x + (quiet + column) * step, y + (quiet + row) * step, (end - column + 1) * step, step);
        column = end;
      }
    }
    this.doc.fill('#000000');
  }

  /** Makes sure that so much stands on one page. */
  room(height: number): void {
    if (this.y + height > this.doc.page.height - MARGINS[this.options.size].bottom) this.newPage();
  }

  /** Height that words take in a column, points. */
  height(words: Words, width: number, size = this.baseSize): number {
    return this.lines(words, size, width, 0).length * size * LEADING;
  }

  private newPage(): void {
    this.doc.addPage();
    this.y = MARGINS[this.options.size].top;
    this.options.watermarks.forEach((text, place) => {
      this.watermark(text, place);
    });
  }

  private watermark(text: string, place: number): void {
    const { width, height } = this.doc.page;
    const size = this.options.size === 'A4' ? 46 : 32;
    const line: Word[] = [{ text, face: 'bold', width: this.measure(text, 'bold', size) }];
    this.doc.save();
    this.doc.rotate(-45, { origin: [width / 2, height / 2] });
    this.doc.fillColor(WATERMARK_GREY);
    this.set(line, (width - (line[0]?.width ?? 0)) / 2, height / 2 + place * size * 1.6, size);
    this.doc.restore();
    this.doc.fillColor('#000000');
  }

  private lines(words: Words, size: number, width: number, indent: number): readonly (readonly Word[])[] {
    const lines: Word[][] = [[]];
    let free = width - indent;
    for (const word of this.words(words, size, width)) {
      const line = lines.at(-1) ?? [];
      const blank = word.text.trimEnd() === '' ? 0 : this.measure(word.text.trimEnd(), word.face, size);
      if (blank > free && line.length > 0) {
        lines.push([word]);
        free = width - word.width;
      } else {
        line.push(word);
        free -= word.width;
      }
    }
    return lines.map((line) => withoutTrailingBlank(line, (text, face) => this.measure(text, face, size)));
  }

  /** Words with the blank that follows them, so that lines break between them. */
  private words(words: Words, size: number, width: number): readonly Word[] {
    const spans: readonly (string | Span)[] = Array.isArray(words) ? words : [words as string | Span];
    return spans.flatMap((span) => {
      const { text, face } = typeof span === 'string' ? { text: span, face: 'regular' as const } : span;
      return (text.match(/\S+\s*|\s+/gu) ?? [])
        .flatMap((word) => this.pieces(word, face, size, width))
        .map((word) => ({ text: word, face, width: this.measure(word, face, size) }));
    });
  }

  /** A word that is wider than its column (an address of the web) is broken where it must be. */
  private pieces(word: string, face: Face, size: number, width: number): readonly string[] {
    if (this.measure(word.trimEnd(), face, size) <= width) return [word];
    const pieces = [''];
    for (const letter of word) {
      const last = pieces.at(-1) ?? '';
      if (last !== '' && this.measure((last + letter).trimEnd(), face, size) > width) pieces.push(letter);
      else pieces[pieces.length - 1] = last + letter;
    }
    return pieces;
  }

  /** Width in points; remembered per letter height of one, for every word is measured several times. */
  private measure(text: string, face: Face, size: number): number {
    const key = `${face}/${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      width = runsOf(text, face).reduce((sum, run) => {
        this.use(run.font);
        return sum + this.doc.fontSize(1).widthOfString(run.text);
      }, 0);
      this.widths.set(key, width);
    }
    return width * size;
  }

  private set(line: readonly Word[], x: number, baseline: number, size: number): void {
    let at = x;
    for (const { text, face } of joined(line)) {
      for (const run of runsOf(text, face)) {
        this.use(run.font);
        this.doc.fontSize(size).text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
        at += this.doc.widthOfString(run.text);
      }
    }
  }

  private use(font: string): void {
    if (!this.registered.has(font)) {
      this.doc.registerFont(font, fontFile(font));
      this.registered.add(font);
    }
    this.doc.font(font);
  }
}
