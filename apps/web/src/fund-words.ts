import { inLanguage } from './shared/language';

const words = (all: Readonly<Record<string, readonly [vi: string, en: string]>>): Readonly<Record<string, string>> =>
  inLanguage(all);

/** Words of the Cooperative Development Support Fund by the server's codes; legal terms are never abbreviated. */
export const APPLICATION_STATUS_WORDS = words({
  Submitted: ['Chờ kiểm tra hồ sơ', 'To be checked'],
  AwaitingCompletion: ['Chờ người vay bổ sung', 'Awaiting completion'],
  UnderAppraisal: ['Đang thẩm định', 'Under appraisal'],
  AwaitingDecision: ['Chờ quyết định', 'Awaiting decision'],
  Approved: ['Đã chấp thuận, chờ ký hợp đồng', 'Approved, contract to be signed'],
  ContractSigned: ['Đã ký hợp đồng, chờ bảo đảm', 'Contract signed, security open'],
  Contracted: ['Đã ký hợp đồng, đủ bảo đảm', 'Contracted'],
  Rejected: ['Từ chối cho vay', 'Rejected'],
  Withdrawn: ['Đã rút', 'Withdrawn'],
  Lapsed: ['Hết hiệu lực do quá hạn', 'Lapsed'],
});

export const TURN_WORDS = words({
  applicant: ['Người vay', 'Borrower'],
  officer: ['Cán bộ của Quỹ', 'Officer of the fund'],
  appraiser: ['Cán bộ thẩm định', 'Appraiser'],
  director: ['Giám đốc Quỹ', 'Director'],
  council: ['Hội đồng tín dụng', 'Credit council'],
  board: ['Hội đồng quản lý', 'Board'],
});

export const BORROWER_WORDS = words({
  cooperative: ['Hợp tác xã', 'Cooperative'],
  cooperativeUnion: ['Liên hiệp hợp tác xã', 'Union of cooperatives'],
  cooperativeMember: ['Thành viên hợp tác xã', 'Member of a cooperative'],
  groupMember: ['Thành viên tổ hợp tác', 'Member of a cooperative group'],
  cooperativeGroup: ['Tổ hợp tác', 'Cooperative group'],
});

export const BODY_WORDS = words({
  director: ['Giám đốc Quỹ', 'Director'],
  council: ['Hội đồng tín dụng', 'Credit council'],
  board: ['Hội đồng quản lý', 'Board'],
});

export const ELIGIBILITY_WORDS = words({
  borrowerKind: ['Đối tượng được vay', 'Kind of borrower'],
  borrowerStatus: ['Tình trạng pháp lý của người vay', 'Legal status of the borrower'],
  area: ['Thuộc địa bàn của Quỹ', 'In the fund’s area'],
  age: ['Đủ tuổi', 'Of age'],
  ownCapital: ['Vốn tự có tối thiểu', 'Least own capital'],
  singleLimit: ['Giới hạn một người vay', 'Limit of one borrower'],
  relatedLimit: ['Giới hạn với người có liên quan', 'Limit with related persons'],
  security: ['Biện pháp bảo đảm', 'Security'],
});

export const OUTCOME_WORDS = words({
  passed: ['✓ Đạt', '✓ Met'],
  failed: ['▲ Không đạt', '▲ Not met'],
  undecided: ['◐ Cần xem xét', '◐ To be judged'],
});

export const ASSESSED_WORDS = words({
  legalStatus: ['Năng lực pháp luật, tình trạng pháp lý', 'Legal capacity and status'],
  plan: ['Dự án, phương án khả thi', 'Feasible project or plan'],
  ownCapital: ['Vốn tự có', 'Own capital'],
  repayment: ['Khả năng trả nợ', 'Ability to repay'],
  security: ['Biện pháp bảo đảm', 'Security'],
  creditRecord: ['Lịch sử tín dụng', 'Credit record'],
});

export const GROUND_WORDS = words({
  borrowerNotEligible: ['Không thuộc đối tượng được vay', 'Borrower not eligible'],
  ownCapitalTooSmall: ['Vốn tự có chưa đủ', 'Own capital too small'],
  planNotFeasible: ['Phương án chưa khả thi', 'Plan not feasible'],
  cannotRepay: ['Không đủ khả năng trả nợ', 'Cannot repay'],
  securityInsufficient: ['Bảo đảm chưa đủ', 'Security insufficient'],
  limitExceeded: ['Vượt giới hạn cho vay', 'Limit exceeded'],
  creditRecord: ['Lịch sử tín dụng', 'Credit record'],
  notInVote: ['Không đạt biểu quyết', 'Not carried by the vote'],
  other: ['Lý do khác', 'Other'],
});

