import type { DeclaredFounder } from '@hoptac/demo';
import { Workbook } from 'exceljs';

/** A list of members as a sheet program makes it, with headers of one's own wording. */
export async function memberSheet(founders: readonly DeclaredFounder[], contributions: readonly number[]) {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Danh sách');
  sheet.addRow(['STT', 'Họ và tên', 'Số CCCD', 'Ngày sinh', 'Vốn góp']);
  for (const [index, { fullName, identityNumber }] of founders.entries())
    sheet.addRow([index + 1, fullName, identityNumber, '17/5/1980', contributions[index] ?? 0]);
  return {
    name: 'thanh-vien.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  };
}
