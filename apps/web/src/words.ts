/** Words of the screens by the server's codes; legal terms are never abbreviated. */
export const LEGAL_STATUS_WORDS: Readonly<Record<string, string>> = {
  ACTIVE: 'Đang hoạt động',
  SUSPENDED: 'Tạm ngừng kinh doanh',
  NOT_AT_ADDRESS: 'Không hoạt động tại địa chỉ đã đăng ký',
  REVOKED_TAX: 'Bị thu hồi do cưỡng chế về quản lý thuế',
  DISSOLVING: 'Đang làm thủ tục giải thể, bị chia, bị hợp nhất, được sáp nhập',
  TERMINATING: 'Đang làm thủ tục chấm dứt hoạt động',
  BANKRUPTCY: 'Đang làm thủ tục phá sản',
  ENDED: 'Đã giải thể, phá sản, chấm dứt tồn tại',
  TERMINATED: 'Đã chấm dứt hoạt động',
};

export const KIND_WORDS: Readonly<Record<string, string>> = {
  cooperative: 'Hợp tác xã',
  cooperativeUnion: 'Liên hiệp hợp tác xã',
  cooperativeGroup: 'Tổ hợp tác',
};

export const EVENT_WORDS: Readonly<Record<string, string>> = {
  DossierFiled: 'Đã nộp và tiếp nhận hồ sơ',
  DossierChecked: 'Hệ thống đã kiểm tra tự động',
  DossierAssigned: 'Chuyên viên nhận xử lý',
  DossierCorrectionRequested: 'Yêu cầu sửa đổi, bổ sung hồ sơ',
  DossierResubmitted: 'Đã nộp bổ sung',
  DossierLapsed: 'Hồ sơ bị hủy do quá hạn bổ sung',
  DossierExamined: 'Chuyên viên trình đề xuất',
  DossierReturned: 'Lãnh đạo trả lại chuyên viên',
  DossierTaxCodeReceived: 'Nhận mã số từ cơ quan thuế',
  DossierTaxCodeRefused: 'Cơ quan thuế chưa cấp mã số',
  DossierGranted: 'Chấp thuận cấp đăng ký',
  DossierRefused: 'Từ chối cấp đăng ký',
  DossierWithdrawalRequested: 'Đề nghị dừng thực hiện thủ tục',
  DossierWithdrawn: 'Đã dừng thủ tục theo đề nghị',
  DossierWithdrawalRefused: 'Không chấp thuận dừng thủ tục',
  DossierDeadlinePassed: 'Đã quá hạn giải quyết',
  DossierCertificateIssued: 'Đã cấp Giấy chứng nhận đăng ký',
  OrganisationRegistered: 'Đã đăng ký, cấp Giấy chứng nhận',
  OrganisationImported: 'Nhập từ sổ cũ',
  OrganisationAreaReassigned: 'Đổi đơn vị hành chính do sắp xếp địa giới',
};

export const CHECK_WORDS: Readonly<Record<string, string>> = {
  documentsComplete: 'Đủ tài liệu theo luật',
  nameForm: 'Tên viết đúng quy định',
  nameNotDuplicate: 'Tên không trùng',
  nameNotConfusing: 'Tên không gây nhầm lẫn',
  minimumMembers: 'Đủ số thành viên tối thiểu',
  membersDistinct: 'Không khai trùng thành viên',
  unionOfCooperatives: 'Thành viên của liên hiệp là hợp tác xã',
  capitalAddsUp: 'Tổng vốn góp bằng vốn điều lệ',
  contributionsFitKinds: 'Vốn góp phù hợp với loại thành viên',
  memberShare: 'Mức góp vốn tối đa của một thành viên',
  affiliatesShare: 'Mức góp vốn của thành viên liên kết',
  foreignMembers: 'Tỷ lệ thành viên nước ngoài',
  foreignShare: 'Tỷ lệ vốn góp nước ngoài',
  businessLines: 'Mã ngành, nghề kinh doanh',
  representativeIsMember: 'Người đại diện theo pháp luật là thành viên',
  headOfficeInArea: 'Trụ sở thuộc cơ quan giải quyết',
  foundingConference: 'Hội nghị thành lập',
  governance: 'Tổ chức quản trị',
};

export const MEMBER_WORDS: Readonly<Record<string, string>> = {
  official: 'chính thức',
  capitalContributing: 'liên kết góp vốn',
  nonContributing: 'liên kết không góp vốn',
};

