import { addMessages } from '@hoptac/platform';

/** What the document store says to people. Codes are stable for ever. */
addMessages({
  'DOCUMENTS.EMPTY': { vi: 'Tệp này rỗng.', en: 'This file is empty.' },
  'DOCUMENTS.TOO_LARGE': { vi: 'Tệp lớn hơn mức cho phép.', en: 'This file is larger than allowed.' },
  'DOCUMENTS.TYPE_NOT_ALLOWED': {
    vi: 'Chỉ nhận tệp PDF, PNG hoặc JPEG còn nguyên vẹn.',
    en: 'Only whole PDF, PNG or JPEG files are taken.',
  },
  'DOCUMENTS.CUT_OFF': {
    vi: 'Tệp bị cắt cụt giữa chừng. Xin gửi lại.',
    en: 'The file is cut off. Please send it again.',
  },
  'DOCUMENTS.FILE_MISSING': { vi: 'Chưa có tệp nào được gửi lên.', en: 'No file was sent.' },
  'DOCUMENTS.NOT_FOUND': { vi: 'Không có tài liệu này.', en: 'There is no such document.' },
});
