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
  maximumMemberShare: 'Mức góp vốn tối đa của một thành viên',
  maximumAffiliatesShare: 'Mức góp vốn của thành viên liên kết',
  foreignMembersBelow: 'Tỷ lệ thành viên nước ngoài',
  maximumForeignShare: 'Tỷ lệ vốn góp nước ngoài',
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
