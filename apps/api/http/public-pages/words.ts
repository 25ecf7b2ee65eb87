import type { WordTable } from './speech';

const ZONE = 'Asia/Ho_Chi_Minh';
const DAY = { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' } as const;
const dayFormat = new Intl.DateTimeFormat('vi-VN', DAY);
const timeFormat = new Intl.DateTimeFormat('vi-VN', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const number = new Intl.NumberFormat('vi-VN');

/** `2026-11-22` → `22/11/2026`. */
export const dayText = (day: string): string => dayFormat.format(new Date(`${day}T12:00:00+07:00`));
/** An instant by the clock of Việt Nam: `10:32:05 22/11/2026`. */
export const instantText = (instant: string): string =>
  `${timeFormat.format(new Date(instant))} ${dayFormat.format(new Date(instant))}`;
/** Đồng with the unit behind a no-break space. */
export const dongText = (amount: number): string => `${number.format(amount)}\u00a0₫`;

/** Legal status in the words of the law. */
export const LEGAL_STATUS_WORDS: WordTable = {
  ACTIVE: ['Đang hoạt động', 'Active'],
  SUSPENDED: ['Tạm ngừng kinh doanh', 'Business suspended'],
  NOT_AT_ADDRESS: ['Không hoạt động tại địa chỉ đã đăng ký', 'Not at its registered address'],
  REVOKED_TAX: ['Bị thu hồi do cưỡng chế về quản lý thuế', 'Revoked by tax enforcement'],
  DISSOLVING: [
    'Đang làm thủ tục giải thể, bị chia, bị hợp nhất, được sáp nhập',
    'Being dissolved, divided, consolidated or merged',
  ],
  TERMINATING: ['Đang làm thủ tục chấm dứt hoạt động', 'Being terminated'],
  BANKRUPTCY: ['Đang làm thủ tục phá sản', 'In bankruptcy'],
  ENDED: ['Đã giải thể, phá sản, chấm dứt tồn tại', 'Dissolved, bankrupt or ended'],
  TERMINATED: ['Đã chấm dứt hoạt động', 'Terminated'],
};

export const KIND_WORDS: WordTable = {
  cooperative: ['Hợp tác xã', 'Cooperative'],
  cooperativeUnion: ['Liên hiệp hợp tác xã', 'Cooperative union'],
  cooperativeGroup: ['Tổ hợp tác', 'Cooperative group'],
};

/** How sure a rule is. */
export const EVIDENCE_WORDS: WordTable = {
  verified: ['Đã kiểm chứng', 'Verified'],
  secondary: ['Nguồn thứ cấp', 'Secondary source'],
  to_confirm: ['Cần xác nhận', 'To be confirmed'],
};
