import type { RefusalFacts } from '../paper.types';
import type { Sheet } from '../typesetting/sheet';
import { bold } from '../typesetting/words';
import { dayText, evidenceText, lawText } from '../words';
import { formNote, heading, letterhead, signature } from './frame';

/** Thông báo từ chối cấp đăng ký: written, with its reason, and what may be done against it by which article and when (L23 Art. 42.4; D295 Art. 32). */
export function refusalV2(sheet: Sheet, facts: RefusalFacts): void {
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
  facts.remedies.forEach(({ text, within, article, evidence }, place) => {
    const term = within === undefined ? '' : `, trong ${within} kể từ ngày nhận được thông báo này`;
    const basis = ` (${lawText(article)}${evidenceText(evidence)}).`;
    sheet.paragraph(`${String(place + 1)}. ${text}${term}${basis}`, { indent: 10, below: 2 });
  });
  signature(sheet, facts);
  formNote(sheet, facts);
}
