import { buffer, text } from 'node:stream/consumers';
import { Workbook } from 'exceljs';
import { csvOf, neutral, xlsxOf, type Sheet } from '.';

const sheet: Sheet = {
  name: 'Sổ đăng ký',
  columns: [
    { header: 'Tên', width: 20 },
    { header: 'Vốn', width: 10 },
  ],
  rows: [
    ['Hợp tác xã «Tân, Phú»', 200_000_000],
    ['=HYPERLINK("http://x")', null],
    ['dòng một\ndòng hai', 0],
  ],
  about: [['Thời điểm xem', '14:20 22/11/2026']],
};

describe('a table carried away', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('neutralises %j', (formula) => {
    expect(neutral(formula)).toBe(`'${formula}`);
  });

  it('as CSV says what it is, then header and rows', async () => {
    expect(await text(csvOf(sheet))).toBe(
      [
        '\uFEFFThời điểm xem,14:20 22/11/2026',
        'Tên,Vốn',
        '"Hợp tác xã «Tân, Phú»",200000000',
        `"'=HYPERLINK(""http://x"")",`,
        '"dòng một\ndòng hai",0',
        '',
      ].join('\r\n'),
    );
  });

  it('as XLSX keeps text as text and numbers as numbers', async () => {
    const bytes = await buffer(xlsxOf(sheet));
    const workbook = new Workbook();
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Thông tin', 'Sổ đăng ký']);
    const table = workbook.worksheets[1]!;
    expect(table.getRow(2).values).toEqual([undefined, 'Hợp tác xã «Tân, Phú»', 200_000_000]);
    expect(table.getCell('A3').value).toBe('=HYPERLINK("http://x")');
    expect(table.getCell('A3').formula).toBeUndefined();
    expect(table.rowCount).toBe(4);
  });

  it('stops reading rows when the reader is gone', async () => {
    let read = 0;
    const endless = (function* () {
      for (;;) yield [String((read += 1)).padEnd(200, 'x'), read];
    })();
    const out = xlsxOf({ ...sheet, rows: endless as Iterable<readonly (string | number)[]> });
    await new Promise((resolve) => out.once('readable', resolve));
    out.destroy();
    const then = await new Promise<number>((resolve) => setTimeout(() => resolve(read), 200));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(read).toBe(then);
  });

  it('fails aloud when a row cannot be read', async () => {
    const broken = (async function* () {
      await Promise.resolve();
      yield ['a', 1] as const;
      throw new Error('the database went away');
    })();
    await expect(buffer(xlsxOf({ ...sheet, rows: broken }))).rejects.toThrow('the database went away');
  });
});
