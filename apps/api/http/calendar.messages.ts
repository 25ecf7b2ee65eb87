import { addMessages } from '@hoptac/platform';

/** What the calendar says to the administrator when something is refused. */
addMessages({
  'CALENDAR.AMOUNT_INVALID': {
    vi: 'Độ dài thời hạn không tính được.',
    en: 'A period of this length cannot be counted.',
  },
  'CALENDAR.TABLE_INVALID': {
    vi: 'Bảng lịch làm việc sai ở dòng {line}.',
    en: 'The table of working days is wrong in line {line}.',
  },
  'CALENDAR.OVERRIDE_DAY_TAKEN': {
    vi: 'Ngày {date} đã có điều chỉnh cho nơi này. Xin rút lại điều chỉnh đó trước, có nêu lý do.',
    en: '{date} is corrected for this place already. Withdraw that correction first, with its reason.',
  },
  'CALENDAR.OVERRIDE_ID_TAKEN': {
    vi: 'Điều chỉnh này đã ghi với nội dung khác hoặc đã rút lại.',
    en: 'This correction was entered with other content, or withdrawn.',
  },
  'CALENDAR.OVERRIDE_NOT_FOUND': { vi: 'Không có điều chỉnh này.', en: 'There is no such correction.' },
  'CALENDAR.OVERRIDE_INVALID': {
    vi: 'Điều chỉnh thiếu hoặc sai mục {field}.',
    en: 'The correction lacks a usable {field}.',
  },
  'CALENDAR.OVERRIDE_KIND_MISMATCH': {
    vi: 'Loại ngày này không hợp với thứ của ngày {date}: làm bù vào cuối tuần, nghỉ hoán đổi vào ngày trong tuần.',
    en: 'This kind does not fit the weekday of {date}: a day is worked in place of another on a weekend, and swapped off in the week.',
  },
  'CALENDAR.REASON_MISSING': { vi: 'Xin nêu lý do rút lại.', en: 'Say why it is withdrawn.' },
  'CALENDAR.YEAR_WITHOUT_DATA': {
    vi: 'Chưa có lịch làm việc của năm {year}.',
    en: 'The working calendar of {year} is not known yet.',
  },
  'CALENDAR.DATE_INVALID': { vi: 'Ngày không đúng.', en: 'That is not a day.' },
});
