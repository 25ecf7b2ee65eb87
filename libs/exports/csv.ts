import { Readable } from 'node:stream';
import { neutral, type Cell, type Sheet } from './sheet';

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const cell = (value: Cell): string =>
  value === null ? '' : typeof value === 'number' ? String(value) : quoted(neutral(value));
const line = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`;

/** RFC 4180 with a byte-order mark, so that Excel reads Vietnamese; what is to be known of the table stands in lines of its own before it. */
export function csvOf({ columns, rows, about }: Sheet): Readable {
  async function* lines(): AsyncGenerator<string> {
    yield `\uFEFF${about.map((pair) => line(pair)).join('')}${line(columns.map(({ header }) => header))}`;
    for await (const row of rows) yield line(row);
  }
  return Readable.from(lines());
}
