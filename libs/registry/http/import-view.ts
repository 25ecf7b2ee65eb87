import type { DeskImport } from '../application/import-desk';
import { cellText } from '../import/cells';
import { COLUMNS } from '../import/columns';
import type { RejectedRow } from '../import/plan';
import { importReasonText } from '../import/reasons';
import type { ImportColumn, ImportGap, RegisterImportView, RejectedRowView } from './register-imports.dto';
import type { Plain } from './plain';

/** Rows told in an answer; the CSV has all. */
const FIRST_ROWS = 200;

const labelOf = (field: string): string => COLUMNS.find((column) => column.field === field)?.header ?? field;

const rejectedOf = (row: RejectedRow): Plain<RejectedRowView> => ({
  row: row.number,
  cells: row.cells.map(cellText),
  reasons: row.reasons.map((code) => ({ code, text: importReasonText(code, row) })),
});

/** An import as its bringer sees it; never a sealed name, only what stands in the file that they brought. */
export function importViewOf({ prepared, asOf, status, progress, ...times }: DeskImport): Plain<RegisterImportView> {
  const { plan } = prepared;
  const columns = Object.entries(plan.mapping).map(([field, column]): Plain<ImportColumn> => ({
    header: plan.headers[column] ?? '',
    field,
    label: labelOf(field),
  }));
  const gaps = Object.entries(plan.gaps).map(([field, { empty, illegible }]): Plain<ImportGap> => ({
    field,
    label: labelOf(field),
    empty,
    illegible,
  }));
  return {
    importId: prepared.importId,
    fileName: prepared.fileName,
    asOf,
    status,
    columns,
    unknownHeaders: plan.unknownHeaders,
    rows: plan.rows.length,
    rejectedRows: plan.rejected.length,
    rejected: plan.rejected.slice(0, FIRST_ROWS).map(rejectedOf),
    gaps,
    progress: {
      total: progress.total,
      imported: progress.imported,
      unchanged: progress.unchanged,
      differing: progress.differing.length,
      differingRows: [...progress.differing].sort((a, b) => a - b).slice(0, FIRST_ROWS),
    },
    ...times,
  };
}
