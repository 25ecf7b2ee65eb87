import * as fc from 'fast-check';
import { addDays } from '@hoptac/kernel';
import { readDay, readText, readWhole } from './cells';

describe('cells of an old register', () => {
  it.each([
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1 234 567 đồng', 1_234_567],
    ['1.500.000.000 đ', 1_500_000_000],
    ['1,5 tỷ', 1_500_000_000],
    ['500 triệu đồng', 500_000_000],
    ['64 thành viên', 64],
    [64, 64],
  ])('%p is the number %p', (cell, value) => expect(readWhole(cell)).toEqual({ value }));

  it.each(['1.5', 'khoảng 20', '1.23.456', '-5', '12,34', '9'.repeat(20)])('%p is illegible', (cell) =>
    expect(readWhole(cell)).toEqual({ illegible: cell }),
  );

  it.each(['', ' - ', 'Không có', 'chưa rõ', '…'.replace('…', '—')])('%p says nothing', (cell) =>
    expect(readText(cell)).toEqual({ empty: true }),
  );

  it.each([
    ['05/07/2019', '2019-07-05'],
    ['5-7-2019', '2019-07-05'],
    ['2019-07-05', '2019-07-05'],
    ['ngày 5 tháng 7 năm 2019', '2019-07-05'],
    [43651, '2019-07-05'],
    ['43651', '2019-07-05'],
    [{ day: '2019-07-05' as const }, '2019-07-05'],
  ])('%p is the day %p', (cell, value) => expect(readDay(cell)).toEqual({ value }));

  it.each(['31/02/2019', '07/2019', '2019', 'đầu năm'])('%p says no day', (cell) =>
    expect(readDay(cell)).toEqual({ illegible: cell }),
  );

  it('every day written in the Vietnamese way is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (n) => {
        const day = addDays('1980-01-01', n);
        const [y, m, d] = day.split('-').map(Number) as [number, number, number];
        expect(readDay(`${d}/${m}/${y}`)).toEqual({ value: day });
      }),
      { seed: 20261122 },
    );
  });

  it('every amount grouped in the Vietnamese way is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (amount) => {
        expect(readWhole(String(amount).replace(/\B(?=(\d{3})+$)/g, '.'))).toEqual({ value: amount });
      }),
      { seed: 20261122 },
    );
  });
});
