import type { Cell } from './cells';
import { cellText } from './cells';
import type { AreaFinder } from './areas';
import type { Field, Mapping } from './columns';
import { mapHeaders } from './columns';
import type { ImportedOrganisation, RejectionReason } from './rows';
import { ownNameKey, readRow } from './rows';
import type { Sheet } from './sheet';

export interface PlannedRow {
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly organisation: ImportedOrganisation;
}

export interface RejectedRow {
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly reasons: readonly RejectionReason[];
  /** The earlier row that says the same organisation. */
  readonly sameAsRow?: number;
}

/** What an import would do: shown as the preview, then carried out as it is. */
export interface ImportPlan {
  readonly headers: readonly string[];
  readonly mapping: Mapping;
  readonly unknownHeaders: readonly string[];
  readonly rows: readonly PlannedRow[];
  readonly rejected: readonly RejectedRow[];
  /** How many accepted rows leave each field empty or illegible. */
  readonly gaps: Readonly<Partial<Record<Field, { readonly empty: number; readonly illegible: number }>>>;
}

/** Reads every row once; later rows naming an organisation that an earlier one named are rejected with that row's number. */
export function planImport(sheet: Sheet, areas: AreaFinder, own: Readonly<Record<string, Field>> = {}): ImportPlan {
  const { mapping, unknown } = mapHeaders(sheet.headers, own);
  const rows: PlannedRow[] = [];
  const rejected: RejectedRow[] = [];
  const seen = new Map<string, number>();
  const gaps: Partial<Record<Field, { empty: number; illegible: number }>> = {};
  for (const row of sheet.rows) {
    const reading = readRow(row.cells, mapping, areas);
    if ('rejected' in reading) {
      rejected.push({ ...row, reasons: reading.rejected });
      continue;
    }
    const { organisation } = reading;
    const identities = [
      organisation.identity,
      `name:${organisation.kind}:${ownNameKey(organisation.name)}@${organisation.area.code}`,
    ];
    const sameAsRow = identities.map((identity) => seen.get(identity)).find((number) => number !== undefined);
    if (sameAsRow !== undefined) {
      rejected.push({ ...row, reasons: ['DUPLICATE_IN_FILE'], sameAsRow });
      continue;
    }
    for (const identity of identities) seen.set(identity, row.number);
    rows.push({ ...row, organisation });
    for (const gap of organisation.gaps) count(gaps, gap);
  }
  return { headers: sheet.headers, mapping, unknownHeaders: unknown, rows, rejected, gaps };
}

function count(gaps: Partial<Record<Field, { empty: number; illegible: number }>>, gap: string): void {
  const [name, illegible] = gap.split(': ', 2);
  const entry = (gaps[name as Field] ??= { empty: 0, illegible: 0 });
  if (illegible === undefined) entry.empty += 1;
  else entry.illegible += 1;
}

/** Rejected rows as CSV with their reasons in front; a cell that a spreadsheet would take for a formula is neutralised. */
export function rejectedCsv(
  plan: ImportPlan,
  reasonText: (reason: RejectionReason, row: RejectedRow) => string,
): string {
  const quote = (value: string): string =>
    `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replace(/"/g, '""')}"`;
  const lines = [
    ['Dòng', 'Lý do', ...plan.headers],
    ...plan.rejected.map((row) => [
      String(row.number),
      row.reasons.map((reason) => reasonText(reason, row)).join('; '),
      ...row.cells.map(cellText),
    ]),
  ];
  return `\uFEFF${lines.map((line) => line.map(quote).join(',')).join('\r\n')}\r\n`;
}
