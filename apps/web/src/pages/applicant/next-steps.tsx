import type { CaseView } from '../../api/types';
import { useNames } from '../../shared/area-name';
import { formatDay } from '../../shared/format';
import { say } from '../../shared/language';

/** Whole days from today until the day. */
const daysLeft = (today: string, day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);

/** Where it stands, in one sentence for somebody who knows nothing of procedures. */
export function stateSentence(it: CaseView, office: string, today: string): string {
  const due = formatDay(it.due.dueOn);
  switch (it.status) {
    case 'UnderExamination':
      return it.withdrawal
        ? say(`${office} đang xem đề nghị dừng thủ tục của bạn.`, `${office} is looking at your withdrawal.`)
        : say(
            `${office} đang xem hồ sơ và trả lời chậm nhất ngày ${due}. Bạn chưa phải làm gì.`,
            `${office} examines the dossier and answers by ${due}. You need not do anything now.`,
          );
    case 'AwaitingDecision':
      return say(
        `Chuyên viên đã xem xong, lãnh đạo ${office} đang quyết định, chậm nhất ngày ${due}.`,
        `The officer has finished; the head of ${office} decides by ${due}.`,
      );
    case 'AwaitingCorrection': {
      const until = it.correctionDue?.dueOn ?? it.due.dueOn;
      const left = daysLeft(today, until);
      const count = it.notices.at(-1)?.defects.length ?? 0;
      return say(
        `Cơ quan đăng ký yêu cầu sửa ${count} nội dung. Hạn nộp: ${formatDay(until)}, còn ${left} ngày.`,
        `The office asks you to mend ${count} things by ${formatDay(until)}; ${left} days are left.`,
      );
    }
    case 'Granted':
      return say(
        'Hồ sơ đã được chấp thuận. Giấy chứng nhận đang được cấp.',
        'Accepted. The certificate is being issued.',
      );
    case 'Registered':
      return say(
        'Đã cấp Giấy chứng nhận đăng ký hợp tác xã. Hợp tác xã của bạn đã thành lập.',
        'The certificate is issued. Your cooperative is founded.',
      );
    case 'Refused':
      return say(
        'Cơ quan đăng ký từ chối cấp đăng ký; lý do ở dưới.',
        'Registration was refused; the reason is below.',
      );
    case 'Lapsed':
      return say(
        'Hồ sơ đã bị hủy vì quá hạn nộp sửa đổi, bổ sung. Bạn có thể nộp hồ sơ mới.',
        'The dossier was cancelled because no correction came in time. You may file a new one.',
      );
    case 'Withdrawn':
      return say('Hồ sơ đã dừng theo đề nghị của bạn.', 'The dossier was withdrawn as you asked.');
    default:
      return it.step.vi;
  }
}

/** What will happen, in order. */
export function NextSteps({ dossier: it }: { dossier: CaseView }) {
  const names = useNames();
  const office = names.office(it.decidingOfficeId);
  const steps: Readonly<Record<string, readonly string[]>> = {
    UnderExamination: [
      say(`${office} kiểm tra hồ sơ trong 3 ngày làm việc.`, `${office} examines the dossier within 3 working days.`),
      say(
        'Nếu thiếu sót, bạn nhận một thông báo nêu đủ mọi nội dung và có 60 ngày để sửa.',
        'If something is missing you get one notice naming everything, and 60 days to mend it.',
      ),
      say(
        'Nếu hợp lệ, cơ quan thuế cấp mã số, lãnh đạo ký và bạn nhận Giấy chứng nhận.',
        'If it is valid, the tax authority gives the code, the head signs, and you receive the certificate.',
      ),
    ],
    AwaitingDecision: [
      it.taxCode
        ? say('Cơ quan thuế đã cấp mã số.', 'The tax authority has given the code.')
        : say('Đang chờ cơ quan thuế cấp mã số.', 'Waiting for the code of the tax authority.'),
      say('Lãnh đạo ký, rồi Giấy chứng nhận được cấp ngay.', 'The head signs; the certificate is issued at once.'),
    ],
    AwaitingCorrection: [
      say(
        'Bấm «Sửa đổi, bổ sung», sửa đúng các nội dung được nêu rồi nộp.',
        'Press «Sửa đổi, bổ sung», mend what is named, and file.',
      ),
      say('Cơ quan đăng ký xem lại trong 3 ngày làm việc.', 'The office looks again within 3 working days.'),
    ],
  };
  const list = steps[it.status];
  if (list === undefined) return null;
  return (
    <section aria-labelledby="next-heading">
      <h2 id="next-heading">{say('Tiếp theo', 'What comes next')}</h2>
      <ol>
        {list.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}
