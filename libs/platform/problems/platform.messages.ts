import { addMessages } from './messages';

/** What the platform itself says. Codes are stable for ever. */
addMessages({
  'PLATFORM.INPUT_INVALID': {
    vi: 'Dữ liệu gửi lên chưa đúng. Xin xem từng mục được đánh dấu.',
    en: 'The input is not right. See the fields listed.',
  },
  'PLATFORM.JSON_MALFORMED': { vi: 'Nội dung gửi lên không phải là JSON hợp lệ.', en: 'The body is not valid JSON.' },
  'PLATFORM.JSON_TOO_DEEP': { vi: 'Nội dung JSON lồng nhau quá sâu.', en: 'The JSON body is nested too deeply.' },
  'PLATFORM.JSON_DUPLICATE_KEY': { vi: 'Nội dung JSON có khóa bị lặp lại.', en: 'The JSON body names a key twice.' },
  'PLATFORM.TEXT_NOT_ALLOWED': {
    vi: 'Nội dung có ký tự điều khiển hoặc ký tự hỏng không được nhận. Xin nhập lại phần chữ đó.',
    en: 'The text holds control characters or a broken character. Please type it again.',
  },
  'PLATFORM.BODY_TOO_LARGE': { vi: 'Nội dung gửi lên quá lớn.', en: 'The body is too large.' },
  'PLATFORM.MEDIA_TYPE_UNSUPPORTED': {
    vi: 'Kiểu nội dung này không được nhận.',
    en: 'This media type is not accepted.',
  },
  'PLATFORM.ROUTE_UNKNOWN': { vi: 'Không có địa chỉ này.', en: 'There is no such address.' },
  'PLATFORM.METHOD_NOT_ALLOWED': {
    vi: 'Địa chỉ này không nhận cách gọi đó.',
    en: 'This address does not take that method.',
  },
  'PLATFORM.NOT_FOUND': { vi: 'Không tìm thấy.', en: 'Not found.' },
  'PLATFORM.FORBIDDEN': { vi: 'Tài khoản này không có quyền làm việc đó.', en: 'This account may not do that.' },
  'PLATFORM.UNAUTHENTICATED': { vi: 'Xin đăng nhập để tiếp tục.', en: 'Please sign in to go on.' },
  'PLATFORM.TOO_MANY_REQUESTS': {
    vi: 'Có quá nhiều lượt gọi. Xin thử lại sau ít phút.',
    en: 'Too many requests. Please try again in a few minutes.',
  },
  'PLATFORM.STALE': {
    vi: 'Hồ sơ đã được người khác thay đổi sau khi mở. Xin tải lại rồi thực hiện.',
    en: 'Somebody else changed this since you opened it. Reload and try again.',
  },
  'PLATFORM.BUSY': {
    vi: 'Có thay đổi cùng lúc. Xin thử lại ngay.',
    en: 'Somebody changed this at the same moment. Please try again now.',
  },
  'PLATFORM.STORE_UNAVAILABLE': {
    vi: 'Hệ thống tạm thời chưa ghi nhận được. Chưa có gì thay đổi; xin thử lại sau ít giây.',
    en: 'Nothing can be recorded just now. Nothing was changed; try again in a few seconds.',
  },
  'PLATFORM.UNAVAILABLE': {
    vi: 'Một phần của hệ thống tạm thời không trả lời. Xin thử lại sau ít giây.',
    en: 'A part of the system does not answer just now. Try again in a few seconds.',
  },
  'PLATFORM.UNEXPECTED': {
    vi: 'Có lỗi ngoài dự kiến. Xin báo mã truy vết cho người quản trị.',
    en: 'Something unexpected went wrong. Tell the administrator the trace id.',
  },
  'PLATFORM.IDEMPOTENCY_KEY_MISSING': {
    vi: 'Thiếu đầu mục Idempotency-Key (UUID hoặc 16–64 ký tự) cho việc ghi nhận này.',
    en: 'Writing needs an Idempotency-Key header (a UUID or 16–64 characters).',
  },
  'PLATFORM.IDEMPOTENCY_KEY_REUSED': {
    vi: 'Idempotency-Key này đã được dùng cho một yêu cầu có nội dung khác và đã được ghi nhận. Yêu cầu mới chưa được thực hiện; xin gửi lại với khóa mới.',
    en: 'This Idempotency-Key was used for a request with another content, which is recorded. Nothing was done with this one; send it with a new key.',
  },
  'PLATFORM.IF_MATCH_INVALID': {
    vi: 'Đầu mục If-Match phải có dạng W/"<số phiên bản>".',
    en: 'If-Match must read W/"<revision>".',
  },
  'PLATFORM.AFTER_INVALID': {
    vi: 'Tham số after phải là một vị trí đã được trả về trước đó.',
    en: 'after must be a position answered before.',
  },
  'KERNEL.DONG_INVALID': {
    vi: 'Số tiền phải là số nguyên đồng, không âm.',
    en: 'An amount must be a whole, non-negative number of đồng.',
  },
});
