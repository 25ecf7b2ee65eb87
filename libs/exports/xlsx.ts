import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { stream as streaming } from 'exceljs';
import type { Sheet } from './sheet';

/**
 * A workbook written while its rows are read: a sheet about it, then the table. Memory does not grow with the table: a reader that is slow, or gone, stops the
 * rows. Text is stored as text, never as a formula.
 */
export function xlsxOf({ name, columns, rows, about }: Sheet): Readable {
  const out = new PassThrough();
  const write = async (): Promise<void> => {
    const workbook = new streaming.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false });
    const facts = workbook.addWorksheet('Thông tin');
    facts.columns = [{ width: 32 }, { width: 80 }];
    for (const pair of about) facts.addRow([...pair]).commit();
    facts.commit();
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map(({ header, width }) => ({ header, width }));
    sheet.getRow(1).font = { bold: true };
    sheet.getRow(1).commit();
    for await (const row of rows) {
      if (out.destroyed) return;
      sheet.addRow([...row]).commit();
      if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
    }
    sheet.commit();
    await workbook.commit();
  };
  write().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
}
