import type { EvidenceMark, Instant, LocalDate } from '@hoptac/kernel';
import type { PaperDue } from './paper.types';

/** `2026-11-22` → `22/11/2026`. */
export function dayText(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** `ngày 22 tháng 11 năm 2026`; days and months below three have a leading zero against tampering (Decree 30/2020). */
export function longDayText(day: LocalDate): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `ngày ${date} tháng ${Number(month) < 3 ? month : String(Number(month))} năm ${year}`;
}

const ZONE_MS = 7 * 3_600_000;

/** An instant by the clock of Việt Nam: `09:41 ngày 22/11/2026`. */
export function instantText(instant: Instant): string {
  const local = new Date(Date.parse(instant) + ZONE_MS).toISOString();
  return `${local.slice(11, 16)} ngày ${dayText(local.slice(0, 10))}`;
}

/** `1234567` → `1.234.567 đồng`. */
export const dongText = (amount: number): string => `${String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, '.')}\u00a0đồng`;

const UNITS: Readonly<Record<PaperDue['unit'], string>> = {
  'working-day': 'ngày làm việc',
  day: 'ngày',
  month: 'tháng',
};

/** `03 ngày làm việc kể từ ngày 23/11/2026`. */
export const periodText = ({ amount, unit, countedFrom }: PaperDue): string =>
  `${String(amount).padStart(2, '0')} ${UNITS[unit]}, tính từ ngày tiếp theo ngày ${dayText(countedFrom)}`;

/** Evidence of a rule as papers state it; nothing beside what is verified. */
export const evidenceText = (evidence: EvidenceMark): string =>
  evidence === 'verified' ? '' : evidence === 'secondary' ? ' (theo nguồn thứ cấp)' : ' (cần xác nhận)';

const LAWS: Readonly<Record<string, string>> = {
  L12: 'Luật Hợp tác xã 2012',
  L23: 'Luật Hợp tác xã 2023',
  D193: 'Nghị định 193/2013/NĐ-CP',
  D92: 'Nghị định 92/2024/NĐ-CP',
  D125: 'Nghị định 125/2025/NĐ-CP',
  D295: 'Nghị định 295/2026/NĐ-CP',
  KN11: 'Luật Khiếu nại 2011',
  TTHC15: 'Luật Tố tụng hành chính 2015',
  D45: 'Nghị định 45/2021/NĐ-CP',
  TT14: 'Thông tư 14/2024/TT-NHNN',
};

/** `L23 Art. 42.4` → `khoản 4 Điều 42 Luật Hợp tác xã 2023`; several joined by semicolons; what is no citation stays as it is. */
export const lawText = (articles: string): string =>
  articles
    .split('; ')
    .map((article) => {
      const match = /^([A-Z]+\d+) Art\. (\d+)(?:\.(\d+))?(?:\.([a-zđ]))?$/u.exec(article);
      if (match === null) return LAWS[article] ?? article;
      const [, law = '', number = '', clause, point] = match;
      return [
        point === undefined ? '' : `điểm ${point} `,
        clause === undefined ? '' : `khoản ${clause} `,
        `Điều ${number} ${LAWS[law] ?? law}`,
      ].join('');
    })
    .join('; ');

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const digit = (value: number): string => DIGITS[value] ?? '';

/** Three digits in words; `full` says a missing hundred too, as inside a longer number. */
function threeInWords(value: number, full: boolean): string {
  const [hundreds, tens, units] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const words: string[] = [];
  if (full || hundreds > 0) words.push(`${digit(hundreds)} trăm`);
  if (tens === 0 && units > 0 && words.length > 0) words.push('linh');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(`${digit(tens)} mươi`);
  if (units === 1 && tens > 1) words.push('mốt');
  else if (units === 5 && tens > 0) words.push('lăm');
  else if (units > 0) words.push(digit(units));
  return words.join(' ');
}

const SCALES = ['', 'nghìn', 'triệu', 'tỷ', 'nghìn tỷ', 'triệu tỷ'] as const;

/** A sum in Vietnamese words: `64000000` → `Sáu mươi bốn triệu đồng`. Whole đồng, up to the safe integers. */
export function sumInWords(amount: number): string {
  if (amount === 0) return 'Không đồng';
  const groups: number[] = [];
  for (let rest = amount; rest > 0; rest = Math.floor(rest / 1_000)) groups.push(rest % 1_000);
  const words = groups
    .map((group, place) =>
      group === 0 ? '' : `${threeInWords(group, place < groups.length - 1)} ${SCALES[place] ?? ''}`.trim(),
    )
    .reverse()
    .filter(Boolean)
    .join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`;
}
