import { addMessages } from '@hoptac/platform';
import './application-messages';
import './fund-messages';

/** What the fund says to people; codes are stable for ever. */
addMessages({
  'SUPPORT_FUND.ONE_RATE': {
    vi: 'Chỉ nêu một lãi suất cho cả kỳ hạn, hoặc các lãi suất theo ngày, không nêu cả hai.',
    en: 'Give one rate for the whole term, or rates by day, not both.',
  },
  'SUPPORT_FUND.ONE_KIND_OF_DUE_DAYS': {
    vi: 'Chỉ nêu một trong ba: các kỳ đều, các ngày trả nợ, hoặc các vụ thu hoạch.',
    en: 'Give exactly one of: even periods, agreed days, harvests.',
  },
  'LOAN_SCHEDULES.PRINCIPAL_INVALID': {
    vi: 'Tiền vay phải là số đồng nguyên, lớn hơn 0.',
    en: 'The principal must be a whole number of đồng above zero.',
  },
  'LOAN_SCHEDULES.DISBURSEMENT_INVALID': {
    vi: 'Mỗi lần giải ngân cần ngày và số đồng nguyên.',
    en: 'Every disbursement needs a day and a whole number of đồng.',
  },
  'LOAN_SCHEDULES.DISBURSEMENTS_OUT_OF_ORDER': {
    vi: 'Các lần giải ngân phải theo thứ tự ngày.',
    en: 'The disbursements must be in order of their days.',
  },
  'LOAN_SCHEDULES.DISBURSEMENTS_DIFFER': {
    vi: 'Tổng giải ngân {disbursed} đồng không bằng tiền vay {principal} đồng.',
    en: 'The disbursements add up to {disbursed} đồng, not to the principal of {principal} đồng.',
  },
  'LOAN_SCHEDULES.RATE_INVALID': {
    vi: 'Lãi suất là số điểm cơ bản nguyên từ 0 đến 10.000, từ một ngày có thật.',
    en: 'A rate is whole basis points from 0 to 10,000, from a day that exists.',
  },
  'LOAN_SCHEDULES.RATES_OUT_OF_ORDER': {
    vi: 'Các lãi suất phải theo thứ tự ngày và có hiệu lực từ lần giải ngân đầu tiên.',
    en: 'Rates must be in order, and one must hold from the first disbursement on.',
  },
  'LOAN_SCHEDULES.ROUNDING_INVALID': {
    vi: 'Chỉ làm tròn đến 1, 100 hoặc 1.000 đồng.',
    en: 'Amounts are rounded to 1, 100 or 1,000 đồng.',
  },
  'LOAN_SCHEDULES.DUE_DAYS_INVALID': { vi: 'Lịch trả nợ có từ 1 đến 600 kỳ.', en: 'A plan has 1 to 600 due days.' },
  'LOAN_SCHEDULES.DUE_DAYS_OUT_OF_ORDER': {
    vi: 'Các ngày trả nợ phải có thật và nối tiếp nhau.',
    en: 'Due days must exist and follow one another.',
  },
  'LOAN_SCHEDULES.DUE_BEFORE_MONEY': {
    vi: 'Ngày trả nợ đầu tiên phải sau lần giải ngân đầu tiên.',
    en: 'The first due day lies after the first disbursement.',
  },
  'LOAN_SCHEDULES.DISBURSED_AFTER_END': {
    vi: 'Mọi lần giải ngân phải trước ngày trả nợ cuối cùng.',
    en: 'Every disbursement lies before the last due day.',
  },
  'LOAN_SCHEDULES.SHARE_INVALID': {
    vi: 'Tỷ trọng hoặc số gốc của một ngày không được âm.',
    en: 'A share or an agreed principal is not negative.',
  },
  'LOAN_SCHEDULES.GRACE_TOO_LONG': {
    vi: 'Sau thời gian ân hạn phải còn ít nhất một kỳ trả nợ.',
    en: 'At least one due day lies after the grace.',
  },
  'LOAN_SCHEDULES.GRACE_ALREADY_AGREED': {
    vi: 'Khi gốc từng ngày đã thỏa thuận thì không nêu thêm ân hạn gốc.',
    en: 'Days with agreed principal say themselves when none is repaid.',
  },
  'LOAN_SCHEDULES.NO_SHARE_LEFT': {
    vi: 'Không còn kỳ nào để trả gốc.',
    en: 'No due day is left to repay on.',
  },
  'LOAN_SCHEDULES.AGREED_PRINCIPAL_MISSING': {
    vi: 'Mỗi ngày đã thỏa thuận phải có số gốc.',
    en: 'Every agreed day needs its principal.',
  },
  'LOAN_SCHEDULES.AGREED_PRINCIPAL_DIFFERS': {
    vi: 'Tổng gốc đã thỏa thuận {agreed} đồng không bằng tiền vay {principal} đồng.',
    en: 'The agreed principal adds up to {agreed} đồng, not to the loan of {principal} đồng.',
  },
  'LOAN_SCHEDULES.REPAID_BEFORE_DISBURSED': {
    vi: 'Đến ngày {on} phải trả nhiều hơn số đã giải ngân.',
    en: 'By {on} more would be repaid than has been paid out.',
  },
});
