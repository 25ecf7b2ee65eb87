import type { Sheet } from '../typesetting/sheet';
import { bold } from '../typesetting/words';
import type { ApologyFacts } from '../paper.types';
import { dayText } from '../words';
import { formNote, heading, letterhead, signature } from './frame';

const OWED = {
  decision: 'kết quả giải quyết hồ sơ',
  withdrawal: 'trả lời đề nghị dừng thực hiện thủ tục',
} as const;

/** Phiếu xin lỗi và hẹn lại ngày trả kết quả. */
export function apologyV1(sheet: Sheet, facts: ApologyFacts): void {
  letterhead(sheet, facts);
  heading(sheet, 'Phiếu xin lỗi và hẹn lại ngày trả kết quả');
  sheet.paragraph(['Kính gửi: ', bold(facts.organisationName)], { below: 6 });
  sheet.paragraph([
    `${facts.office} nhận hồ sơ mã `,
    bold(facts.caseCode),
    ` ngày ${dayText(facts.receivedOn)} và hẹn ${OWED[facts.what]} ngày `,
    bold(dayText(facts.dueOn)),
    '. Đến hết ngày này, cơ quan chưa giải quyết xong.',
  ]);
  if (facts.reason !== undefined) sheet.paragraph(`Lý do: ${facts.reason}`);
  sheet.paragraph('Cơ quan xin lỗi người nộp hồ sơ vì sự chậm trễ này.');
  sheet.paragraph(
    facts.newDueOn === undefined
      ? 'Ngày hẹn lại: cơ quan trả kết quả ngay khi giải quyết xong và báo cho người nộp.'
      : ['Ngày hẹn lại: ', bold(dayText(facts.newDueOn)), '.'],
  );
  sheet.paragraph(
    'Người nộp có quyền khiếu nại về việc chậm giải quyết theo pháp luật về khiếu nại, không phải làm thêm giấy tờ nào vì sự chậm trễ của cơ quan.',
  );
  signature(sheet, facts);
  formNote(sheet, facts);
}
