import { addMessages } from '@hoptac/platform';

/** What loans, ledger and limits say to people; codes are stable for ever. */
addMessages({
  'SUPPORT_FUND.STEP_INCOMPLETE': { vi: 'Đề nghị {kind} thiếu {field}.', en: 'A step {kind} needs {field}.' },
  'SUPPORT_FUND.STATEMENT_INVALID': {
    vi: 'Không đọc được dòng {line} của sao kê ({field}).',
    en: 'Line {line} of the statement cannot be read ({field}).',
  },
  'SUPPORT_FUND.ACCOUNT_UNKNOWN': { vi: 'Không có tài khoản {account}.', en: 'There is no account {account}.' },
  'SUPPORT_FUND.YEAR_INVALID': { vi: 'Năm {year} không hợp lệ.', en: 'The year {year} is not valid.' },
  'SUPPORT_FUND.CONTRACT_NOT_READY': {
    vi: 'Hồ sơ vay {applicationId} chưa có hợp đồng với tài sản bảo đảm hoàn tất (tình trạng {status}).',
    en: 'The application {applicationId} has no contract with perfected security yet (status {status}).',
  },
  'SUPPORT_FUND.LOAN_NOT_FOUND': { vi: 'Không có khoản vay này.', en: 'There is no such loan.' },
  'SUPPORT_FUND.LOAN_ENDED': { vi: 'Khoản vay đã kết thúc.', en: 'The loan has ended.' },
  'SUPPORT_FUND.VALUE_DATE_IN_FUTURE': {
    vi: 'Ngày giá trị {effectiveOn} chưa đến; hôm nay là {today}.',
    en: 'The value date {effectiveOn} has not come; today is {today}.',
  },
  'SUPPORT_FUND.VALUE_DATE_BEFORE_LOAN': {
    vi: 'Ngày giá trị {effectiveOn} trước khi khoản vay bắt đầu ({from}).',
    en: 'The value date {effectiveOn} lies before the loan began ({from}).',
  },
  'SUPPORT_FUND.AMOUNT_INVALID': {
    vi: 'Số tiền phải là số đồng nguyên, lớn hơn 0.',
    en: 'An amount is a whole number of đồng above zero.',
  },
  'SUPPORT_FUND.STEP_NOT_FOUND': {
    vi: 'Không có bước {stepId} đang chờ duyệt.',
    en: 'No step {stepId} waits for release.',
  },
  'SUPPORT_FUND.FOUR_EYES': {
    vi: 'Người lập và người duyệt phải là những người khác nhau.',
    en: 'Whoever prepares and whoever releases must be different persons.',
  },
  'SUPPORT_FUND.NOTHING_DISBURSED': {
    vi: 'Khoản vay chưa được giải ngân.',
    en: 'Nothing has been paid out on this loan yet.',
  },
  'SUPPORT_FUND.REFUND_TOO_MUCH': {
    vi: 'Tiền thừa của bên vay chỉ còn {credit} đồng.',
    en: 'The borrower has only {credit} đồng to his credit.',
  },
  'SUPPORT_FUND.ALREADY_OFF_BALANCE': {
    vi: 'Khoản vay đã được xử lý bằng dự phòng, đang theo dõi ngoại bảng.',
    en: 'Provisions were used for this loan before; it is kept off the balance sheet.',
  },
  'SUPPORT_FUND.NOT_BAD_DEBT': {
    vi: 'Chỉ dùng dự phòng cho nợ nhóm 3 đến nhóm 5 theo lần phân loại gần nhất.',
    en: 'Provisions are used only for groups 3 to 5 of the latest grouping.',
  },
  'SUPPORT_FUND.LOAN_SUSPENDED': {
    vi: 'Tạm dừng giải ngân: vốn vay sử dụng không đúng mục đích.',
    en: 'Disbursement is suspended: the money was not used as agreed.',
  },
  'SUPPORT_FUND.LOAN_RECALLED': {
    vi: 'Khoản vay đã bị thu hồi trước hạn hoặc đã chuyển ngoại bảng, không giải ngân thêm.',
    en: 'The loan was recalled or is off the balance sheet; nothing more is paid out.',
  },
  'SUPPORT_FUND.BROUGHT_FORWARD_PAID_OUT': {
    vi: 'Khoản vay nhận từ sổ cũ đã giải ngân xong.',
    en: 'A loan taken over from an older book is paid out already.',
  },
  'SUPPORT_FUND.DISBURSED_BEYOND_CONTRACT': {
    vi: 'Hợp đồng chỉ còn {left} đồng chưa giải ngân, không đủ {amount} đồng.',
    en: 'The contract has {left} đồng left to pay out, not {amount}.',
  },
  'SUPPORT_FUND.DISBURSED_AFTER_END': {
    vi: 'Kỳ trả nợ cuối cùng ({last}) đã đến, không giải ngân thêm.',
    en: 'The last due day ({last}) has come; nothing more is paid out.',
  },
  'SUPPORT_FUND.CREDIT_RECORD_MISSING': {
    vi: 'Trước lần giải ngân đầu tiên phải tra cứu lịch sử tín dụng của bên vay.',
    en: 'Before the first disbursement the borrower’s credit record is looked up.',
  },
  'SUPPORT_FUND.CREDIT_RECORD_STALE': {
    vi: 'Kết quả tra cứu lịch sử tín dụng phải sau ngày ký hợp đồng.',
    en: 'The credit record must be of after the signing of the contract.',
  },
  'SUPPORT_FUND.BORROWER_HAS_BAD_DEBT': {
    vi: 'Bên vay đang có nợ xấu tại tổ chức tín dụng.',
    en: 'The borrower has bad debt at a credit institution.',
  },
  'SUPPORT_FUND.BORROWER_NOT_ACTIVE': {
    vi: 'Theo sổ đăng ký, bên vay không ở tình trạng đang hoạt động ({standing}).',
    en: 'By the register the borrower is not active ({standing}).',
  },
  'SUPPORT_FUND.RECEIPT_NOT_FOUND': { vi: 'Không có lần thu nợ {receiptId}.', en: 'There is no receipt {receiptId}.' },
  'SUPPORT_FUND.RECEIPT_REVERSED': {
    vi: 'Lần thu nợ {receiptId} đã được hủy.',
    en: 'The receipt {receiptId} was reversed before.',
  },
  'SUPPORT_FUND.NOTHING_TO_RESTRUCTURE': {
    vi: 'Không còn dư nợ để cơ cấu lại.',
    en: 'No debt is left to restructure.',
  },
  'SUPPORT_FUND.NEW_PLAN_IN_PAST': {
    vi: 'Các kỳ trả nợ mới phải sau ngày cơ cấu lại.',
    en: 'The new due days lie after the day of restructuring.',
  },
  'SUPPORT_FUND.TERM_CHANGED': {
    vi: 'Điều chỉnh kỳ hạn không làm thay đổi ngày trả nợ cuối cùng {last}; ngày mới là {newLast}.',
    en: 'An adjustment keeps the last due day {last}; the new one is {newLast}.',
  },
  'SUPPORT_FUND.TERM_NOT_EXTENDED': {
    vi: 'Gia hạn nợ phải kéo dài quá ngày {last}; ngày mới là {newLast}.',
    en: 'An extension goes beyond {last}; the new last day is {newLast}.',
  },
  'SUPPORT_FUND.NOT_OFF_BALANCE': {
    vi: 'Chỉ xóa nợ đang theo dõi ngoại bảng.',
    en: 'Only a claim off the balance sheet is written off.',
  },
  'SUPPORT_FUND.WRITE_OFF_TOO_EARLY': {
    vi: 'Chưa đủ thời gian kể từ khi dùng dự phòng; sớm nhất ngày {from}.',
    en: 'The years since the use of provisions have not passed; {from} at the earliest.',
  },
  'SUPPORT_FUND.LOAN_NOT_SETTLED': {
    vi: 'Chỉ giải chấp khi khoản vay đã tất toán.',
    en: 'Security is released once the loan is settled.',
  },
  'SUPPORT_FUND.SINGLE_LIMIT_EXCEEDED': {
    vi: 'Vượt giới hạn cho vay một khách hàng {limit} đồng: đã dùng {taken}, cần thêm {wanted}.',
    en: 'Beyond the limit of one borrower, {limit} đồng: {taken} taken, {wanted} wanted.',
  },
  'SUPPORT_FUND.RELATED_LIMIT_EXCEEDED': {
    vi: 'Vượt giới hạn cho vay một khách hàng và người có liên quan {limit} đồng: đã dùng {taken}, cần thêm {wanted}.',
    en: 'Beyond the limit of a borrower with related persons, {limit} đồng: {taken} taken, {wanted} wanted.',
  },
  'SUPPORT_FUND.TRANCHE_BEYOND_DECISION': {
    vi: 'Quyết định cho vay chỉ còn {held} đồng, không đủ {wanted} đồng.',
    en: 'The decision holds {held} đồng, not {wanted}.',
  },
  'SUPPORT_FUND.LINES_UNBALANCED': {
    vi: 'Tổng nợ và tổng có chênh nhau {difference} đồng.',
    en: 'Debit and credit differ by {difference} đồng.',
  },
  'SUPPORT_FUND.LINES_INVALID': {
    vi: 'Bút toán có ít nhất hai dòng, mỗi dòng là số đồng nguyên khác 0.',
    en: 'An entry has at least two lines, each a whole number of đồng other than zero.',
  },
  'SUPPORT_FUND.ACCOUNT_OF_LOANS': {
    vi: 'Tài khoản {account} chỉ do các khoản vay ghi sổ.',
    en: 'Only loans book on the account {account}.',
  },
  'SUPPORT_FUND.ENTRY_NOT_FOUND': { vi: 'Không có bút toán {entryId}.', en: 'There is no entry {entryId}.' },
  'SUPPORT_FUND.ENTRY_REVERSED': {
    vi: 'Bút toán {entryId} đã được đảo.',
    en: 'The entry {entryId} was reversed before.',
  },
  'SUPPORT_FUND.MONTH_INVALID': {
    vi: 'Tháng được gọi bằng ngày cuối tháng: {lastDay}, không phải {month}.',
    en: 'A month is named by its last day: {lastDay}, not {month}.',
  },
  'SUPPORT_FUND.MONTH_NOT_OVER': {
    vi: 'Chưa khóa sổ được tháng kết thúc ngày {month}.',
    en: 'The month that ends on {month} cannot be closed yet.',
  },
  'SUPPORT_FUND.BANK_LINE_USED': {
    vi: 'Dòng sao kê {reference} đã được ghi cho khoản vay {loanId}.',
    en: 'The line {reference} of the bank was counted for the loan {loanId} before.',
  },
});
