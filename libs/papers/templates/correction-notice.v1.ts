import type { Sheet } from '../typesetting/sheet';
import { bold } from '../typesetting/words';
import type { CorrectionNoticeFacts } from '../paper.types';
import { dayText, lawText, periodText } from '../words';
import { dueText, formNote, heading, letterhead, signature } from './frame';

/** Thông báo yêu cầu sửa đổi, bổ sung hồ sơ: one notice with every defect (D295 Art. 21). */
export function correctionNoticeV1(sheet: Sheet, facts: CorrectionNoticeFacts): void {
  letterhead(sheet, facts);
  heading(sheet, 'Thông báo', 'Về việc yêu cầu sửa đổi, bổ sung hồ sơ đăng ký');
  sheet.paragraph(['Kính gửi: ', bold(facts.organisationName)], { below: 8 });
  sheet.paragraph(
    `${facts.office} đã xem xét hồ sơ mã ${facts.caseCode}, nhận ngày ${dayText(facts.receivedOn)}, và thông báo các nội dung cần sửa đổi, bổ sung như sau:`,
  );
  sheet.table(
    [0.07, 0.25, 0.4, 0.28],
    [
      ['STT', 'Nội dung, tài liệu', 'Cần sửa đổi, bổ sung', 'Căn cứ pháp lý'],
      ...facts.defects.map(({ subject, reason, article }, place) => [
        String(place + 1),
        subject,
        reason,
        lawText(article),
      ]),
    ],
  );
  sheet.paragraph(
    'Đây là thông báo một lần, nêu toàn bộ nội dung cần sửa đổi, bổ sung. Người nộp chỉ sửa những nội dung được yêu cầu hoặc có liên quan.',
  );
  sheet.paragraph([
    'Hạn nộp hồ sơ sửa đổi, bổ sung: ',
    bold(dueText(facts.due)),
    ` (${periodText(facts.due)}; ${lawText(facts.due.article)}). Sau ngày này, nếu không nhận được hồ sơ sửa đổi, bổ sung, hồ sơ bị hủy; người nộp có thể nộp hồ sơ mới.`,
  ]);
  sheet.paragraph(
    'Thời hạn giải quyết được tính lại từ ngày nhận hồ sơ sửa đổi, bổ sung. Người nộp có quyền khiếu nại theo pháp luật về khiếu nại nếu không đồng ý với thông báo này.',
  );
  signature(sheet, facts);
  formNote(sheet, facts);
}
