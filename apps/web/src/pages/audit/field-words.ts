import { formatDay, formatDong, formatInstant, formatNumber } from '../../shared/format';
import { inLanguage, say } from '../../shared/language';
import { KIND_WORDS, LEGAL_STATUS_WORDS, MEMBER_WORDS, REGIME_WORDS, ROLE_WORDS } from '../../words';

/** Fields of the states, by their names in the facts; one without words shows its name. */
const FIELDS: Readonly<Record<string, string>> = inLanguage({
  organisation: ['Tổ chức', 'Organisation'],
  dossiers: ['Hồ sơ', 'Dossiers'],
  account: ['Tài khoản', 'Account'],
  status: ['Trạng thái', 'State'],
  organisationId: ['Định danh tổ chức', 'Id of the organisation'],
  kind: ['Loại hình', 'Kind'],
  name: ['Tên', 'Name'],
  ownName: ['Tên riêng', 'Own name'],
  declaredNames: ['Tên đã khai', 'Names declared'],
  foreignName: ['Tên bằng tiếng nước ngoài', 'Foreign name'],
  abbreviation: ['Tên viết tắt', 'Abbreviation'],
  areaCode: ['Địa bàn', 'Area'],
  headOffice: ['Trụ sở chính', 'Head office'],
  line: ['Địa chỉ', 'Address'],
  phone: ['Điện thoại', 'Telephone'],
  email: ['Thư điện tử', 'E-mail'],
  content: ['Nội dung đăng ký', 'Registered content'],
  application: ['Nội dung đề nghị', 'Application'],
  businessLines: ['Ngành, nghề kinh doanh', 'Business lines'],
  code: ['Mã số', 'Code'],
  main: ['Ngành chính', 'Main line'],
  charterCapital: ['Vốn điều lệ', 'Charter capital'],
  officialMembers: ['Thành viên chính thức', 'Official members'],
  capitalContributingAffiliates: ['Thành viên liên kết góp vốn', 'Contributing affiliates'],
  nonContributingAffiliates: ['Thành viên liên kết không góp vốn', 'Other affiliates'],
  legalRepresentative: ['Người đại diện theo pháp luật', 'Legal representative'],
  legalRepresentativeId: ['Người đại diện theo pháp luật', 'Legal representative'],
  members: ['Thành viên', 'Members'],
  memberKind: ['Loại thành viên', 'Kind of member'],
  contribution: ['Phần vốn góp', 'Capital share'],
  foreign: ['Người nước ngoài', 'Foreign'],
  person: ['Người', 'Person'],
  personId: ['Người', 'Person'],
  legalStatus: ['Tình trạng pháp lý', 'Legal status'],
  registeredOn: ['Ngày đăng ký', 'Registered on'],
  officeId: ['Cơ quan', 'Office'],
  receivingOfficeId: ['Cơ quan tiếp nhận', 'Receiving office'],
  decidingOfficeId: ['Cơ quan giải quyết', 'Deciding office'],
  certificate: ['Giấy chứng nhận', 'Certificate'],
  number: ['Số', 'Number'],
  issuedOn: ['Ngày cấp', 'Issued on'],
  dossierId: ['Hồ sơ', 'Dossier'],
  caseCode: ['Mã hồ sơ', 'Case code'],
  regime: ['Pháp luật áp dụng', 'Regime'],
  receivedAt: ['Tiếp nhận lúc', 'Received at'],
  applicantId: ['Người nộp hồ sơ', 'Applicant'],
  officerId: ['Người xử lý', 'Officer'],
  documents: ['Tài liệu', 'Documents'],
  fileName: ['Tên tệp', 'File name'],
  sha256: ['Mã băm SHA-256', 'SHA-256'],
  mediaType: ['Loại tệp', 'Media type'],
  size: ['Cỡ (byte)', 'Size (bytes)'],
  round: ['Lần nộp', 'Round'],
  due: ['Thời hạn', 'Time limit'],
  correctionDue: ['Hạn sửa đổi, bổ sung', 'Limit of the correction'],
  dueOn: ['Đến ngày', 'Due on'],
  dueAt: ['Đến lúc', 'Due at'],
  amount: ['Số ngày', 'Amount'],
  unit: ['Đơn vị', 'Unit'],
  countedFrom: ['Tính từ', 'Counted from'],
  article: ['Căn cứ pháp lý', 'Legal basis'],
  late: ['Quá hạn', 'Late'],
  checks: ['Kiểm tra tự động', 'Automatic checks'],
  failed: ['Không đạt', 'Failed'],
  nameReserved: ['Đã giữ tên', 'Name reserved'],
  taxCode: ['Mã số từ cơ quan thuế', 'Tax code'],
  examiners: ['Người đã xem xét', 'Examiners'],
  proposal: ['Đề xuất', 'Proposal'],
  examinedBy: ['Người xem xét', 'Examined by'],
  decision: ['Quyết định', 'Decision'],
  decidedOn: ['Ngày quyết định', 'Decided on'],
  defects: ['Nội dung cần sửa', 'Defects'],
  reason: ['Lý do', 'Reason'],
  withdrawal: ['Đề nghị dừng thủ tục', 'Withdrawal'],
  governance: ['Tổ chức quản trị', 'Governance'],
  conference: ['Hội nghị thành lập', 'Founding conference'],
  heldOn: ['Ngày tổ chức', 'Held on'],
  roles: ['Vai trò', 'Roles'],
  role: ['Vai trò', 'Role'],
  substitutions: ['Thay thế', 'Substitutions'],
  from: ['Từ', 'From'],
  to: ['Đến', 'To'],
  locked: ['Bị khóa', 'Locked'],
  onBehalfOf: ['Thay cho', 'On behalf of'],
});

