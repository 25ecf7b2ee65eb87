import { Workbook } from 'exceljs';
import { deflateRawSync } from 'node:zlib';
import { inflatedSize } from './inflated-size';
import { readSheet } from './sheet';

const MIB = 1024 * 1024;
const HEADERS = ['Tên hợp tác xã', 'Mã số'];

async function workbook(fill: (rows: { addRow(cells: unknown[]): unknown }) => void): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('Sổ');
  sheet.addRow(HEADERS);
  fill(sheet);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A zip of one deflated entry whose headers claim another size than it has. */
function zipOf(content: Buffer, claimed: number, flags = 0): Buffer {
  const packed = deflateRawSync(content);
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(claimed, 24);
  entry.writeUInt16LE(name.length, 28);
  const directory = Buffer.concat([entry, name]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, directory, end]);
}

describe('a workbook', () => {
  it('is read whole', async () => {
    const file = await workbook((sheet) => sheet.addRow(['HTX Tân Phú', '1700000001']));
    expect(await inflatedSize(file, MIB)).toBeGreaterThan(file.length);
    await expect(readSheet(file, 'so.xlsx')).resolves.toMatchObject({
      headers: HEADERS,
      rows: [{ number: 2, cells: ['HTX Tân Phú', '1700000001'] }],
    });
  });

  it.each<[string, Buffer]>([
    ['that unpacks to more than any register, whatever it claims', zipOf(Buffer.alloc(300 * MIB), 1_000)],
    ['that is encrypted', zipOf(Buffer.from('<x/>'), 4, 1)],
    ['cut off', zipOf(Buffer.from('<x/>'), 4).subarray(0, 40)],
    ['that is none', Buffer.from('PK\x03\x04 and then nothing of a zip')],
    ['of no bytes', Buffer.alloc(0)],
  ])('%s is refused', async (_what, file) => {
    const before = process.memoryUsage().arrayBuffers;
    await expect(readSheet(file, 'so.xlsx')).rejects.toMatchObject({ code: 'REGISTRY.IMPORT_UNREADABLE' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(250 * MIB);
  });

  it('with one cell at the far corner of each row is read by its columns, not by the sheet’s', async () => {
    const file = await workbook((sheet) => {
      const row: unknown[] = ['HTX Tân Phú', '1700000001'];
      row[16_383] = 'x';
      for (let number = 0; number < 50; number += 1) sheet.addRow(row);
    });
    const { rows } = await readSheet(file, 'so.xlsx');
    expect(rows).toHaveLength(50);
    expect(rows.every(({ cells }) => cells.length <= 300)).toBe(true);
  });

  it('that reaches down to the last row of all is refused by its length', async () => {
    const book = new Workbook();
    const sheet = book.addWorksheet('Sổ');
    sheet.addRow(HEADERS);
    sheet.getCell('A1048576').value = 'HTX';
    const file = Buffer.from(await book.xlsx.writeBuffer());
    await expect(readSheet(file, 'so.xlsx')).rejects.toMatchObject({ code: 'REGISTRY.IMPORT_TOO_LONG' });
  });
});
