import type { Sheet } from '../typesetting/sheet';
import { bold, italic } from '../typesetting/words';
import type { CertificateFacts } from '../paper.types';
import { dayText, dongText, sumInWords } from '../words';
import { formNote, heading, letterhead, signature } from './frame';

const TITLES = {
  cooperative: 'Giấy chứng nhận đăng ký hợp tác xã',
  cooperativeUnion: 'Giấy chứng nhận đăng ký liên hiệp hợp tác xã',
} as const;

/** Giấy chứng nhận đăng ký: what L23 Art. 45 names, and the code by which anyone verifies it. */
export function certificateV1(sheet: Sheet, facts: CertificateFacts): void {
  letterhead(sheet, facts);
  heading(sheet, TITLES[facts.kind]);
  sheet.paragraph(['Mã số: ', bold(facts.code)], { align: 'center', below: 1 });
  sheet.paragraph(italic(`Đăng ký lần đầu ngày ${dayText(facts.date)}`), { align: 'center', below: 14 });

  const part = (title: string): void => {
    sheet.paragraph(bold(title), { below: 3 });
  };
  part('1. Tên');
  sheet.facts([
    ['Tên viết bằng tiếng Việt', bold(facts.name)],
    ...(facts.foreignName === undefined ? [] : [['Tên bằng tiếng nước ngoài', facts.foreignName] as const]),
    ...(facts.abbreviation === undefined ? [] : [['Tên viết tắt', facts.abbreviation] as const]),
  ]);
  part('2. Trụ sở chính');
  sheet.facts([
    ['Địa chỉ', facts.address],
    ...(facts.phone === undefined ? [] : [['Điện thoại', facts.phone] as const]),
    ...(facts.email === undefined ? [] : [['Thư điện tử', facts.email] as const]),
  ]);
  part('3. Vốn điều lệ');
  sheet.facts([
    ['Bằng số', dongText(facts.charterCapital)],
    ['Bằng chữ', sumInWords(facts.charterCapital)],
  ]);
  part('4. Người đại diện theo pháp luật');
  const { representative } = facts;
  sheet.facts([
    ['Họ, chữ đệm và tên', bold(representative.fullName)],
    ...(representative.dateOfBirth === undefined ? [] : [['Ngày sinh', dayText(representative.dateOfBirth)] as const]),
    ['Quốc tịch', representative.nationality],
    ['Số định danh cá nhân', representative.identityNumber],
    ...(representative.residence === undefined ? [] : [['Địa chỉ liên lạc', representative.residence] as const]),
  ]);

  sheet.room(150);
  const code = 104;
  const top = sheet.y + 6;
  sheet.code(facts.verifyAddress, sheet.left, top, code);
  const column = { x: sheet.left, width: sheet.width * 0.44 };
  sheet.y = top + code + 4;
  sheet.paragraph(['Mã xác thực: ', bold(facts.token)], { at: column, size: 8.5, below: 1 });
  sheet.paragraph('Quét mã, hoặc nhập mã xác thực tại trang Xác thực Giấy chứng nhận, rồi so từng dòng.', {
    at: column,
    size: 8.5,
    below: 0,
  });
  const below = sheet.y;
  sheet.y = top;
  signature(sheet, facts);
  sheet.y = Math.max(sheet.y, below) + 6;
  sheet.paragraph(
    italic('Giấy chứng nhận này đồng thời là giấy chứng nhận đăng ký thuế và không phải là giấy phép kinh doanh.'),
    { size: 9, below: 0 },
  );
  formNote(sheet, facts);
}
