import { formatDong, formatNumber } from '../../../shared/format';
import { language, say } from '../../../shared/language';
import type { FieldPlace } from '../../../shared/problem-alert';
import { CHECK_WORDS } from '../../../words';
import { amount } from '../../amount';
import type { CheckFinding, DraftForm, FieldFinding, SectionFindings } from './draft-types';

const FIELD_WORDS: Readonly<Record<string, string>> = {
  kind: say('Loại hình', 'Kind'),
  ownName: say('Tên riêng', 'Own name'),
  areaCode: say('Xã, phường, đặc khu', 'Commune'),
  line: say('Thôn, ấp, số nhà, đường', 'Hamlet, number, street'),
  phone: say('Điện thoại', 'Phone'),
  email: say('Thư điện tử', 'E-mail'),
  website: say('Trang web', 'Website'),
  charterCapital: say('Vốn điều lệ', 'Charter capital'),
  members: say('Thành viên', 'Members'),
  fullName: say('Họ, chữ đệm và tên', 'Full name'),
  identityNumber: say('Số định danh cá nhân', 'Personal number'),
  dateOfBirth: say('Ngày sinh', 'Date of birth'),
  nationality: say('Quốc tịch', 'Nationality'),
  contribution: say('Vốn góp', 'Contribution'),
  organisationCode: say('Mã số hợp tác xã thành viên', 'Code of the member cooperative'),
  governance: say('Cách tổ chức quản trị', 'Governance'),
  heldOn: say('Ngày họp', 'Day of the conference'),
  minutesOn: say('Ngày lập biên bản', 'Day of the minutes'),
  foundersInvited: say('Số sáng lập viên được mời', 'Founders invited'),
  foundersAttended: say('Số sáng lập viên dự họp', 'Founders who attended'),
  votesForCharter: say('Số phiếu thông qua Điều lệ', 'Votes for the charter'),
  votesForMemberList: say('Số phiếu thông qua danh sách thành viên', 'Votes for the list of members'),
  votesForPlan: say('Số phiếu thông qua phương án sản xuất, kinh doanh', 'Votes for the business plan'),
  votesFor: say('Số phiếu bầu', 'Votes'),
  accountingYearStart: say('Ngày bắt đầu năm tài chính', 'Start of the accounting year'),
  vatMethod: say('Phương pháp tính thuế giá trị gia tăng', 'Method of value-added tax'),
  employees: say('Số lao động', 'Employees'),
  expectedStartOn: say('Ngày dự kiến bắt đầu hoạt động', 'Expected start'),
  form: say('Hình thức nhận kết quả', 'How to receive the result'),
  officeId: say('Nơi nhận', 'Where'),
  address: say('Địa chỉ nhận', 'Address'),
};

export const fieldWords = (field: string): string => FIELD_WORDS[field] ?? field;

/** Fields of the form that bear another id than the last part of the pointer. */
const IDS: Readonly<Record<string, string>> = {
  form: 'delivery',
  officeId: 'deliveryOfficeId',
  address: 'deliveryAddress',
};

/** Keys of the members that are sent, in order; rows in which nothing stands are not. */
export const sentKeys = ({ members = [] }: DraftForm): readonly string[] =>
  members
    .filter(({ fullName, identityNumber, contribution, organisationCode }) =>
      [fullName, identityNumber, contribution, organisationCode].some((text) => (text ?? '').trim() !== ''),
    )
    .map(({ key }) => key);

/** Where a pointer of the server stands on the form. */
export function placeOf(pointer: string, form: DraftForm): FieldPlace & { readonly member?: string } {
  const parts = pointer.split('/');
  const field = parts.at(-1) ?? '';
  const words = fieldWords(field);
  const [, , list, at] = parts;
  const member = list === 'members' ? sentKeys(form)[Number(at)] : undefined;
  if (member !== undefined) {
    const name = form.members?.find(({ key }) => key === member)?.fullName;
    const who =
      name === undefined || name === '' ? say(`Thành viên ${Number(at) + 1}`, `Member ${Number(at) + 1}`) : name;
    return { id: field === 'personalNumber' ? 'identityNumber' : field, words: `${who}: ${words}`, member };
  }
  if (list === 'elected' && at !== undefined) return { id: `elected-${at}-${field}`, words };
  return { id: IDS[field] ?? field, words };
}

export const findingText = ({ vi, en }: Pick<FieldFinding, 'vi' | 'en'>): string => say(vi, en);

const share = (basisPoints: unknown): string => `${formatNumber(Number(basisPoints) / 100)}\u00a0%`;

/** What a check found, as a sentence about this form. */
export function checkSentence({ check, inputs }: CheckFinding, form: DraftForm): string {
  switch (check) {
    case 'minimumMembers':
      return say(
        `${form.kind === 'cooperativeUnion' ? 'Liên hiệp hợp tác xã' : 'Hợp tác xã'} cần ít nhất ${inputs['minimum']} thành viên chính thức; danh sách có ${inputs['members']}.`,
        `At least ${inputs['minimum']} official members are needed; the list has ${inputs['members']}.`,
      );
    case 'memberShare': {
      const largest = Number(inputs['amount']);
      const holder = form.members?.find(({ contribution }) => amount(contribution ?? '') === largest)?.fullName ?? '';
      const part = share(Math.round((largest / Number(inputs['charterCapital'])) * 10_000));
      return say(
        `${holder} góp ${part} vốn điều lệ; tối đa là ${share(inputs['limitBasisPoints'])}.`,
        `${holder} holds ${part} of the charter capital; at most ${share(inputs['limitBasisPoints'])} is allowed.`,
      );
    }
    case 'capitalAddsUp': {
      const [capital, sum] = [Number(inputs['charterCapital']), Number(inputs['contributed'])];
      return say(
        `Vốn điều lệ ${formatDong(capital)}, tổng vốn góp của thành viên ${formatDong(sum)}: lệch ${formatDong(Math.abs(capital - sum))}.`,
        `Charter capital ${formatDong(capital)}, contributions ${formatDong(sum)}: ${formatDong(Math.abs(capital - sum))} apart.`,
      );
    }
    case 'nameNotDuplicate':
      return say(
        'Tên này trùng với tên đã đăng ký hoặc đang được giữ cho hồ sơ khác. Xin chọn tên khác.',
        'This name is registered, or held for another dossier. Please choose another.',
      );
    case 'nameNotConfusing':
      return say(
        `Tên dễ nhầm với «${String(inputs['confusing'])}»; cơ quan đăng ký sẽ xem xét.`,
        `The name may be confused with «${String(inputs['confusing'])}»; the office will judge.`,
      );
    case 'nameForm':
      return say(
        'Tên chỉ gồm chữ tiếng Việt, chữ F, J, Z, W, chữ số và ký hiệu được phép, không lặp lại chữ «Hợp tác xã».',
        'The name consists of Vietnamese letters, F, J, Z, W, digits and allowed signs, without the words «Hợp tác xã».',
      );
    default: {
      const words = CHECK_WORDS[check] ?? check;
      return language === 'vi' ? `Chưa đạt: ${words}.` : `Not fulfilled: ${words}.`;
    }
  }
}

/** What keeps a section from being done: wrong fields, then failed checks. */
export const blocking = (found: SectionFindings | undefined): number =>
  found === undefined ? 0 : found.fields.length + found.checks.filter(({ outcome }) => outcome === 'failed').length;
