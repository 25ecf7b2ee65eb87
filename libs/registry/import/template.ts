import { Workbook } from 'exceljs';
import { COLUMNS } from './columns';

const WIDEST = 40;

/** The template as .xlsx: a row of headers and one example row to be overwritten. Every column is text, so that no sheet program bends a code or a day. */
export async function registerTemplate(): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Sổ đăng ký', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = COLUMNS.map(({ header, example }) => ({
    header,
    width: Math.min(WIDEST, Math.max(header.length, example.length) + 2),
    style: { numFmt: '@' },
  }));
  sheet.getRow(1).font = { bold: true };
  const example = sheet.addRow(COLUMNS.map((column) => column.example));
  example.font = { italic: true };
  example.getCell(1).note =
    'Dòng ví dụ: ghi đè hoặc xóa dòng này trước khi nhập. / Example row: overwrite or delete it.';
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
