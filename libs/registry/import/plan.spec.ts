import { Workbook } from 'exceljs';
import { AreaFinder } from './areas';
import { planImport, rejectedCsv } from './plan';
import { readSheet } from './sheet';

const areas = new AreaFinder([
  { code: '91-01', name: 'Huyện Tân Hiệp', level: 'district' },
  { code: '91-02', name: 'Huyện An Biên', level: 'district' },
  { code: 'c1', name: 'Xã Tân Hiệp A', level: 'commune', parentName: 'Huyện Tân Hiệp' },
  { code: 'c2', name: 'Xã Đông Thái', level: 'commune', parentName: 'Huyện An Biên' },
  { code: 'c3', name: 'Xã Tân Hòa', level: 'commune', parentName: 'Huyện Tân Hiệp' },
  { code: 'c4', name: 'Xã Tân Hòa', level: 'commune', parentName: 'Huyện An Biên' },
]);

async function dirtyWorkbook(): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Sổ');
  sheet.addRow(['DANH SÁCH HỢP TÁC XÃ TỈNH KIÊN GIANG']);
  sheet.mergeCells('A1:H1');
  sheet.addRow(['STT', 'Tên HTX, THT', 'Địa bàn', null, 'Ngày cấp', 'Vốn điều lệ', 'Thành viên', null]);
  sheet.addRow(['STT', 'Tên HTX, THT', 'Huyện', 'Xã', 'Ngày cấp', 'Vốn điều lệ', 'Chính thức', 'Thành viên liên kết']);
  sheet.mergeCells('A2:A3');
  sheet.mergeCells('B2:B3');
  sheet.mergeCells('C2:D2');
  sheet.mergeCells('E2:E3');
  sheet.mergeCells('F2:F3');
  sheet.mergeCells('G2:H2');
  sheet.addRow([1, 'Hợp tác xã Nông nghiệp Tân Phú', 'Tân Hiệp', 'tân hiệp  a', '05/07/2019', '1.200.000.000', 64, '']);
  sheet.addRow([2, 'HTX NÔNG NGHIỆP TÂN  PHÚ', 'H. Tân Hiệp', 'Xã Tân Hiệp A', 43651, 1_200_000_000, '64', 2]);
  sheet.addRow([3, 'Tổ hợp tác Bơm tưới số 3', 'An Biên', 'Dong Thai', '07/2018', '500 triệu', 'hai mươi', '-']);
  sheet.addRow([4, 'Hợp tác xã Tân Hòa', '', 'Tân Hòa', '', '', '', '']);
  sheet.addRow([5, '', 'An Biên', 'Đông Thái', '', '', '', '']);
  sheet.addRow([6, '=HYPERLINK("x")', 'Nơi khác', 'Không đâu', '', '', '', '']);
  sheet.addRow([7, 'Hợp tác xã Tân Hòa', 'An Biên', 'Tân Hòa', '', '', '', '']);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('planning an import', () => {
  it('reads merged headers, mixed kinds, dates as text and number, old names, duplicates', async () => {
    const plan = planImport(await readSheet(await dirtyWorkbook(), 'so.xlsx'), areas);
    expect(plan.rows.map(({ number, organisation }) => [number, organisation.kind, organisation.area.code])).toEqual([
      [4, 'cooperative', 'c1'],
      [6, 'cooperativeGroup', 'c2'],
      [10, 'cooperative', 'c4'],
    ]);
    expect(plan.rows[0]?.organisation).toMatchObject({
      registeredOn: '2019-07-05',
      charterCapital: 1_200_000_000,
      officialMembers: 64,
    });
    expect(plan.rows[1]?.organisation.gaps).toEqual(
      expect.arrayContaining(['registeredOn: «07/2018»', 'officialMembers: «hai mươi»']),
    );
    expect(plan.rejected.map(({ number, reasons, sameAsRow }) => [number, reasons[0], sameAsRow])).toEqual([
      [5, 'DUPLICATE_IN_FILE', 4],
      [7, 'AREA_UNKNOWN', undefined],
      [8, 'NAME_MISSING', undefined],
      [9, 'KIND_UNKNOWN', undefined],
    ]);
    expect(plan.gaps.code).toEqual({ empty: 3, illegible: 0 });
    expect(plan.gaps.registeredOn).toEqual({ empty: 1, illegible: 1 });
  });

  it('reads CSV with semicolons and an own mapping of headers', async () => {
    const csv = 'Danh sách\r\nHT;Gọi là;Nơi\r\nHTX;Rau sạch;Đông Thái\r\n';
    const own = { 'Gọi là': 'name', Nơi: 'commune', HT: 'kind' } as const;
    const plan = planImport(await readSheet(new TextEncoder().encode(csv), 'so.csv', own), areas, own);
    expect(plan.rows.map((row) => row.organisation.name)).toEqual(['Rau sạch']);
  });

  it('refuses what is not a register', async () => {
    await expect(readSheet(new Uint8Array([0, 1, 2]), 'x.csv')).rejects.toMatchObject({
      code: 'REGISTRY.IMPORT_UNREADABLE',
    });
    await expect(readSheet(new Uint8Array([0x50, 0x4b, 3, 4]), 'x.xlsx')).rejects.toMatchObject({
      code: 'REGISTRY.IMPORT_UNREADABLE',
    });
    await expect(readSheet(new TextEncoder().encode('a,b\n1,2\n'), 'x.csv')).rejects.toMatchObject({
      code: 'REGISTRY.IMPORT_NO_HEADERS',
    });
  });

  it('neutralises formulas in the rejected rows', async () => {
    const plan = planImport(await readSheet(await dirtyWorkbook(), 'so.xlsx'), areas);
    expect(rejectedCsv(plan, (reason) => reason)).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
