import { addMessages } from '@hoptac/platform';

addMessages({
  'EVENT_STORE.STALE_REVISION': {
    vi: 'Nội dung đã thay đổi sau khi mở (lần thay đổi {expected} → {actual}). Xin tải lại rồi thực hiện.',
    en: 'It has changed since it was opened (revision {expected} → {actual}). Please reload, then go on.',
  },
  'EVENT_STORE.STREAM_ID_INVALID': { vi: 'Mã định danh không hợp lệ.', en: 'The identifier is not valid.' },
  'EVENT_STORE.APPEND_TOO_LARGE': {
    vi: 'Nội dung của một lần ghi quá lớn. Xin chia nhỏ.',
    en: 'One step holds too much. Please split it.',
  },
});
