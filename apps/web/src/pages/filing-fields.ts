import type { FieldPlace } from '../shared/problem-alert';
import { DOCUMENT_WORDS } from '../words';

const PLACES: Readonly<Record<string, FieldPlace>> = {
  '/application/kind': { id: 'kind', words: 'Loại hình' },
  '/application/ownName': { id: 'ownName', words: 'Tên riêng' },
  '/application/headOffice/areaCode': { id: 'areaCode', words: 'Xã, phường, đặc khu' },
  '/application/headOffice/line': { id: 'line', words: 'Thôn, ấp, số nhà, đường' },
  '/application/headOffice/phone': { id: 'phone', words: 'Điện thoại' },
  '/application/businessLines/0/code': { id: 'businessLine', words: 'Mã ngành chính' },
  '/application/charterCapital': { id: 'charterCapital', words: 'Vốn điều lệ' },
  '/application/governance': { id: 'governance', words: 'Tổ chức quản trị' },
  '/application/conference/heldOn': { id: 'conferenceOn', words: 'Ngày hội nghị thành lập' },
  '/application/members': { id: 'fullName-1', words: 'Thành viên' },
};

const MEMBER_FIELDS: Readonly<Record<string, string>> = {
  fullName: 'Họ, chữ đệm và tên',
  identityNumber: 'Số định danh cá nhân',
  dateOfBirth: 'Ngày sinh',
  contribution: 'Vốn góp',
  organisationCode: 'Mã số hợp tác xã thành viên',
};

/**
 * The field of the filing form that a pointer of the problem document means.
 * @param numbers For each member sent, its number on the form: empty rows are not sent.
 */
export function placeOf(pointer: string, numbers: readonly number[]): FieldPlace | undefined {
  const [, at, field] = /^\/application\/members\/(\d+)\/(?:person\/)?(\w+)$/.exec(pointer) ?? [];
  const number = at === undefined ? undefined : numbers[Number(at)];
  if (number !== undefined && field !== undefined && MEMBER_FIELDS[field] !== undefined)
    return { id: `${field}-${number}`, words: `Thành viên ${number}, ${MEMBER_FIELDS[field]}` };
  return PLACES[pointer];
}

/** Papers of a founding dossier that every applicant hands in (Law on Cooperatives 2023, Art. 42.2). */
export const FOUNDING_PAPERS = [
  'registrationRequest',
  'charter',
  'conferenceResolution',
  'memberList',
  'legalRepresentativeList',
].map((kind) => [kind, DOCUMENT_WORDS[kind] ?? kind] as const);
