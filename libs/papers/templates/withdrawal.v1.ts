import type { Sheet } from '../typesetting/sheet';
import { bold } from '../typesetting/words';
import type { WithdrawalFacts } from '../paper.types';
import { dayText } from '../words';
import { formNote, heading, letterhead, signature } from './frame';

/** Thông báo về việc dừng thực hiện thủ tục (D295 Art. 19.7). */
export function withdrawalV1(sheet: Sheet, facts: WithdrawalFacts): void {
  letterhead(sheet, facts);
  heading(sheet, 'Thông báo', 'Về việc dừng thực hiện thủ tục đăng ký');
  sheet.paragraph(['Kính gửi: ', bold(facts.organisationName)], { below: 8 });
  sheet.facts([
    ['Mã hồ sơ', bold(facts.caseCode)],
    ['Nhận hồ sơ ngày', dayText(facts.receivedOn)],
    ['Ngày đề nghị dừng', dayText(facts.requestedOn)],
    ['Lý do của người nộp', facts.reason],
    ['Ngày chấp thuận', dayText(facts.date)],
  ]);
  sheet.paragraph(
    `${facts.office} xác nhận đã dừng thực hiện thủ tục theo đề nghị của người nộp hồ sơ. Tên đã khai được trả lại cho việc đăng ký sau này; người nộp có thể nộp hồ sơ mới bất cứ lúc nào.`,
  );
  signature(sheet, facts);
  formNote(sheet, facts);
}
