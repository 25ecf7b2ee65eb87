import { addMessages } from '@hoptac/platform';

addMessages({
  'TEMPORAL.REHEARSAL_NOT_ALLOWED': {
    vi: 'Hệ thống này không cho phép chỉnh đồng hồ diễn tập.',
    en: 'The rehearsal clock of this system cannot be moved.',
  },
  'TEMPORAL.ADVANCE_INVALID': {
    vi: 'Chỉ có thể tua đồng hồ về phía trước, nhiều nhất mười năm.',
    en: 'The clock moves forward only, by at most ten years.',
  },
  'TEMPORAL.CASE_UNKNOWN': {
    vi: 'Không có quy trình nào theo dõi hồ sơ {case}.',
    en: 'No workflow follows the case {case}.',
  },
  'TEMPORAL.CASE_CLOSED': {
    vi: 'Hồ sơ {case} đã kết thúc, không còn bước nào phải thử lại.',
    en: 'The case {case} has come to its end; there is nothing to try again.',
  },
});
