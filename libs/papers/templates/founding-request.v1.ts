import type { Sheet } from '../typesetting/sheet';
import { bold } from '../typesetting/words';
import type { PaperPerson, RequestFacts } from '../paper.types';
import { dayText, dongText, instantText, sumInWords } from '../words';
import { formNote, heading } from './frame';

const KINDS = { cooperative: 'hợp tác xã', cooperativeUnion: 'liên hiệp hợp tác xã' } as const;
const MEMBER_KINDS = {
  official: 'Thành viên chính thức',
  capitalContributing: 'Thành viên liên kết góp vốn',
  nonContributing: 'Thành viên liên kết không góp vốn',
} as const;
const GOVERNANCE = { full: 'Tổ chức quản trị đầy đủ', simplified: 'Tổ chức quản trị rút gọn' } as const;

const personRows = (person: PaperPerson): readonly (readonly [string, string])[] => [
  ['Họ, chữ đệm và tên', person.fullName],
  ...(person.dateOfBirth === undefined ? [] : [['Ngày sinh', dayText(person.dateOfBirth)] as const]),
  ['Quốc tịch', person.nationality],
  ['Số định danh cá nhân', person.identityNumber],
  ...(person.residence === undefined ? [] : [['Nơi ở', person.residence] as const]),
  ...(person.phone === undefined ? [] : [['Điện thoại', person.phone] as const]),
];

/** Giấy đề nghị đăng ký, printed from what was declared; the applicant's paper, so that no office stands at its head (L23 Art. 43; D295 Art. 30–31). */
export function foundingRequestV1(sheet: Sheet, facts: RequestFacts): void {
  sheet.paragraph(bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), { align: 'center', below: 0 });
  sheet.paragraph(bold('Độc lập – Tự do – Hạnh phúc'), { align: 'center', below: 2 });
  sheet.rule(sheet.left + sheet.width * 0.32, sheet.width * 0.36);
  sheet.space(16);
  heading(sheet, `Giấy đề nghị đăng ký ${KINDS[facts.kind]}`);
  sheet.paragraph(['Kính gửi: ', bold(`${facts.office}, cơ quan đăng ký kinh doanh`)], { below: 2 });
  sheet.paragraph(`Mã hồ sơ: ${facts.caseCode}; nộp lúc ${instantText(facts.at)}`, { below: 10 });

  const part = (title: string): void => {
    sheet.room(sheet.size * 4);
    sheet.paragraph(bold(title), { below: 3 });
  };
  part('1. Tên');
  sheet.facts([
    ['Tên viết bằng tiếng Việt', bold(facts.organisationName)],
    ...(facts.foreignName === undefined ? [] : [['Tên bằng tiếng nước ngoài', facts.foreignName] as const]),
    ...(facts.abbreviation === undefined ? [] : [['Tên viết tắt', facts.abbreviation] as const]),
  ]);
  part('2. Trụ sở chính');
  sheet.facts([
    ['Địa chỉ', facts.address],
    ...(facts.phone === undefined ? [] : [['Điện thoại', facts.phone] as const]),
    ...(facts.email === undefined ? [] : [['Thư điện tử', facts.email] as const]),
  ]);
  part('3. Ngành, nghề kinh doanh');
  sheet.table(
    [0.14, 0.66, 0.2],
    [
      ['Mã ngành', 'Nội dung', 'Ngành chính'],
      ...facts.businessLines.map(({ code, detail, main }) => [code, detail ?? '', main ? 'Có' : '']),
    ],
  );
  part('4. Vốn điều lệ');
  sheet.facts([
    ['Bằng số', dongText(facts.charterCapital)],
    ['Bằng chữ', sumInWords(facts.charterCapital)],
  ]);
  part('5. Người đại diện theo pháp luật');
  sheet.facts(personRows(facts.representative));
  part('6. Tổ chức và hội nghị thành lập');
  sheet.facts([
    ['Mô hình', GOVERNANCE[facts.governance]],
    ['Ngày họp hội nghị thành lập', dayText(facts.conference.heldOn)],
    [
      'Sáng lập viên được mời, có mặt',
      `${String(facts.conference.foundersInvited)}, ${String(facts.conference.foundersAttended)}`,
    ],
    ['Phiếu thông qua điều lệ', String(facts.conference.votesForCharter)],
  ]);
  part('7. Danh sách thành viên');
  sheet.table(
    [0.07, 0.3, 0.2, 0.23, 0.2],
    [
      ['STT', 'Họ, chữ đệm và tên', 'Số định danh', 'Loại thành viên', 'Vốn góp'],
      ...facts.members.map(({ person, kind, contribution }, place) => [
        String(place + 1),
        person.fullName,
        person.identityNumber,
        MEMBER_KINDS[kind],
        dongText(contribution),
      ]),
    ],
  );
  sheet.paragraph(
    'Người đề nghị cam kết nội dung khai là trung thực, chính xác và chịu trách nhiệm trước pháp luật về nội dung đó.',
  );
  formNote(sheet, facts);
}
