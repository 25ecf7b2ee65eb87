import type { CaseView } from '../api/types';

/** One thing that a person may do with a case: its button, and where it is sent. */
export interface Step {
  readonly words: string;
  readonly path: string;
  /** What is asked before it is sent: a reason, the list of defects, or a look at the paper that will be issued. */
  readonly asks?: 'reason' | 'defects' | 'certificate';
  /** First press, which only opens what is asked. */
  readonly opens?: string;
  readonly reasonWords?: string;
  readonly body: (reason: string, dossier: Pick<CaseView, 'round' | 'openChecks'>) => unknown;
  readonly tone: 'main' | 'plain' | 'grave';
}

/** Button and body of each action the server allows, in the order of its list; the pages know no rule of their own. */
export const STEPS: Readonly<Record<string, Step>> = {
  takeCase: { words: 'Nhận xử lý', path: 'claims', body: () => ({}), tone: 'main' },
  recordCheck: {
    words: 'Xác nhận các mục kiểm tra và tài liệu',
    path: 'check-confirmations',
    body: (_reason, { round, openChecks }) => ({
      round,
      checks: openChecks.map((check) => ({ check, outcome: 'passed' })),
    }),
    tone: 'main',
  },
  requestCorrection: {
    words: 'Ban hành thông báo sửa đổi, bổ sung',
    opens: 'Yêu cầu sửa đổi, bổ sung',
    path: 'correction-requests',
    asks: 'defects',
    body: () => ({}),
    tone: 'plain',
  },
  proposeGrant: {
    words: 'Trình cấp Giấy chứng nhận',
    path: 'examinations',
    body: () => ({ decision: 'grant' }),
    tone: 'main',
  },
  proposeRefusal: {
    words: 'Trình từ chối',
    path: 'examinations',
    asks: 'reason',
    reasonWords: 'Lý do từ chối: điều kiện cấp đăng ký chưa đủ ở điểm nào',
    body: (reason) => ({ decision: 'refuse', ground: 'conditionsNotMet', reason }),
    tone: 'plain',
  },
  returnToExaminer: {
    words: 'Trả lại chuyên viên',
    path: 'returns',
    asks: 'reason',
    reasonWords: 'Lý do trả lại',
    body: (reason) => ({ reason }),
    tone: 'plain',
  },
  grantRegistration: {
    words: 'Ký và cấp Giấy chứng nhận',
    opens: 'Xem bản Giấy chứng nhận',
    path: 'decisions',
    asks: 'certificate',
    body: () => ({ decision: 'grant' }),
    tone: 'main',
  },
  refuseRegistration: {
    words: 'Từ chối cấp đăng ký',
    path: 'decisions',
    asks: 'reason',
    reasonWords: 'Lý do từ chối',
    body: (reason) => ({ decision: 'refuse', ground: 'conditionsNotMet', reason }),
    tone: 'grave',
  },
  requestWithdrawal: {
    words: 'Đề nghị dừng thực hiện thủ tục',
    path: 'withdrawal-requests',
    asks: 'reason',
    reasonWords: 'Lý do dừng',
    body: (reason) => ({ reason }),
    tone: 'grave',
  },
  acceptWithdrawal: {
    words: 'Chấp thuận dừng thủ tục',
    path: 'withdrawal-decisions',
    body: () => ({ outcome: 'accept' }),
    tone: 'grave',
  },
  refuseWithdrawal: {
    words: 'Không chấp thuận dừng',
    path: 'withdrawal-decisions',
    asks: 'reason',
    reasonWords: 'Lý do không chấp thuận',
    body: (reason) => ({ outcome: 'refuse', reason }),
    tone: 'plain',
  },
};
