import { addMessages } from '@hoptac/platform';

/** What the register says to people; codes are stable for ever. */
addMessages({
  'REGISTRY.NAME_DUPLICATE': {
    vi: 'Tên «{name}» đã có tổ chức khác mang hoặc giữ chỗ. Xin chọn tên khác.',
    en: 'Another organisation bears or holds the name “{name}”. Please choose another.',
  },
  'REGISTRY.ALREADY_ENTERED': {
    vi: 'Tổ chức này đã có trong sổ đăng ký.',
    en: 'This organisation stands in the register already.',
  },
  'REGISTRY.ORGANISATION_NOT_FOUND': { vi: 'Không tìm thấy tổ chức.', en: 'There is no such organisation.' },
  'REGISTRY.CERTIFICATE_NOT_FOUND': {
    vi: 'Không có Giấy chứng nhận này trong sổ đăng ký. Xin xem lại mã; nếu mã đúng, giấy có thể là giả.',
    en: 'The register knows no such certificate. Check the code; if it is right, the paper may be forged.',
  },
  'REGISTRY.CODE_MALFORMED': {
    vi: 'Mã số {code} không đủ 10 chữ số.',
    en: 'The code {code} does not have ten digits.',
  },
  'REGISTRY.AREA_DIFFERS': {
    vi: 'Tổ chức đang ở địa bàn {areaCode}, không phải địa bàn nêu trong yêu cầu.',
    en: 'The organisation lies in area {areaCode}, not in the one named.',
  },
});
