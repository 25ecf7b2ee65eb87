import type { Instant } from '@hoptac/kernel';
import { invalidInput, localDateOf } from '@hoptac/kernel';
import { parse } from 'csv-parse/sync';
import { Workbook } from 'exceljs';
import type { CellValue } from 'exceljs';
import type { Cell } from './cells';
import { cellText } from './cells';
import type { Field } from './columns';
import { headerScore } from './columns';
import { inflatedSize } from './inflated-size';

/** A register as a table: headers (two merged rows joined by ` › `), then rows with their number in the sheet, from 1. */
export interface Sheet {
  readonly headers: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly Cell[] }[];
}

const HEADER_SEARCH_ROWS = 20;
const MAX_ROWS = 200_000;
/** Columns looked at; a register has some forty. */
const MAX_COLUMNS = 300;
/** Unpacked size of a workbook; 200,000 rows of a register come to less. */
const MAX_INFLATED_BYTES = 192 * 1024 * 1024;

/**
 * Reads .xlsx or .csv (UTF-8, comma or semicolon). Title rows above the headers are passed over; merged header cells are joined.
 * @throws DomainError `REGISTRY.IMPORT_UNREADABLE` for another format, `REGISTRY.IMPORT_NO_HEADERS` when no row looks like headers.
 */
export async function readSheet(
  file: Uint8Array,
  fileName: string,
  own: Readonly<Record<string, Field>> = {},
): Promise<Sheet> {
  const grid = /\.xlsx$/i.test(fileName) ? await readXlsx(file) : readCsv(file);
  mustNotBeTooLong(grid.length);
  return toSheet(grid, own);
}

function mustNotBeTooLong(rows: number): void {
  if (rows > MAX_ROWS) throw invalidInput('REGISTRY.IMPORT_TOO_LONG', 'Too many rows', { rows, most: MAX_ROWS });
}

async function readXlsx(file: Uint8Array): Promise<Cell[][]> {
  const archive = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if ((await inflatedSize(archive, MAX_INFLATED_BYTES)) === undefined)
    throw invalidInput('REGISTRY.IMPORT_UNREADABLE', 'Not a readable .xlsx file, or one that unpacks to too much');
  const workbook = new Workbook();
  try {
    // exceljs declares its own Buffer type; an ArrayBuffer of the same bytes satisfies both.
    await workbook.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);
  } catch {
    throw invalidInput('REGISTRY.IMPORT_UNREADABLE', 'Not a readable .xlsx file');
  }
  const worksheet = workbook.worksheets.find((candidate) => candidate.actualRowCount > 0);
  // Before any row is walked: a single cell far below makes a million empty ones.
  mustNotBeTooLong(worksheet?.rowCount ?? 0);
  const grid: Cell[][] = [];
  worksheet?.eachRow({ includeEmpty: true }, (row, number) => {
    const cells: Cell[] = [];
    const columns = Math.min(row.cellCount, MAX_COLUMNS);
    for (let column = 1; column <= columns; column += 1) cells.push(toCell(row.getCell(column).value));
    grid[number - 1] = cells;
  });
  return Array.from(grid, (cells) => (cells as Cell[] | undefined) ?? []);
}

function toCell(value: CellValue): Cell {
  if (value === null || value === undefined || typeof value === 'boolean') return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Date) {
    // Sheets hold days without a zone; exceljs gives their midnight as UTC.
    return { day: localDateOf(value.toISOString() as Instant) };
  }
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('result' in value) return toCell(value.result ?? null);
  if ('text' in value) return value.text;
  return null;
}

function readCsv(file: Uint8Array): Cell[][] {
  const text = new TextDecoder('utf-8', { fatal: false }).decode(file).replace(/^\uFEFF/, '');
  if (text.includes('\u0000')) throw invalidInput('REGISTRY.IMPORT_UNREADABLE', 'Neither .xlsx nor text');
  const head = text.split('\n', HEADER_SEARCH_ROWS).join('\n');
  const delimiter = (head.match(/;/g)?.length ?? 0) > (head.match(/,/g)?.length ?? 0) ? ';' : ',';
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
  } catch {
    throw invalidInput('REGISTRY.IMPORT_UNREADABLE', 'Not a readable CSV file');
  }
}

function toSheet(grid: readonly Cell[][], own: Readonly<Record<string, Field>>): Sheet {
  const texts = grid.slice(0, HEADER_SEARCH_ROWS).map((cells) => cells.map(cellText));
  const candidates = texts.flatMap((row, index) => {
    const below = texts[index + 1];
    const single = { at: index, rows: 1, headers: row, score: headerScore(row, own) };
    if (below === undefined) return [single];
    const joined = row.map((text, column) => joinHeaders(text, below[column] ?? ''));
    return [single, { at: index, rows: 2, headers: joined, score: headerScore(joined, own) }];
  });
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (found, next) => (found !== undefined && found.score >= next.score ? found : next),
    undefined,
  );
  if (best === undefined || best.score < 2)
    throw invalidInput('REGISTRY.IMPORT_NO_HEADERS', 'No row names at least two known columns');
  const rows = grid
    .map((cells, index) => ({ number: index + 1, cells }))
    .slice(best.at + best.rows)
    .filter((row) => row.cells.some((cell) => cellText(cell) !== ''));
  return { headers: best.headers, rows };
}

const joinHeaders = (above: string, below: string): string =>
  above === below || below === '' ? above : above === '' ? below : `${above} › ${below}`;
