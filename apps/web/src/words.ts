/** Words of the screens by the server's codes; legal terms are never abbreviated. */
export const STATUS_WORDS: Readonly<Record<string, string>> = {
  UnderExamination: 'Đang xem xét',
  AwaitingCorrection: 'Chờ sửa đổi, bổ sung',
  AwaitingDecision: 'Chờ quyết định',
  Granted: 'Đã chấp thuận, đang cấp Giấy chứng nhận',
  Registered: 'Đã cấp Giấy chứng nhận',
  Refused: 'Từ chối cấp đăng ký',
  Lapsed: 'Đã hủy do quá hạn bổ sung',
  Withdrawn: 'Đã dừng theo đề nghị',
};

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
  nameFree: 'Tên không trùng',
  nameNotConfusing: 'Tên không gây nhầm lẫn',
  minimumMembers: 'Đủ số thành viên tối thiểu',
  maximumMemberShare: 'Mức góp vốn của từng thành viên',
  affiliatesShare: 'Mức góp vốn của thành viên liên kết',
  foreignMembers: 'Tỷ lệ thành viên nước ngoài',
  foreignShare: 'Tỷ lệ vốn nước ngoài',
  capitalSum: 'Tổng vốn góp bằng vốn điều lệ',
  businessLines: 'Mã ngành, nghề kinh doanh',
  representativeIsMember: 'Người đại diện theo pháp luật',
  governance: 'Tổ chức quản trị',
  conference: 'Hội nghị thành lập',
  officeDecides: 'Trụ sở thuộc cơ quan giải quyết',
};

export const EVIDENCE_WORDS: Readonly<Record<string, string>> = {
  verified: '✓ Đã kiểm chứng',
  secondary: '◇ Nguồn thứ cấp',
  to_confirm: '? Cần xác nhận',
};

export const OUTCOME_WORDS: Readonly<Record<string, string>> = { passed: '✓ Đạt', failed: '✗ Không đạt', undecided: '? Người xem xét' };