const CODES: Readonly<Record<string, string>> = {
  ...KIND_WORDS,
  ...LEGAL_STATUS_WORDS,
  ...REGIME_WORDS,
  ...ROLE_WORDS,
  ...MEMBER_WORDS,
  ...inLanguage({
    Entered: ['Đã có trong sổ đăng ký', 'In the register'],
    UnderExamination: ['Đang xem xét', 'In review'],
    AwaitingCorrection: ['Chờ sửa đổi, bổ sung', 'Correction requested'],
    AwaitingDecision: ['Chờ quyết định', 'Awaiting decision'],
    Granted: ['Đã chấp thuận', 'Granted'],
    Registered: ['Đã cấp Giấy chứng nhận', 'Certificate issued'],
    Refused: ['Từ chối cấp đăng ký', 'Refused'],
    Lapsed: ['Đã hủy do quá hạn bổ sung', 'Lapsed'],
    Withdrawn: ['Đã dừng theo đề nghị', 'Withdrawn'],
    'working-day': ['ngày làm việc', 'working days'],
    day: ['ngày', 'days'],
    grant: ['cấp đăng ký', 'grant'],
    refuse: ['từ chối', 'refuse'],
    full: ['đầy đủ', 'full'],
    simplified: ['rút gọn', 'simplified'],
  }),
};

export const fieldWords = (field: string): string => FIELDS[field] ?? field;
export const pathWords = (path: readonly string[]): string => path.map(fieldWords).join(' › ');

const MONEY: ReadonlySet<string> = new Set(['charterCapital', 'contribution']);
const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

interface Names {
  area(code: string): string;
  office(officeId: string): string;
}

/** A value as people read it: đồng, days, instants, codes in words, areas and offices by name. */
export function valueWords(field: string, value: unknown, names: Names): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? say('Có', 'Yes') : say('Không', 'No');
  if (typeof value === 'number') return MONEY.has(field) ? formatDong(value) : formatNumber(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (DAY.test(value)) return formatDay(value);
  if (INSTANT.test(value)) return formatInstant(value);
  if (field === 'areaCode') return names.area(value);
  if (field.toLowerCase().endsWith('officeid')) return names.office(value);
  return CODES[value] ?? value;
}
