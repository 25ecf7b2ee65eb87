import type { AreaTree } from '@hoptac/identity';
import type { LocalDate } from '@hoptac/kernel';
import type { PaperKind } from '@hoptac/papers';
import type { Rulebook } from '@hoptac/rulebook';

const AREA_KINDS: Readonly<Record<string, string>> = {
  province: 'tỉnh',
  district: 'huyện',
  city: 'thành phố',
  town: 'thị xã',
  commune: 'xã',
  ward: 'phường',
  townlet: 'thị trấn',
  specialZone: 'đặc khu',
};

function areaName(areas: AreaTree, code: string, on: LocalDate): string {
  const area = areas.find(code, on);
  return area === undefined ? code : `${AREA_KINDS[area.kind] ?? ''} ${area.name}`.trim();
}

/** `phường Rạch Giá, tỉnh An Giang`, as the areas stood on the day. */
export function areaLine(areas: AreaTree, code: string, on: LocalDate): string {
  const path = areas.pathOf(code, on);
  return (path.length === 0 ? [code] : path).map((area) => areaName(areas, area, on)).join(', ');
}

export const officeName = (areas: AreaTree, officeId: string, on: LocalDate): string =>
  `Ủy ban nhân dân ${areaName(areas, areas.areaOfOffice(officeId), on)}`;

/** Who signs a paper of the kind. */
export const POSITIONS: Readonly<Record<PaperKind, string>> = {
  receipt: 'Bộ phận tiếp nhận hồ sơ',
  foundingRequest: 'Người nộp hồ sơ',
  correctionNotice: 'Chuyên viên đăng ký',
  refusal: 'Lãnh đạo cơ quan đăng ký',
  certificate: 'Lãnh đạo cơ quan đăng ký',
  withdrawalConfirmation: 'Lãnh đạo cơ quan đăng ký',
  apology: 'Cơ quan đăng ký',
};

const SERIES: Readonly<Record<Exclude<PaperKind, 'certificate'>, string>> = {
  receipt: 'GTN',
  foundingRequest: 'GDN',
  correctionNotice: 'TBSD',
  refusal: 'TBTC',
  withdrawalConfirmation: 'TBD',
  apology: 'PXL',
};

/** Number of a paper within its case: `H01.91001-261123-0007/TBSD-01`. */
export const numberOf = (kind: Exclude<PaperKind, 'certificate'>, caseCode: string, occurrence: number): string =>
  `${caseCode}/${SERIES[kind]}-${String(occurrence).padStart(2, '0')}`;

const FIELDS: Readonly<Record<string, string>> = {
  kind: 'Loại hình',
  ownName: 'Tên riêng',
  foreignName: 'Tên bằng tiếng nước ngoài',
  abbreviation: 'Tên viết tắt',
  headOffice: 'Trụ sở chính',
  businessLines: 'Ngành, nghề kinh doanh',
  charterCapital: 'Vốn điều lệ',
  members: 'Thành viên và vốn góp',
  legalRepresentativeId: 'Người đại diện theo pháp luật',
  legalRepresentative: 'Người đại diện theo pháp luật',
  governance: 'Tổ chức quản trị',
  conference: 'Hội nghị thành lập',
  elected: 'Người được bầu',
  taxRegistration: 'Thông tin đăng ký thuế',
  beneficialOwners: 'Chủ sở hữu hưởng lợi',
  delivery: 'Nơi nhận kết quả',
};

/** A defect's subject in words: `document:charter` → `Điều lệ`, `headOffice.line` → `Trụ sở chính`; an unknown one as it stands. */
export function subjectName(subject: string, { source }: Rulebook): string {
  const [, document] = /^document:(.+)$/.exec(subject) ?? [];
  if (document !== undefined) return source.documentKinds[document]?.nameVi ?? document;
  return FIELDS[subject.split('.')[0] ?? ''] ?? subject;
}

const COUNTRIES = new Map([
  ['VN', 'Việt Nam'],
  ['KH', 'Campuchia'],
  ['LA', 'Lào'],
  ['CN', 'Trung Quốc'],
  ['JP', 'Nhật Bản'],
  ['KR', 'Hàn Quốc'],
  ['TH', 'Thái Lan'],
  ['US', 'Hoa Kỳ'],
]);

/** A table of our own: that of the runtime may change its words, and with them the bytes of papers issued before. Others print their code. */
export const countryName = (code: string): string => COUNTRIES.get(code) ?? code;
