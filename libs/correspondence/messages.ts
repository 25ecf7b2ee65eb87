import { addMessages } from '@hoptac/platform';

/** What the context says to people; codes are stable for ever. */
addMessages({
  'CORRESPONDENCE.PAPER_UNKNOWN': {
    vi: 'Hồ sơ này không có giấy tờ đó, hoặc giấy tờ đang được in.',
    en: 'This dossier has no such paper, or it is being printed.',
  },
  'CORRESPONDENCE.PERSON_ERASED': {
    vi: 'Giấy tờ này nêu một người mà dữ liệu đã được xóa theo yêu cầu, nên không in lại được.',
    en: 'This paper names a person whose data were erased; it cannot be printed again.',
  },
  'CORRESPONDENCE.NOTICE_UNKNOWN': {
    vi: 'Không có thông báo này.',
    en: 'There is no such notice.',
  },
  'CORRESPONDENCE.NOTICE_UNDER_WAY': {
    vi: 'Thông báo đang được gửi; hãy chờ kết quả trước khi gửi lại.',
    en: 'The notice is being sent; wait for its outcome before sending it again.',
  },
  'CORRESPONDENCE.NO_CODE_YET': {
    vi: 'Chưa xem trước được Giấy chứng nhận: cơ quan thuế chưa cấp mã số.',
    en: 'The certificate cannot be shown yet: the tax authority has not given the code.',
  },
});