export const BOND_WORDS = words({
  family: ['Quan hệ gia đình', 'Family'],
  membership: ['Là thành viên của người vay', 'Member of the borrower'],
  management: ['Quản lý, điều hành người vay', 'Manages the borrower'],
  financial: ['Quan hệ tài chính', 'Financial'],
  other: ['Quan hệ khác', 'Other'],
});

export const VOTE_WORDS = words({
  for: ['Tán thành', 'For'],
  against: ['Không tán thành', 'Against'],
  abstain: ['Không có ý kiến', 'Abstain'],
});

export const SECURITY_WORDS = words({
  landUseRight: ['Quyền sử dụng đất', 'Land-use right'],
  building: ['Nhà, công trình', 'Building'],
  houseAndLand: ['Nhà và quyền sử dụng đất', 'House and land'],
  machinery: ['Máy móc, thiết bị', 'Machinery'],
  vehicle: ['Phương tiện vận tải', 'Vehicle'],
  assetFromLoan: ['Tài sản hình thành từ vốn vay', 'Asset made with the loan'],
  futureAsset: ['Tài sản hình thành trong tương lai', 'Future asset'],
  receivables: ['Quyền đòi nợ', 'Receivables'],
  deposit: ['Tiền gửi', 'Deposit'],
  guarantee: ['Bảo lãnh', 'Guarantee'],
  thirdPartyGuarantee: ['Bảo lãnh của bên thứ ba', 'Third-party guarantee'],
});

export const METHOD_WORDS = words({
  equalPrincipal: ['Gốc đều các kỳ', 'Equal principal'],
  annuity: ['Niên kim', 'Annuity'],
  bullet: ['Gốc trả một lần ở kỳ cuối', 'Principal at the end'],
  agreed: ['Gốc theo thỏa thuận', 'Agreed principal'],
});

export const STANDING_WORDS = words({
  contracted: ['Đã ký hợp đồng, chưa giải ngân', 'Contracted, nothing paid out yet'],
  disbursing: ['Đang giải ngân', 'Being paid out'],
  inRepayment: ['Đang trả nợ, đúng hạn', 'Being repaid, in time'],
  dueToday: ['Đến hạn trả', 'Payment due'],
  overdue: ['Quá hạn', 'Overdue'],
  suspended: ['Tạm dừng giải ngân', 'Suspended'],
  recalled: ['Thu hồi nợ trước hạn', 'Recalled'],
  offBalance: ['Theo dõi ngoại bảng', 'Off the balance sheet'],
  settled: ['Đã tất toán', 'Settled'],
  writtenOff: ['Đã xóa nợ', 'Written off'],
});

export const LOAN_FACT_WORDS = words({
  opening: ['Số dư đầu kỳ', 'Opening balance'],
  disbursed: ['Giải ngân', 'Paid out'],
  received: ['Thu nợ', 'Received'],
  refunded: ['Hoàn tiền thừa', 'Refunded'],
  restructured: ['Cơ cấu lại thời hạn trả nợ', 'Restructured'],
  waived: ['Miễn, giảm lãi', 'Interest waived'],
  recalled: ['Thu hồi nợ trước hạn', 'Recalled'],
  provisionUsed: ['Sử dụng dự phòng', 'Provision used'],
  writtenOff: ['Xóa nợ', 'Written off'],
});

export const LOAN_STEP_WORDS = words({
  disbursement: ['Giải ngân', 'Disbursement'],
  reversal: ['Hủy khoản thu ghi sai', 'Reversal of a receipt'],
  refund: ['Hoàn tiền thừa', 'Refund'],
  restructuring: ['Cơ cấu lại thời hạn trả nợ', 'Restructuring'],
  waiver: ['Miễn, giảm lãi', 'Waiver of interest'],
  recall: ['Thu hồi nợ trước hạn', 'Recall'],
  provisionUse: ['Sử dụng dự phòng', 'Use of provision'],
  writeOff: ['Xóa nợ', 'Write-off'],
});
