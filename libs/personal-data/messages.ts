import { addMessages } from '@hoptac/platform';

addMessages({
  'PERSONAL_DATA.PERSON_ERASED': {
    vi: 'Dữ liệu cá nhân của người này đã được xóa theo quy định và không thể ghi thêm.',
    en: 'The personal data of this person were erased; nothing can be added.',
  },
  'PERSONAL_DATA.PERSON_ID_INVALID': {
    vi: 'Mã định danh nội bộ của cá nhân không hợp lệ.',
    en: 'The internal identifier of the person is not valid.',
  },
  'PERSONAL_DATA.REASON_INVALID': {
    vi: 'Lý do xóa dữ liệu phải là một mã lý do, không phải một đoạn văn.',
    en: 'The reason of an erasure must be a reason code, not a text.',
  },
});
