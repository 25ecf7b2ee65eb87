import { addMessages } from '@hoptac/platform';

/** What identity says to people. Codes are stable for ever. */
addMessages({
  'IDENTITY.GROUND_MISSING': { vi: 'Xin nêu lý do thay thế.', en: 'Please say why somebody stands in.' },
  'IDENTITY.SUBSTITUTION_IN_PAST': {
    vi: 'Việc thay thế chỉ được giao hoặc kết thúc từ hôm nay trở đi; ngày {from} đã qua.',
    en: 'A substitution begins or ends today or later; {from} has passed.',
  },
  'IDENTITY.SUBSTITUTE_NOT_STAFF': {
    vi: 'Người thay thế phải đang giữ một vai trò tại cơ quan này.',
    en: 'Whoever stands in must hold a role in this office.',
  },
  'IDENTITY.SUBSTITUTION_NOT_FOUND': {
    vi: 'Không có việc thay thế này, hoặc đã kết thúc.',
    en: 'There is no such substitution, or it has ended.',
  },
  'IDENTITY.SIGN_IN_NEEDED': { vi: 'Xin đăng nhập để tiếp tục.', en: 'Please sign in to go on.' },
  'IDENTITY.TOKEN_INVALID': {
    vi: 'Phiên đăng nhập không còn hiệu lực. Xin đăng nhập lại.',
    en: 'This sign-in is no longer valid. Please sign in again.',
  },
  'IDENTITY.ACCOUNT_LOCKED': {
    vi: 'Tài khoản này đang bị khóa. Xin liên hệ người quản trị.',
    en: 'This account is locked. Ask the administrator.',
  },
  'IDENTITY.NOT_PERMITTED': {
    vi: 'Tài khoản này không có quyền làm việc đó ở đây.',
    en: 'This account may not do that here.',
  },
  'IDENTITY.CROSS_SITE': {
    vi: 'Yêu cầu không đến từ trang của hệ thống nên không được nhận.',
    en: 'The request did not come from our own pages and was refused.',
  },
  'IDENTITY.PROVIDER_UNAVAILABLE': {
    vi: 'Dịch vụ đăng nhập tạm thời không trả lời. Xin thử lại sau ít giây.',
    en: 'The sign-in service does not answer just now. Try again in a few seconds.',
  },
  'IDENTITY.ROLES_NOT_READY': {
    vi: 'Hệ thống đang nạp phân quyền. Xin thử lại sau ít giây.',
    en: 'Roles are still being read. Try again in a few seconds.',
  },
  'IDENTITY.ADMINISTRATOR_EXISTS': {
    vi: 'Hệ thống đã có người quản trị; vai trò do người đó phân công.',
    en: 'Somebody administers already; roles are granted by them.',
  },
  'IDENTITY.PERIOD_INVALID': {
    vi: 'Khoảng thời gian chưa đúng: ngày kết thúc phải từ ngày bắt đầu trở đi.',
    en: 'The period is wrong: it must not end before it begins.',
  },
  'IDENTITY.ROLE_UNKNOWN': { vi: 'Không có vai trò {role}.', en: 'There is no role {role}.' },
  'IDENTITY.ROLE_ALREADY_HELD': {
    vi: 'Vai trò này đã được phân công trong khoảng thời gian đó.',
    en: 'The role is already held in part of that period.',
  },
  'IDENTITY.ROLE_NOT_HELD': { vi: 'Tài khoản này không giữ vai trò đó.', en: 'This account does not hold that role.' },
  'IDENTITY.OFFICE_UNKNOWN': { vi: 'Không có cơ quan {officeId}.', en: 'There is no office {officeId}.' },
  'IDENTITY.SUBSTITUTE_FOR_ONESELF': {
    vi: 'Không ai tự thay thế cho chính mình.',
    en: 'Nobody stands in for themselves.',
  },
});
