import { addMessages } from '@hoptac/platform';

/** What funds say to people. */
addMessages({
  'SUPPORT_FUND.ALREADY_FOUNDED': { vi: 'Quỹ đã được thành lập.', en: 'The fund has been founded.' },
  'SUPPORT_FUND.FUND_NOT_FOUND': { vi: 'Không có Quỹ này.', en: 'There is no such fund.' },
  'SUPPORT_FUND.AREA_UNKNOWN': {
    vi: 'Hiện không có đơn vị hành chính {areaCode}.',
    en: 'There is no area {areaCode} today.',
  },
  'SUPPORT_FUND.PAPER_MISSING': {
    vi: 'Cần nêu số và cơ quan ban hành của văn bản quyết định.',
    en: 'Name the number of the deciding paper and who issued it.',
  },
  'SUPPORT_FUND.REASON_MISSING': { vi: 'Cần nêu lý do.', en: 'A reason is needed.' },
  'SUPPORT_FUND.CAPITAL_BELOW_ZERO': {
    vi: 'Vốn điều lệ không được nhỏ hơn 0 vào bất kỳ ngày nào.',
    en: 'The charter capital may fall below zero on no day.',
  },
  'SUPPORT_FUND.POLICY_OUTSIDE_BOUND': {
    vi: 'Tham số {parameter} = {value} vượt giới hạn {bound} của pháp luật.',
    en: 'The parameter {parameter} = {value} is outside the law’s bound {bound}.',
  },
  'SUPPORT_FUND.POLICY_CONTRADICTS': {
    vi: 'Tham số {parameter} mâu thuẫn trong chính quy chế.',
    en: 'The parameter {parameter} contradicts the rules themselves.',
  },
  'SUPPORT_FUND.POLICY_REACHES_BACK': {
    vi: 'Quy chế cho vay không có hiệu lực trở về trước ({from}).',
    en: 'Lending rules do not reach back ({from}).',
  },
  'SUPPORT_FUND.CHANGE_NOT_FOUND': { vi: 'Không có đề nghị thay đổi này.', en: 'There is no such change.' },
  'SUPPORT_FUND.CHANGE_SETTLED': {
    vi: 'Đề nghị này đã được xác nhận hoặc từ chối.',
    en: 'The change has been confirmed or refused.',
  },
  'SUPPORT_FUND.CHANGE_FOUR_EYES': {
    vi: 'Người đề nghị không được tự xác nhận.',
    en: 'Whoever entered a change does not confirm it.',
  },
  'SUPPORT_FUND.BODY_INCOMPLETE': {
    vi: 'Hội đồng cần ít nhất {fewest} thành viên, mỗi người một lần, và một chủ tịch.',
    en: 'A body has at least {fewest} members, each once, and one chair.',
  },
  'SUPPORT_FUND.DAY_INVALID': { vi: 'Ngày không hợp lệ.', en: 'Not a day.' },
  'SUPPORT_FUND.INSTANT_INVALID': { vi: 'Thời điểm không hợp lệ.', en: 'Not an instant.' },
  'SUPPORT_FUND.NO_POLICY': {
    vi: 'Quỹ chưa có quy chế cho vay có hiệu lực.',
    en: 'The fund has no lending rules in force.',
  },
});
