import type { Sheet } from '../typesetting/sheet';
import { bold, italic } from '../typesetting/words';
import type { PaperHead } from '../paper.types';
import { dayText, evidenceText, instantText, lawText, longDayText } from '../words';

/** Office and number left; name and motto of the state right; place and date below (Decree 30/2020, part I). */
export function letterhead(sheet: Sheet, head: PaperHead): void {
  const small = sheet.size - 1;
  const top = sheet.y;
  const left = { x: sheet.left, width: sheet.width * 0.44 };
  const right = { x: sheet.left + sheet.width * 0.44, width: sheet.width * 0.56 };

  for (const line of officeLines(head.office))
    sheet.paragraph(line.toLocaleUpperCase('vi-VN'), { at: left, size: small, align: 'center', below: 0 });
  sheet.paragraph(bold('CƠ QUAN ĐĂNG KÝ KINH DOANH'), { at: left, size: small, align: 'center', below: 1 });
  sheet.rule(left.x + left.width * 0.3, left.width * 0.4);
  sheet.space(5);
  sheet.paragraph(`Số: ${head.number}`, { at: left, size: small, align: 'center', below: 0 });
  const leftEnd = sheet.y;

  sheet.y = top;
  sheet.paragraph(bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), { at: right, size: small, align: 'center', below: 0 });
  sheet.paragraph(bold('Độc lập – Tự do – Hạnh phúc'), { at: right, size: sheet.size, align: 'center', below: 1 });
  sheet.rule(right.x + right.width * 0.2, right.width * 0.6);
  sheet.space(5);
  sheet.paragraph(italic(`${head.place}, ${longDayText(head.date)}`), {
    at: right,
    size: small,
    align: 'center',
    below: 0,
  });
  sheet.y = Math.max(leftEnd, sheet.y) + sheet.size * 1.2;
}

const COMMITTEE = 'Ủy ban nhân dân ';
/** The committee on one line, its commune on the next. */
const officeLines = (office: string): readonly string[] =>
  office.startsWith(COMMITTEE) ? [COMMITTEE.trim(), office.slice(COMMITTEE.length)] : [office];

/** Name of the paper, centred, with what it is about below. */
export function heading(sheet: Sheet, title: string, about?: string): void {
  const capitals = title.toLocaleUpperCase('vi-VN');
  sheet.paragraph(bold(capitals), {
    size: sheet.size + 2,
    align: 'center',
    below: about === undefined ? sheet.size : 1,
  });
  if (about !== undefined) sheet.paragraph(bold(about), { align: 'center', below: sheet.size });
}

/** Who signed, right below the text; signing is an act on the system, so the place of a hand says when and by which account. */
export function signature(sheet: Sheet, { signer, at }: PaperHead): void {
  sheet.space(sheet.size * 0.6);
  sheet.room(sheet.size * 7);
  const right = { x: sheet.left + sheet.width * 0.46, width: sheet.width * 0.54 };
  sheet.paragraph(bold(signer.position.toLocaleUpperCase('vi-VN')), { at: right, align: 'center', below: 2 });
  sheet.paragraph(italic(`Ký trên hệ thống lúc ${instantText(at)}`), {
    at: right,
    size: sheet.size - 1,
    align: 'center',
    below: 0,
  });
  sheet.paragraph(italic(`Tài khoản: ${signer.account}`), { at: right, size: sheet.size - 1, align: 'center' });
}

/** The prescribed form and where it is prescribed, with how sure that is. */
export function formNote(sheet: Sheet, { form }: PaperHead): void {
  const code = form.code === undefined ? 'Mẫu chưa có mã được xác nhận' : `Mẫu ${form.code}`;
  sheet.space(sheet.size * 0.5);
  sheet.paragraph(italic(`${code}; căn cứ ${lawText(form.article)}${evidenceText(form.evidence)}.`), {
    size: sheet.size - 2.5,
  });
}

/** Day of a limit with the article it follows from. */
export const dueText = (due: {
  readonly dueOn: string;
  readonly article: string;
  readonly toConfirm: boolean;
}): string => `${dayText(due.dueOn)}${due.toConfirm ? ' (lịch làm việc của năm này còn phải xác nhận)' : ''}`;
