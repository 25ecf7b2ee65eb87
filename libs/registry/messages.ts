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
  'REGISTRY.CODE_TAKEN': {
    vi: 'Mã số {code} đã thuộc về một tổ chức khác; mã số không được cấp lại.',
    en: 'The code {code} belongs to another organisation; a code is never given again.',
  },
  'REGISTRY.CODE_MALFORMED': {
    vi: 'Mã số {code} không đủ 10 chữ số.',
    en: 'The code {code} does not have ten digits.',
  },
  'REGISTRY.AREA_DIFFERS': {
    vi: 'Tổ chức đang ở địa bàn {areaCode}, không phải địa bàn nêu trong yêu cầu.',
    en: 'The organisation lies in area {areaCode}, not in the one named.',
  },
  'REGISTRY.IMPORT_INTERRUPTED': {
    vi: 'Việc nhập bị gián đoạn. Gửi lại tệp đó và chạy lại; các dòng đã nhập không đổi.',
    en: 'The import was interrupted. Send the same file again and start it; what was imported stays as it is.',
  },
  'REGISTRY.IMPORT_UNREADABLE': {
    vi: 'Tệp không đọc được. Xin dùng .xlsx hoặc .csv (UTF-8).',
    en: 'The file cannot be read. Use .xlsx or .csv (UTF-8).',
  },
  'REGISTRY.IMPORT_NO_HEADERS': {
    vi: 'Không dòng nào trong 20 dòng đầu nêu ít nhất hai cột đã biết. Xin xem tệp mẫu.',
    en: 'None of the first 20 rows names at least two known columns. See the template.',
  },
  'REGISTRY.IMPORT_TOO_LONG': {
    vi: 'Tệp có {rows} dòng, nhiều nhất được {most}. Xin chia nhỏ.',
    en: 'The file has {rows} rows, at most {most} are taken. Split it.',
  },
  'REGISTRY.IMPORT_FILE_MISSING': { vi: 'Chưa chọn tệp sổ đăng ký.', en: 'No register file was sent.' },
  'REGISTRY.IMPORT_DAY_MALFORMED': {
    vi: '«{asOf}» không phải là ngày (YYYY-MM-DD).',
    en: '“{asOf}” is not a day (YYYY-MM-DD).',
  },
  'REGISTRY.IMPORT_DAY_AHEAD': {
    vi: 'Ngày của sổ ({asOf}) không được sau hôm nay.',
    en: 'The day of the register ({asOf}) must not lie ahead.',
  },
  'REGISTRY.IMPORT_MAPPING_MALFORMED': {
    vi: 'Bảng ghép cột không đúng: phải là JSON từ tiêu đề cột sang một trong các trường {fields}.',
    en: 'The mapping of columns is malformed: JSON from header to one of the fields {fields}.',
  },
  'REGISTRY.IMPORT_EMPTY': {
    vi: 'Không dòng nào nhập được. Xin xem lý do từng dòng.',
    en: 'No row can be taken over. See the reasons by row.',
  },
  'REGISTRY.IMPORT_NOT_FOUND': {
    vi: 'Không tìm thấy lần nhập này. Sau khi hệ thống khởi động lại, xin gửi lại đúng tệp đó để nhập tiếp.',
    en: 'There is no such import. After a restart send the same file again to go on.',
  },
  'REGISTRY.IMPORT_DESK_FULL': {
    vi: 'Đang có nhiều sổ được nhập cùng lúc. Xin thử lại sau ít phút.',
    en: 'Several registers are being taken over. Try again in a few minutes.',
  },
  'REGISTRY.IMPORT_CLOSING': {
    vi: 'Hệ thống đang dừng. Xin gửi lại tệp sau khi khởi động lại.',
    en: 'The system is being stopped. Send the file again after the restart.',
  },
});
