/** What each kind of fact is called on papers; screens say the same (apps/web/src/words.ts, compared by a spec). A kind without words shows its own name. */
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
  DossierResultHandedOver: 'Đã trả kết quả',
  OrganisationRegistered: 'Đã đăng ký, cấp Giấy chứng nhận',
  OrganisationImported: 'Nhập từ sổ cũ',
  OrganisationAreaReassigned: 'Đổi đơn vị hành chính do sắp xếp địa giới',
  PersonalDataViewed: 'Đã xem dữ liệu cá nhân',
  UserRoleGranted: 'Đã giao vai trò',
  UserRoleRevoked: 'Đã kết thúc vai trò',
  UserLocked: 'Đã khóa tài khoản',
  UserUnlocked: 'Đã mở khóa tài khoản',
  UserSubstitutionGranted: 'Đã giao thay thế',
  UserSessionsEnded: 'Đã kết thúc các phiên làm việc',
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

export const EVIDENCE_WORDS = {
  verified: 'Đã kiểm chứng',
  secondary: 'Nguồn thứ cấp',
  to_confirm: 'Cần xác nhận',
} as const;
