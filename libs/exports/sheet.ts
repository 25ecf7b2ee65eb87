/** A cell as the page shows it: text, a number, or nothing. */
export type Cell = string | number | null;

export interface Column {
  readonly header: string;
  /** Characters. */
  readonly width: number;
}

/** A table to be carried away, read once, row by row. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
  /** What the reader must know of it: what was asked, as of when, by whom made. */
  readonly about: readonly (readonly [what: string, value: string])[];
}

/** What a sheet program would take for a formula or a command: `=`, `+`, `-`, `@`, a tab or a line break at the beginning. */
const FORMULA = /^[=+\-@\t\r\n]/;

/** Text that no sheet program computes: an apostrophe before what looks like a formula (OWASP, CSV injection). */
export const neutral = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
