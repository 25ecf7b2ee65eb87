import { Workbook } from 'exceljs';
import { memberTemplate, readMemberSheet } from './member-sheet';

async function sheetOf(...rows: readonly (readonly (string | number | Date)[])[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('x');
  for (const row of rows) sheet.addRow([...row]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

it('reads members under headers of one’s own wording, wherever they stand', async () => {
  const file = await sheetOf(
    ['DANH SÁCH THÀNH VIÊN'],
    ['STT', 'Họ và tên', 'Số CCCD', 'Ngày sinh', 'Giới tính', 'Loại thành viên', 'Vốn góp'],
    [1, 'Nguyễn Văn A', 91080010001, new Date('1980-05-17T00:00:00Z'), 'Nam', 'Chính thức', 40_000_000],
    [2, 'Trần Thị B', '091080010002', '2/9/1985', 'Nữ', 'Liên kết góp vốn', '20 triệu'],
    ['', '', '', '', '', '', ''],
  );
  expect(await readMemberSheet(file)).toEqual([
    {
      fullName: 'Nguyễn Văn A',
      identityNumber: '091080010001',
      dateOfBirth: '1980-05-17',
      gender: 'male',
      memberKind: 'official',
      contribution: '40000000',
    },
    {
      fullName: 'Trần Thị B',
      identityNumber: '091080010002',
      dateOfBirth: '2/9/1985',
      gender: 'female',
      memberKind: 'capitalContributing',
      contribution: '20 triệu',
    },
  ]);
});

it('passes over the example row of its own template', async () => {
  expect(await readMemberSheet(await memberTemplate())).toEqual([]);
});

it('refuses what is no sheet, and a sheet without headers', async () => {
  await expect(readMemberSheet(new TextEncoder().encode('a;b'))).rejects.toMatchObject({
    code: 'DOSSIERS.MEMBER_LIST_UNREADABLE',
  });
  await expect(readMemberSheet(await sheetOf(['x', 'y'], ['1', '2']))).rejects.toMatchObject({
    code: 'DOSSIERS.MEMBER_LIST_WITHOUT_HEADERS',
  });
});