export const DOCUMENT_WORDS: Readonly<Record<string, string>> = {
  registrationRequest: 'Giấy đề nghị đăng ký thành lập',
  charter: 'Điều lệ',
  conferenceResolution: 'Nghị quyết hội nghị thành lập',
  memberList: 'Danh sách thành viên',
  legalRepresentativeList: 'Danh sách người đại diện theo pháp luật',
  foreignInvestorCertificate: 'Giấy chứng nhận đăng ký đầu tư của nhà đầu tư nước ngoài',
  projectInvestmentCertificate: 'Giấy chứng nhận đăng ký đầu tư của dự án',
  marketAccessCommitment: 'Cam kết về điều kiện tiếp cận thị trường',
};

export const EVIDENCE_WORDS: Readonly<Record<string, string>> = {
  verified: '✓ Đã kiểm chứng',
  secondary: '◇ Nguồn thứ cấp',
  to_confirm: '? Cần xác nhận',
};

export const OUTCOME_WORDS: Readonly<Record<string, string>> = {
  passed: '✓ Đạt',
  failed: '✗ Không đạt',
  undecided: '? Người xem xét',
};

export const ROLE_WORDS: Readonly<Record<string, string>> = {
  applicant: 'Người nộp hồ sơ',
  clerk: 'Cán bộ một cửa',
  officer: 'Chuyên viên',
  head: 'Lãnh đạo',
  supervisor: 'Người theo dõi cấp tỉnh',
  inspector: 'Người kiểm tra',
  administrator: 'Người quản trị hệ thống',
  system: 'Hệ thống',
};

export const REGIME_WORDS: Readonly<Record<string, string>> = {
  R1: 'Luật Hợp tác xã 2012',
  R2: 'Luật Hợp tác xã 2023',
  R3: 'Luật Hợp tác xã 2023 và Nghị định 92/2024/NĐ-CP',
  R4: 'Luật Hợp tác xã 2023 và Nghị định 295/2026/NĐ-CP',
};

/** What a defect may be about: words, and the article that asks for it. `document:<kind>` stands for a paper. */
export const SUBJECTS: Readonly<Record<string, readonly [words: string, article: string]>> = {
  ownName: ['Tên riêng', 'L23 Art. 50'],
  'headOffice.line': ['Trụ sở chính', 'L23 Art. 43'],
  businessLines: ['Ngành, nghề kinh doanh', 'D295 Art. 13'],
  charterCapital: ['Vốn điều lệ', 'L23 Art. 74'],
  members: ['Thành viên và phần vốn góp', 'L23 Art. 74'],
  governance: ['Tổ chức quản trị', 'L23 Art. 56'],
  'document:registrationRequest': ['Giấy đề nghị đăng ký thành lập', 'L23 Art. 42.2'],
  'document:charter': ['Điều lệ', 'L23 Art. 40'],
  'document:conferenceResolution': ['Nghị quyết hội nghị thành lập', 'L23 Art. 39'],
  'document:memberList': ['Danh sách thành viên', 'L23 Art. 42.2'],
  'document:legalRepresentativeList': ['Danh sách người đại diện theo pháp luật', 'L23 Art. 42.2'],
};

export const subjectWords = (subject: string): string => SUBJECTS[subject]?.[0] ?? subject;

/** Figures of the checks that tell a reader something. */
export const INPUT_WORDS: Readonly<Record<string, string>> = {
  missing: 'còn thiếu',
  required: 'số tài liệu phải có',
  name: 'tên',
  fault: 'lỗi',
  compared: 'số tên đã so',
  confusing: 'dễ nhầm với',
  lines: 'số ngành',
  mainLines: 'số ngành chính',
  malformed: 'mã sai',
  repeated: 'số trùng',
  members: 'số thành viên',
  minimum: 'tối thiểu',
  withoutCode: 'chưa có mã số',
  contributed: 'tổng vốn góp',
  charterCapital: 'vốn điều lệ',
  unfit: 'chưa phù hợp',
  amount: 'mức góp',
  limitBasisPoints: 'tối đa',
  foreign: 'thành viên nước ngoài',
  belowBasisPoints: 'phải dưới',
  foundersInvited: 'số người được mời',
  foundersAttended: 'số người dự',
  votesForCharter: 'số phiếu thông qua Điều lệ',
  fullFrom: 'phải tổ chức đầy đủ từ',
};

/** Fields that an imported row may have left out. */
export const GAP_WORDS: Readonly<Record<string, string>> = {
  code: 'mã số',
  kind: 'loại hình',
  addressLine: 'địa chỉ',
  commune: 'xã, phường, đặc khu',
  phone: 'điện thoại',
  email: 'thư điện tử',
  registeredOn: 'ngày đăng ký',
  charterCapital: 'vốn điều lệ',
  officialMembers: 'số thành viên chính thức',
  businessLine: 'ngành, nghề',
  sector: 'lĩnh vực',
  representativeName: 'người đại diện theo pháp luật',
  representativeIdentity: 'số định danh của người đại diện',
  legalStatus: 'tình trạng pháp lý',
};
