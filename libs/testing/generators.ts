import { addDays, type Dong, type Instant, type LocalDate } from '@hoptac/kernel';
import fc from 'fast-check';

/**
 * Arbitraries of what a Vietnamese register holds. Given a fixed seed they give the same values for ever; a failing property prints its seed and path.
 * All names are made up of common parts and mean nobody.
 */

const FAMILY_NAMES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Hoàng',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Danh',
  'Châu',
];
const MIDDLE_NAMES = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Minh', 'Thanh', 'Quốc', 'Đức', 'Hồng', 'Kim', 'Xuân', ''];
const GIVEN_NAMES = [
  'An',
  'Bình',
  'Cường',
  'Dũng',
  'Được',
  'Giang',
  'Hạnh',
  'Hoà',
  'Khánh',
  'Lụa',
  'Mỹ',
  'Nhựt',
  'Phượng',
  'Quyên',
  'Sơn',
  'Thuỷ',
  'Út',
  'Vân',
  'Yến',
];
const PLACES = [
  'Tân Phú',
  'Vĩnh Thuận',
  'Hòn Đất',
  'Gò Quao',
  'An Biên',
  'Giồng Riềng',
  'Kiên Lương',
  'Đông Hồ',
  'Thạnh Lộc',
  'U Minh Thượng',
];
const TRADES = [
  'Nông nghiệp',
  'Thuỷ sản',
  'Vận tải',
  'Xây dựng',
  'Thương mại Dịch vụ',
  'Tiểu thủ công nghiệp',
  'Môi trường',
];

/** Full name of a natural person, NFC: `Nguyễn Thị Hạnh`. */
export const personNames: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...FAMILY_NAMES), fc.constantFrom(...MIDDLE_NAMES), fc.constantFrom(...GIVEN_NAMES))
  .map((parts) => parts.filter((part) => part !== '').join(' '));

/** Own name of a cooperative without its type words: `Nông nghiệp Tân Phú 7`. */
export const cooperativeNames: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...TRADES), fc.constantFrom(...PLACES), fc.integer({ min: 1, max: 99 }))
  .map(([trade, place, number]) => `${trade} ${place} ${String(number)}`);

/**
 * One text in the forms in which registers hold it: composed and decomposed letters, other case, double and hard spaces at either end.
 * All of them are one name to the law.
 */
export const dirtyForms = (
  texts: fc.Arbitrary<string>,
): fc.Arbitrary<{ readonly clean: string; readonly dirty: string }> =>
  fc
    .tuple(texts, fc.constantFrom('NFC', 'NFD'), fc.constantFrom(' ', '  ', '\u00a0', '\t'), fc.boolean())
    .map(([clean, form, gap, loud]) => {
      const spaced = `${gap}${clean.split(' ').join(gap)}${gap}`;
      return { clean, dirty: (loud ? spaced.toUpperCase() : spaced).normalize(form) };
    });

/** Days within both bounds; from the first Law on Cooperatives in force (1997-01-01) to 2035-12-31 unless told. */
export const localDates = (from: LocalDate = '1997-01-01', to: LocalDate = '2035-12-31'): fc.Arbitrary<LocalDate> => {
  const days = Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
  return fc.integer({ min: 0, max: days }).map((day) => addDays(from, day));
};

/** Days at which calendars go wrong: ends of months and years, 29 February, the days around the reform of 1 July 2025. */
export const edgeDates: fc.Arbitrary<LocalDate> = fc.constantFrom(
  '2024-02-29',
  '2025-02-28',
  '2025-03-31',
  '2025-06-30',
  '2025-07-01',
  '2025-12-31',
  '2026-01-01',
  '2026-02-17',
  '2026-07-23',
  '2028-02-29',
);

/** Instants of the days given, to the millisecond; midnight in Viet Nam (17:00Z) is drawn often. */
export const instants = (days: fc.Arbitrary<LocalDate> = localDates()): fc.Arbitrary<Instant> =>
  fc
    .tuple(
      days,
      fc.oneof(fc.constantFrom(0, 61_199_999, 61_200_000, 86_399_999), fc.integer({ min: 0, max: 86_399_999 })),
    )
    .map(([day, ms]) => new Date(Date.parse(`${day}T00:00:00Z`) + ms).toISOString() as Instant);

/** Amounts of đồng, whole and safe: nought, round sums, odd sums, the largest that a register may hold. */
export const dongs = (max: Dong = 10_000_000_000_000): fc.Arbitrary<Dong> =>
  fc.oneof(
    fc.constantFrom(0, 1, max),
    fc.integer({ min: 0, max: Math.floor(max / 1_000_000) }).map((millions) => millions * 1_000_000),
    fc.integer({ min: 0, max }),
  );

/** Twelve digits shaped like an identity number (place, century and sex, year, number); no real person's on purpose: place 000 does not exist. */
export const identityNumbers: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([sex, year, number]) => `000${String(sex)}${String(year).padStart(2, '0')}${String(number).padStart(6, '0')}`);
