import { addMessages } from '@hoptac/platform';

/** What founding dossiers say to people; codes are stable for ever. */
addMessages({
  'DOSSIERS.NOT_FOUND': { vi: 'Không tìm thấy hồ sơ.', en: 'There is no such dossier.' },
  'DOSSIERS.PAPER_DAY_INVALID': { vi: 'Ngày {day} không tồn tại.', en: 'The day {day} does not exist.' },
  'DOSSIERS.PAPER_DAY_AHEAD': {
    vi: 'Ngày {day} chưa đến. Giấy tờ chỉ ghi ngày hôm nay hoặc ngày đã qua.',
    en: 'The day {day} has not come. A paper is dated today or earlier.',
  },
  'DOSSIERS.PAPER_DAY_TOO_EARLY': {
    vi: 'Ngày {day} trước ngày {notBefore} của việc mà giấy tờ nói đến. Xin xem lại ngày.',
    en: 'The day {day} lies before {notBefore}, the day of what the paper speaks of. Please check it.',
  },
  'DOSSIERS.PAPER_DAY_TOO_OLD': {
    vi: 'Ngày {day} đã quá {atMost} ngày. Xin xem lại ngày.',
    en: 'The day {day} is more than {atMost} days ago. Please check it.',
  },
  'DOSSIERS.PAPER_DAY_ONLINE': {
    vi: 'Hồ sơ nộp trực tuyến được tiếp nhận ngay khi nộp, không ghi ngày khác.',
    en: 'What is filed online is received when it is filed; no other day can be given.',
  },
  'DOSSIERS.SUSPENSION_PERIOD': {
    vi: 'Ngày kết thúc tạm dừng phải từ ngày bắt đầu trở đi.',
    en: 'The suspension ends on or after the day it begins.',
  },
  'DOSSIERS.SUSPENSION_TOO_LONG': {
    vi: 'Thời gian tạm dừng không quá {longest} ngày.',
    en: 'A suspension lasts {longest} days at most.',
  },
  'DOSSIERS.SUSPENSION_TOO_EARLY': {
    vi: 'Thời gian tạm dừng không được bắt đầu trước ngày quyết định quá {days} ngày.',
    en: 'A suspension begins at most {days} days before it is decided.',
  },
  'DOSSIERS.SUSPENSION_END_PAST': {
    vi: 'Ngày kết thúc tạm dừng đã qua. Xin chọn hôm nay hoặc một ngày sau.',
    en: 'The end lies in the past. Choose today or a later day.',
  },
  'DOSSIERS.SUSPENSION_NOT_FOUND': {
    vi: 'Không tìm thấy quyết định tạm dừng này.',
    en: 'There is no such suspension.',
  },
  'DOSSIERS.SUSPENSION_OVER': {
    vi: 'Thời gian tạm dừng đã hết ngày {to}; không thể thay đổi nữa.',
    en: 'The suspension was over on {to} and cannot be changed.',
  },
  'DOSSIERS.CASE_CODE_UNKNOWN': {
    vi: 'Không tìm thấy mã hồ sơ này. Xin xem lại mã.',
    en: 'There is no such case code. Please check it.',
  },
  'DOSSIERS.ALREADY_FILED': { vi: 'Hồ sơ này đã được nộp.', en: 'This dossier has been filed.' },
  'DOSSIERS.DOCUMENT_MISSING': {
    vi: 'Thiếu thành phần hồ sơ: {missing} (khoản 2 Điều 42 Luật Hợp tác xã 2023).',
    en: 'Papers are missing: {missing} (Law on Cooperatives 2023, Art. 42.2).',
  },
  'DOSSIERS.DOCUMENT_UNKNOWN': {
    vi: 'Tệp của thành phần {kind} chưa được bạn tải lên. Xin tải lên lại.',
    en: 'You have not uploaded the file of {kind}. Please upload it again.',
  },
  'DOSSIERS.DESK_ONLY': {
    vi: 'Chỉ Bộ phận một cửa được nhập hồ sơ nộp trực tiếp, qua bưu chính hoặc thay cho người khác.',
    en: 'Only the one-stop desk enters dossiers handed in on paper, by post or for somebody else.',
  },
  'DOSSIERS.AREA_UNKNOWN': {
    vi: 'Hiện không có xã, phường, đặc khu mang mã {areaCode}. Xin chọn lại nơi đặt trụ sở chính.',
    en: 'There is no commune {areaCode} today. Please choose the head office’s commune again.',
  },
  'DOSSIERS.MEMBER_UNKNOWN': {
    vi: 'Có thành viên được dẫn lại nhưng chưa khai trong lần nộp trước. Xin khai đầy đủ thành viên này.',
    en: 'A member is referred to who was not declared before. Please state the member in full.',
  },
  'DOSSIERS.NO_RESULT_YET': {
    vi: 'Hồ sơ chưa có kết quả để trả.',
    en: 'There is no result to hand over yet.',
  },
  'DOSSIERS.CLOSED': {
    vi: 'Hồ sơ đã kết thúc; không thể làm thêm bước nào.',
    en: 'The dossier is closed; no step is possible any more.',
  },
  'DOSSIERS.ALREADY_ACCEPTED': {
    vi: 'Hồ sơ đã được chấp thuận; bước này không còn thực hiện được.',
    en: 'The dossier has been accepted; this step is no longer possible.',
  },
  'DOSSIERS.CLAIMED_BY_ANOTHER': {
    vi: 'Hồ sơ đang do chuyên viên khác xử lý.',
    en: 'Another officer has taken this dossier.',
  },
  'DOSSIERS.NOT_UNDER_EXAMINATION': {
    vi: 'Hồ sơ không ở bước xem xét của chuyên viên.',
    en: 'The dossier does not lie with the officer at the moment.',
  },
  'DOSSIERS.CORRECTION_ALREADY_REQUESTED': {
    vi: 'Lần nộp này đã có thông báo yêu cầu sửa đổi, bổ sung; chỉ được thông báo một lần, nêu đủ mọi nội dung (Điều 21 Nghị định 295/2026/NĐ-CP).',
    en: 'A correction notice was issued for this version; the law allows one, listing everything (Decree 295/2026, Art. 21).',
  },
  'DOSSIERS.DEFECTS_MISSING': {
    vi: 'Thông báo phải nêu ít nhất một nội dung, kèm lý do và căn cứ.',
    en: 'The notice must list at least one defect, with reason and article.',
  },
  'DOSSIERS.NO_CORRECTION_REQUESTED': {
    vi: 'Hồ sơ không có yêu cầu sửa đổi, bổ sung đang chờ.',
    en: 'No correction notice waits for an answer.',
  },
  'DOSSIERS.CORRECTION_WINDOW_CLOSED': {
    vi: 'Đã quá 60 ngày kể từ thông báo (hạn {dueOn}); hồ sơ không còn nhận bổ sung.',
    en: 'The 60 days after the notice ended on {dueOn}; the dossier takes no corrections any more.',
  },
  'DOSSIERS.CORRECTION_WINDOW_OPEN': {
    vi: 'Chưa hết thời hạn bổ sung (hạn {dueOn}).',
    en: 'The correction window is open until {dueOn}.',
  },
  'DOSSIERS.CHECKS_OPEN': {
    vi: 'Kiểm tra tự động của lần nộp này chưa xong.',
    en: 'The automatic checks of this version have not finished.',
  },
  'DOSSIERS.CHECKS_FAILED': {
    vi: 'Còn nội dung kiểm tra không đạt: {failed}.',
    en: 'Checks have failed: {failed}.',
  },
  'DOSSIERS.CHECKS_UNCONFIRMED': {
    vi: 'Còn {count} mục chưa kiểm tra: {open}.',
    en: '{count} items have not been judged yet: {open}.',
  },
  'DOSSIERS.CHECK_UNKNOWN': {
    vi: 'Danh mục kiểm tra của lần nộp này không có mục {check}.',
    en: 'The check list of this version has no item {check}.',
  },
  'DOSSIERS.CHECK_FAILED_BY_MACHINE': {
    vi: 'Mục {check} chắc chắn không đạt theo dữ liệu khai; chỉ đạt khi hồ sơ được sửa đổi, bổ sung.',
    en: 'The declared data certainly fail {check}; it passes only after a correction.',
  },
  'DOSSIERS.FAILURE_WITHOUT_NOTE': {
    vi: 'Mục {check} không đạt: xin nêu lý do.',
    en: 'Please say why {check} fails.',
  },
  'DOSSIERS.PROPOSAL_OF_ANOTHER': {
    vi: 'Chỉ người trình mới được rút lại đề xuất.',
    en: 'Only who made the proposal may take it back.',
  },
  'DOSSIERS.NOT_YOUR_DOSSIER': {
    vi: 'Hồ sơ không do bạn xử lý.',
    en: 'You do not have this dossier.',
  },
  'DOSSIERS.NOT_AN_OFFICER_HERE': {
    vi: 'Tài khoản này hiện không phải chuyên viên của cơ quan giải quyết hồ sơ.',
    en: 'This account is no officer of the deciding office today.',
  },
  'DOSSIERS.PROPOSAL_MISSING': {
    vi: 'Chưa có đề xuất của chuyên viên để quyết định.',
    en: 'No officer’s proposal waits for a decision.',
  },
  'DOSSIERS.PROPOSAL_DIFFERS': {
    vi: 'Quyết định khác với đề xuất. Xin trả lại chuyên viên kèm lý do.',
    en: 'The decision differs from the proposal. Please return the dossier with a reason.',
  },
  'DOSSIERS.EXAMINER_MAY_NOT_DECIDE': {
    vi: 'Người đã xem xét hồ sơ không được ký quyết định.',
    en: 'Whoever examined the dossier may not decide it.',
  },
  'DOSSIERS.TAX_CODE_MISSING': {
    vi: 'Chưa có mã số do cơ quan thuế cấp.',
    en: 'The tax authority has not given a code yet.',
  },
  'DOSSIERS.TAX_CODE_REFUSED': {
    vi: 'Cơ quan thuế không cấp mã số cho lần nộp này. Xin yêu cầu sửa đổi, bổ sung.',
    en: 'The tax authority refused a code for this version. Please request a correction.',
  },
  'DOSSIERS.TAX_CODE_DIFFERS': { vi: 'Hồ sơ đã có mã số khác.', en: 'The dossier has another code already.' },
  'DOSSIERS.NAME_NOT_RESERVED': {
    vi: 'Tên chưa được giữ cho hồ sơ này; tên trùng với tổ chức khác hoặc chưa hợp lệ (Điều 50 Luật Hợp tác xã 2023).',
    en: 'The name is not held for this dossier: another organisation bears it, or its form is wrong (Law on Cooperatives 2023, Art. 50).',
  },
  'DOSSIERS.REASON_MISSING': { vi: 'Xin nêu lý do.', en: 'Please give a reason.' },
  'DOSSIERS.WITHDRAWAL_PENDING': {
    vi: 'Có đề nghị dừng thủ tục đang chờ trả lời (hạn {dueOn}).',
    en: 'A withdrawal waits for an answer, due on {dueOn}.',
  },
  'DOSSIERS.WITHDRAWAL_NOT_REQUESTED': {
    vi: 'Không có đề nghị dừng thủ tục đang chờ.',
    en: 'No withdrawal waits for an answer.',
  },
  'DOSSIERS.NOT_GRANTED': { vi: 'Hồ sơ chưa được chấp thuận.', en: 'The dossier has not been granted.' },
  'DOSSIERS.ROUND_OVER': {
    vi: 'Hồ sơ đã được nộp lại; kết quả này thuộc lần nộp trước.',
    en: 'The dossier was resubmitted; this result concerns an earlier version.',
  },
  'DOSSIERS.DEADLINE_NOT_PASSED': {
    vi: 'Chưa có thời hạn nào của cơ quan đã qua.',
    en: 'No limit of the office has passed.',
  },
  'DOSSIERS.MEMBER_LIST_UNREADABLE': {
    vi: 'Không đọc được tệp. Xin lưu danh sách thành tệp Excel (.xlsx) rồi tải lên lại.',
    en: 'The file cannot be read. Please save the list as an Excel file (.xlsx) and upload it again.',
  },
  'DOSSIERS.MEMBER_LIST_WITHOUT_HEADERS': {
    vi: 'Danh sách thiếu dòng tiêu đề cột (họ tên, số định danh, vốn góp). Xin dùng tệp mẫu.',
    en: 'The list has no row of headers (name, personal number, contribution). Please use the template.',
  },
  'DOSSIERS.MEMBER_LIST_TOO_LONG': {
    vi: 'Danh sách dài hơn {most} dòng.',
    en: 'The list is longer than {most} rows.',
  },
  'DOSSIERS.DRAFT_NOT_FOUND': { vi: 'Không tìm thấy bản nháp.', en: 'There is no such draft.' },
  'DOSSIERS.DRAFT_FILED': {
    vi: 'Bản nháp này đã được nộp thành hồ sơ {caseCode}.',
    en: 'This draft was filed as dossier {caseCode}.',
  },
  'DOSSIERS.DRAFT_ENDED': {
    vi: 'Bản nháp này đã bị xóa hoặc hết thời gian lưu.',
    en: 'This draft was deleted, or was kept as long as drafts are kept.',
  },
  'DOSSIERS.DRAFT_CHANGED': {
    vi: 'Bản nháp vừa được sửa ở nơi khác. Xin tải bản mới và xem lại trước khi nộp.',
    en: 'The draft was just changed elsewhere. Please load the new version and look again before filing.',
  },
  'DOSSIERS.DRAFT_REVISION_MISSING': {
    vi: 'Yêu cầu lưu không cho biết dựa trên bản nào. Xin tải lại trang.',
    en: 'The saving does not say which version it is based on. Please load the page again.',
  },
  'DOSSIERS.DECLARATION_MISSING': {
    vi: 'Xin đánh dấu ô cam đoan trước khi nộp hồ sơ.',
    en: 'Please tick the declaration before you file.',
  },
  'DOSSIERS.DRAFT_TOO_LARGE': {
    vi: 'Bản nháp quá lớn để lưu. Với danh sách thành viên rất dài, xin nộp tại Bộ phận một cửa.',
    en: 'The draft is too large to be saved. With a very long list of members, please file at the one-stop desk.',
  },
  'DOSSIERS.TOO_MANY_DRAFTS': {
    vi: 'Bạn đang có {most} bản nháp. Xin nộp hoặc xóa bớt trước khi khai bản mới.',
    en: 'You have {most} open drafts. Please file or delete some before you begin another.',
  },
  'DOSSIERS.LIMIT_PASSED': {
    vi: 'Thời hạn (hạn {dueOn}) đã qua; chỉ có thể giải trình, không gia hạn được.',
    en: 'The limit of {dueOn} has passed; it can be explained, not extended.',
  },
  'DOSSIERS.EXTENSION_TOO_SHORT': {
    vi: 'Hạn mới {dueOn} phải sau hạn cũ.',
    en: 'The new limit {dueOn} must lie after the old one.',
  },
  'DOSSIERS.NOT_LATE': {
    vi: 'Hồ sơ chưa quá hạn; không cần giải trình.',
    en: 'No limit has passed; there is nothing to explain.',
  },
  'DOSSIERS.DELAY_UNEXPLAINED': {
    vi: 'Hồ sơ đã quá hạn (hạn {dueOn}). Xin nêu lý do chậm trễ để xin lỗi người nộp.',
    en: 'The case is late (due {dueOn}). Please say why, so that the applicant gets an apology.',
  },
  'DOSSIERS.NEW_DATE_PAST': {
    vi: 'Ngày hẹn lại {answerBy} đã qua.',
    en: 'The new date {answerBy} lies in the past.',
  },
  'DOSSIERS.NO_LIMIT_RUNS': { vi: 'Hồ sơ không còn thời hạn nào đang tính.', en: 'No limit runs for this dossier.' },
});
