import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { PassThrough, type Readable } from 'node:stream';
import { stream as streaming } from 'exceljs';
import type { Sheet } from './sheet';

/** Rows between two looks at the reader. */
const BREATH = 200;

/** Lets what was written flow, waits for a reader that is slow; false when he is gone. */
async function readOn(out: PassThrough): Promise<boolean> {
  await setImmediate();
  if (out.writableNeedDrain && !out.destroyed) {
    const ended = new AbortController();
    const { signal } = ended;
    await Promise.race([once(out, 'drain', { signal }), once(out, 'close', { signal })]).finally(() => ended.abort());
  }
  return !out.destroyed;
}

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
    let written = 0;
    for await (const row of rows) {
      sheet.addRow([...row]).commit();
      written += 1;
      if (written % BREATH === 0 && !(await readOn(out))) return;
    }
    sheet.commit();
    await workbook.commit();
  };
  write().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
}
