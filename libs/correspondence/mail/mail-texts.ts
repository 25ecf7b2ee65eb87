import type { FiledDossier } from '@hoptac/dossiers';
import { fullName } from '@hoptac/registry';
import { loadRulebook, remediesAgainst, type Remedy } from '@hoptac/rulebook';
import type { NoticeKind } from '../domain';

type Two = readonly [vi: string, en: string];
interface Wording {
  readonly subject: Two;
  readonly body: (facts: MailFacts) => Two;
}

/** What a mail may say: the case and its dates; no person, no content of a notice (those are read after signing in). */
export interface MailFacts {
  readonly caseCode: string;
  readonly organisation: string;
  /** Day of the limit the notice speaks of, `dd/mm/yyyy`. */
  readonly dueOn: string;
  readonly address: string;
  /** What may be done against a refusal, whatever its ground. */
  readonly remedies: readonly Pick<Remedy, 'textVi' | 'textEn'>[];
}

const WORDINGS: Readonly<Record<NoticeKind, Wording>> = {
  received: {
    subject: ['Đã tiếp nhận hồ sơ', 'Your dossier was received'],
    body: ({ dueOn }) => [
      `Cơ quan đăng ký đã tiếp nhận hồ sơ và hẹn trả kết quả ngày ${dueOn}. Giấy tiếp nhận hồ sơ và hẹn trả kết quả có tại trang hồ sơ.`,
      `The registration office has received the dossier and will answer by ${dueOn}. The receipt is on the dossier’s page.`,
    ],
  },
  correctionRequested: {
    subject: ['Cần sửa đổi, bổ sung hồ sơ', 'Your dossier needs correction'],
    body: ({ dueOn }) => [
      `Cơ quan đăng ký yêu cầu sửa đổi, bổ sung hồ sơ. Hạn nộp: ${dueOn}. Mở trang hồ sơ để đọc thông báo và nộp bổ sung; quá hạn này hồ sơ bị hủy.`,
      `The registration office asks for corrections by ${dueOn}. Open the dossier’s page to read the notice and to answer it; after that day the dossier is cancelled.`,
    ],
  },
  reminder: {
    subject: ['Nhắc hạn nộp bổ sung hồ sơ', 'Reminder: your correction is due'],
    body: ({ dueOn }) => [
      `Hạn nộp hồ sơ sửa đổi, bổ sung là ngày ${dueOn}. Quá hạn này hồ sơ bị hủy.`,
      `Your corrected dossier is due on ${dueOn}. After that day the dossier is cancelled.`,
    ],
  },
  late: {
    subject: ['Xin lỗi vì chậm trả kết quả', 'Apology for the late answer'],
    body: () => [
      'Cơ quan đăng ký chưa giải quyết xong hồ sơ đúng hẹn và xin lỗi vì sự chậm trễ. Phiếu xin lỗi và hẹn lại ngày trả kết quả có tại trang hồ sơ. Bạn có quyền khiếu nại.',
      'The registration office did not answer in time and apologises. The apology is on the dossier’s page. You have the right to complain.',
    ],
  },
  certificateIssued: {
    subject: ['Đã cấp Giấy chứng nhận đăng ký', 'Your registration certificate was issued'],
    body: () => [
      'Giấy chứng nhận đăng ký đã được cấp. Mở trang hồ sơ để tải về.',
      'The registration certificate was issued. Open the dossier’s page to download it.',
    ],
  },
  refused: {
    subject: ['Hồ sơ bị từ chối cấp đăng ký', 'Your registration was refused'],
    body: ({ remedies }) => [
      `Cơ quan đăng ký từ chối cấp đăng ký. Mở trang hồ sơ để đọc lý do. Bạn có thể: ${remedies.map(({ textVi }) => textVi.toLowerCase()).join('; ')}.`,
      `The registration office refused the registration. Open the dossier’s page to read why. You may: ${remedies.map(({ textEn }) => textEn.toLowerCase()).join('; ')}.`,
    ],
  },
  lapsed: {
    subject: ['Hồ sơ đã bị hủy vì quá hạn bổ sung', 'Your dossier was cancelled'],
    body: () => [
      'Hồ sơ đã bị hủy vì không nhận được hồ sơ sửa đổi, bổ sung đúng hạn. Bạn có thể nộp hồ sơ mới.',
      'The dossier was cancelled because no correction arrived in time. You may file a new one.',
    ],
  },
  withdrawn: {
    subject: ['Đã dừng thực hiện thủ tục', 'The procedure was stopped'],
    body: () => [
      'Thủ tục đã dừng theo đề nghị của bạn. Thông báo có tại trang hồ sơ; bạn có thể nộp hồ sơ mới bất cứ lúc nào.',
      'The procedure was stopped at your request. The confirmation is on the dossier’s page; you may file again at any time.',
    ],
  },
};

const day = (date: string): string => date.split('-').reverse().join('/');

/** What the mail of a notice may say of the dossier as it stood at its fact. */
export const mailFacts = (state: FiledDossier, publicUrl: string): MailFacts => ({
  caseCode: state.caseCode,
  organisation: fullName(state.application.kind, state.application.ownName),
  dueOn: day(state.status === 'AwaitingCorrection' ? state.correctionDue.dueOn : state.due.dueOn),
  // The ground is read after signing in; what holds for every ground stands in the mail.
  remedies: remediesAgainst(loadRulebook(), 'conditionsNotMet', state.regime),
  address: `${publicUrl.replace(/\/$/, '')}/ho-so-cua-toi/${state.dossierId}`,
});

/** Subject and text in both languages, Vietnamese first. */
export function mailText(kind: NoticeKind, facts: MailFacts): { readonly subject: string; readonly text: string } {
  const { subject, body } = WORDINGS[kind];
  const [vi, en] = body(facts);
  const { caseCode, organisation, address } = facts;
  return {
    subject: `${subject[0]} ${caseCode}`,
    text: [
      `Hồ sơ ${caseCode}: ${organisation}`,
      '',
      vi,
      address,
      '',
      'Đây là thư tự động; xin đừng trả lời thư này.',
      '',
      '———',
      '',
      `${subject[1]} (${caseCode})`,
      '',
      en,
      '',
      'This mail was sent automatically; please do not answer it.',
      '',
    ].join('\n'),
  };
}
