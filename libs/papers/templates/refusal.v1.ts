import type { Sheet } from '../typesetting/sheet';
import { bold } from '../typesetting/words';
import type { RefusalFacts } from '../paper.types';
import { dayText, lawText } from '../words';
import { formNote, heading, letterhead, signature } from './frame';

/** Thông báo từ chối cấp đăng ký: written, with its reason, and what may be done against it (L23 Art. 42.4; D295 Art. 32). */
export function refusalV1(sheet: Sheet, facts: RefusalFacts): void {
  letterhead(sheet, facts);
  heading(sheet, 'Thông báo', 'Về việc từ chối cấp Giấy chứng nhận đăng ký');
  sheet.paragraph(['Kính gửi: ', bold(facts.organisationName)], { below: 8 });
  sheet.paragraph(
    `${facts.office} đã xem xét hồ sơ mã ${facts.caseCode}, nhận ngày ${dayText(facts.receivedOn)}, và từ chối cấp Giấy chứng nhận đăng ký.`,
  );
  sheet.facts(
    [
      ['Căn cứ từ chối', facts.ground],
      ['Căn cứ pháp lý', lawText(facts.article)],
      ['Lý do', facts.reason],
    ],
    0.24,
  );
  sheet.paragraph(bold('Quyền của người nộp hồ sơ'), { below: 3 });
  for (const right of [
    '1. Nộp hồ sơ mới sau khi khắc phục lý do nêu trên.',
    '2. Khiếu nại đến người đã ký thông báo này, hoặc đến cấp trên trực tiếp, theo pháp luật về khiếu nại.',
    '3. Khởi kiện tại Tòa án theo pháp luật về tố tụng hành chính.',
  ])
    sheet.paragraph(right, { indent: 10, below: 2 });
  signature(sheet, facts);
  formNote(sheet, facts);
}
