import { addMessages } from '@hoptac/platform';

/** What the inspector's pages say when something is refused. */
addMessages({
  'AUDIT.SUBJECT_NOT_FOUND': {
    vi: 'Không tìm thấy tổ chức, hồ sơ hoặc tài khoản này.',
    en: 'There is no such organisation, dossier or account.',
  },
  'AUDIT.TOO_LONG_FOR_PAPER': {
    vi: 'Diễn biến dài hơn {most} sự kiện, không in thành PDF. Xin thu hẹp bộ lọc, hoặc chọn Excel, CSV.',
    en: 'More than {most} events do not fit on paper. Narrow the filter, or choose Excel or CSV.',
  },
  'AUDIT.PERSON_NOT_FOUND': {
    vi: 'Không có người này trong nội dung ở thời điểm xem.',
    en: 'This person does not stand in the content at that moment.',
  },
});
