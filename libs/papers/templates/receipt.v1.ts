import type { Sheet } from '../typesetting/sheet';
import { bold } from '../typesetting/words';
import type { ReceiptFacts } from '../paper.types';
import { instantText, lawText, periodText } from '../words';
import { dueText, formNote, heading, letterhead, signature } from './frame';

const CHANNELS = {
  online: 'Trực tuyến',
  office: 'Nộp trực tiếp tại Bộ phận một cửa',
  post: 'Qua dịch vụ bưu chính',
} as const;

/** Giấy tiếp nhận hồ sơ và hẹn trả kết quả, A5 with the code that leads to the case. */
export function receiptV1(sheet: Sheet, facts: ReceiptFacts): void {
  letterhead(sheet, facts);
  heading(
    sheet,
    'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    facts.filing === 1 ? undefined : `Hồ sơ sửa đổi, bổ sung lần ${String(facts.filing - 1)}`,
  );
  const code = 78;
  const top = sheet.y;
  sheet.paragraph(['Mã hồ sơ: ', bold(facts.caseCode)], { at: { x: sheet.left, width: sheet.width - code - 8 } });
  sheet.paragraph(`${facts.office} đã tiếp nhận hồ sơ của:`, {
    at: { x: sheet.left, width: sheet.width - code - 8 },
  });
  sheet.paragraph(bold(facts.organisationName), { at: { x: sheet.left, width: sheet.width - code - 8 } });
  sheet.code(facts.trackAddress, sheet.left + sheet.width - code, top - 6, code);
  sheet.y = Math.max(sheet.y, top + code - 4);
  sheet.facts([
    ['Người đại diện theo pháp luật', facts.representative],
    ['Trụ sở chính', facts.address],
    ...(facts.phone === undefined ? [] : [['Điện thoại', facts.phone] as const]),
    ...(facts.email === undefined ? [] : [['Thư điện tử', facts.email] as const]),
    ['Nội dung yêu cầu giải quyết', facts.procedure],
    ['Cách nộp', CHANNELS[facts.channel]],
    ['Nhận hồ sơ lúc', instantText(facts.receivedAt)],
  ]);
  sheet.paragraph('Thành phần hồ sơ gồm:', { below: 2 });
  facts.documents.forEach(({ name, fileName }, place) => {
    sheet.paragraph(`${String(place + 1)}. ${name} (${fileName})`, { indent: 10, below: 1 });
  });
  sheet.space(4);
  sheet.facts([
    ['Thời hạn giải quyết', `${periodText(facts.due)} (${lawText(facts.due.article)})`],
    ['Hẹn trả kết quả ngày', [bold(dueText(facts.due))]],
    ['Nhận kết quả', 'Bản điện tử tại trang Hồ sơ của tôi'],
    ['Theo dõi hồ sơ', facts.trackAddress],
  ]);
  signature(sheet, facts);
  formNote(sheet, facts);
}
