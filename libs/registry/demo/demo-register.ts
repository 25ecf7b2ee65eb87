import type { LocalDate } from '@hoptac/kernel';
import { addDays, daysBetween } from '@hoptac/kernel';
import { COLUMNS } from '../import/columns';
import type { Field } from '../import/columns';

/**
 * The register of the demo province: Kiên Giang in the middle of 2020. Numbers by sector are the province's own (plan of 21 August 2020: 451
 * cooperatives); members and charter capital are the totals of the end of 2019 (52,410 members, 238.673 billion đồng), spread over them.
 * Names, places and persons are invented; the same seed gives the same register.
 */
export const DEMO_TOTALS = { cooperatives: 451, members: 52_410, charterCapital: 238_673_000_000 } as const;

interface Sector {
  readonly word: string;
  readonly count: number;
  readonly businessLine: string;
  readonly prefix: string;
}

export const DEMO_SECTORS: readonly Sector[] = [
  { word: 'Nông nghiệp', count: 399, businessLine: '0161', prefix: 'Hợp tác xã Nông nghiệp' },
  { word: 'Thương mại, dịch vụ', count: 5, businessLine: '4620', prefix: 'Hợp tác xã Thương mại Dịch vụ' },
  { word: 'Giao thông vận tải', count: 14, businessLine: '4933', prefix: 'Hợp tác xã Vận tải' },
  { word: 'Xây dựng', count: 3, businessLine: '4101', prefix: 'Hợp tác xã Xây dựng' },
  { word: 'Tiểu thủ công nghiệp', count: 8, businessLine: '1629', prefix: 'Hợp tác xã Tiểu thủ công nghiệp' },
  { word: 'Tín dụng', count: 22, businessLine: '6419', prefix: 'Quỹ tín dụng nhân dân' },
];

const FIRST = [
  'Tân',
  'An',
  'Bình',
  'Thạnh',
  'Vĩnh',
  'Hòa',
  'Phú',
  'Mỹ',
  'Đông',
  'Minh',
  'Thuận',
  'Long',
  'Hưng',
  'Kiên',
  'Giồng',
  'Phước',
];
const SECOND = [
  'Phú',
  'Lợi',
  'Thành',
  'Hưng',
  'Hòa',
  'Tiến',
  'Phát',
  'Đạt',
  'An',
  'Bình',
  'Lộc',
  'Thắng',
  'Minh',
  'Khánh',
  'Điền',
  'Quý',
  'Sơn',
  'Hải',
  'Giang',
  'Tâm',
];
const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Danh', 'Thị', 'Đặng', 'Bùi', 'Ngô', 'Lâm'];
const MIDDLE = ['Văn', 'Thị', 'Hữu', 'Minh', 'Ngọc', 'Thanh', 'Quốc', 'Kim'];
const GIVEN = ['An', 'Bình', 'Sáu', 'Hai', 'Út', 'Dũng', 'Hạnh', 'Loan', 'Tâm', 'Phúc', 'Nga', 'Khoa', 'Lan', 'Nhân'];

export interface DemoCommune {
  readonly commune: string;
  readonly district: string;
}

/** Rows under the template's headers, as texts; deterministic for the same communes and seed. */
export function demoRegister(
  communes: readonly DemoCommune[],
  seed = 2020_07,
): { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const random = mulberry32(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const names = uniqueNames(random);
  const members = spread(DEMO_TOTALS.members, DEMO_TOTALS.cooperatives, 7, random);
  const capital = spread(DEMO_TOTALS.charterCapital / 1_000_000, DEMO_TOTALS.cooperatives, 20, random);
  const sectors = DEMO_SECTORS.flatMap((sector) => Array.from({ length: sector.count }, () => sector));
  const rows = sectors.map((sector, index) => {
    const place = pick(communes);
    const registeredOn = someDay('2003-01-02', '2020-07-30', random());
    const values: Partial<Record<Field, string>> = {
      code: `1700${String(100_000 + index * 7).padStart(6, '0')}`,
      name: `${sector.prefix} ${names[index] ?? ''}`,
      kind: 'Hợp tác xã',
      addressLine: `Ấp ${pick(FIRST)} ${pick(SECOND)}`,
      commune: place.commune,
      district: place.district,
      registeredOn: vietnameseDay(registeredOn),
      charterCapital: grouped((capital[index] ?? 0) * 1_000_000),
      officialMembers: String(members[index]),
      capitalContributingAffiliates: '0',
      nonContributingAffiliates: '0',
      businessLine: sector.businessLine,
      sector: sector.word,
      representativeName: `${pick(FAMILY)} ${pick(MIDDLE)} ${pick(GIVEN)}`,
      legalStatus: 'Đang hoạt động',
    };
    return COLUMNS.map((column) => values[column.field] ?? '');
  });
  return { headers: COLUMNS.map((column) => column.header), rows };
}

/** Small, fast and the same everywhere; demo data need no more. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function uniqueNames(random: () => number): string[] {
  const pairs = FIRST.flatMap((first) => SECOND.flatMap((second) => (first === second ? [] : [`${first} ${second}`])));
  const triples = pairs.flatMap((pair) => ['Đông', 'Tây', 'Trung', 'Thượng'].map((third) => `${pair} ${third}`));
  const pool = [...pairs, ...triples];
  for (let i = pool.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [pool[i], pool[j]] = [pool[j] as string, pool[i] as string];
  }
  return pool.slice(0, DEMO_TOTALS.cooperatives);
}

/** Whole parts of at least `least` that add up to the total exactly; the last rounding remainder goes to the largest. */
function spread(total: number, parts: number, least: number, random: () => number): number[] {
  const weights = Array.from({ length: parts }, () => 0.2 + random() ** 3);
  const sum = weights.reduce((a, b) => a + b, 0);
  const spare = total - least * parts;
  const shares = weights.map((weight) => least + Math.floor((spare * weight) / sum));
  const largest = shares.indexOf(Math.max(...shares));
  shares[largest] = (shares[largest] as number) + total - shares.reduce((a, b) => a + b, 0);
  return shares;
}

const someDay = (from: LocalDate, to: LocalDate, where: number): LocalDate =>
  addDays(from, Math.floor(where * daysBetween(from, to)));
const vietnameseDay = (day: LocalDate): string => day.split('-').reverse().join('/');
const grouped = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
