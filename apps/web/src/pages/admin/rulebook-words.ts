import { inLanguage, say } from '../../shared/language';
import { formatNumber } from '../../shared/format';

/** What the values of the rulebook are about. */
export const SUBJECT_WORDS: Readonly<Record<string, string>> = inLanguage({
  'minimumMembers.cooperative': ['Số thành viên tối thiểu của hợp tác xã', 'Fewest members of a cooperative'],
  'minimumMembers.cooperativeUnion': ['Số thành viên tối thiểu của liên hiệp hợp tác xã', 'Fewest members of a union'],
  'minimumMembers.cooperativeGroup': ['Số thành viên tối thiểu của tổ hợp tác', 'Fewest members of a group'],
  'capital.maximumMemberShare.cooperative': [
    'Vốn góp tối đa của một thành viên, hợp tác xã',
    'Largest share of a member, cooperative',
  ],
  'capital.maximumMemberShare.cooperativeUnion': [
    'Vốn góp tối đa của một thành viên, liên hiệp hợp tác xã',
    'Largest share of a member, union',
  ],
  'capital.maximumAffiliatesShare.cooperative': [
    'Tổng vốn góp tối đa của thành viên liên kết, hợp tác xã',
    'Largest share of all affiliates, cooperative',
  ],
  'capital.maximumAffiliatesShare.cooperativeUnion': [
    'Tổng vốn góp tối đa của thành viên liên kết, liên hiệp hợp tác xã',
    'Largest share of all affiliates, union',
  ],
  'capital.maximumForeignShare.cooperative': [
    'Tổng vốn góp nước ngoài tối đa, hợp tác xã',
    'Largest foreign share, cooperative',
  ],
  'capital.maximumForeignShare.cooperativeUnion': [
    'Tổng vốn góp nước ngoài tối đa, liên hiệp hợp tác xã',
    'Largest foreign share, union',
  ],
  'foreignMembers.below.cooperative': [
    'Tỷ lệ thành viên nước ngoài, dưới mức này, hợp tác xã',
    'Foreign members stay below, cooperative',
  ],
  'foreignMembers.below.cooperativeUnion': [
    'Tỷ lệ thành viên nước ngoài, dưới mức này, liên hiệp hợp tác xã',
    'Foreign members stay below, union',
  ],
  'capital.paidInWithin': ['Thời hạn góp đủ vốn', 'Capital paid in within'],
  'capital.reductionRegisteredWithin': ['Thời hạn đăng ký giảm vốn', 'Reduction of capital registered within'],
  'governance.simplifiedSizes.cooperative': [
    'Quy mô được chọn quản trị rút gọn',
    'Sizes that may choose simplified governance',
  ],
  'governance.fullFromMembers.cooperativeUnion': [
    'Số thành viên từ đó phải quản trị đầy đủ, liên hiệp hợp tác xã',
    'Members from which governance must be full, union',
  ],
  'governance.electedOffices': ['Chức danh được bầu theo mô hình quản trị', 'Elected offices by kind of governance'],
  'legalRepresentative.minimumResident': [
    'Số người đại diện theo pháp luật cư trú tại Việt Nam, ít nhất',
    'Fewest legal representatives resident in Viet Nam',
  ],
  'foundingConference.quorumShare': [
    'Tỷ lệ sáng lập viên dự hội nghị thành lập',
    'Founders who attend the founders’ conference',
  ],
  'foundingConference.majorityAboveShare': [
    'Tỷ lệ phiếu thông qua nghị quyết, trên mức này',
    'A resolution needs more than this part of the votes',
  ],
  'caseCode.shape': ['Cấu trúc mã hồ sơ', 'Shape of case codes'],
  'filing.channels': ['Cách nộp hồ sơ', 'Ways of filing'],
  'filing.electronicFormats': ['Định dạng tệp điện tử', 'Electronic formats'],
  'filing.delegatorMustAuthenticate': [
    'Người ủy quyền phải xác thực điện tử',
    'Who delegates must authenticate electronically',
  ],
  'correction.clockRestarts': [
    'Thời hạn giải quyết tính lại sau khi bổ sung',
    'The limit is counted anew after a correction',
  ],
  'publication.duration': ['Thời gian công bố', 'Duration of publication'],
  'deadline.reminders': ['Nhắc trước khi hết hạn', 'Reminders before a limit'],
  'deadline.escalations': ['Báo lên cấp trên khi quá hạn', 'Rise after a limit has passed'],
  'memberData.retention': ['Thời gian lưu dữ liệu thành viên', 'How long data of members are kept'],
  'fee.founding': ['Lệ phí đăng ký, do ai quy định', 'Who sets the fee of registration'],
  'paperForm.receipt': ['Mẫu Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Form of the receipt'],
  'paperForm.correctionNotice': ['Mẫu Thông báo yêu cầu sửa đổi, bổ sung hồ sơ', 'Form of the correction notice'],
  'paperForm.refusal': ['Mẫu Thông báo từ chối cấp đăng ký', 'Form of the refusal'],
  'paperForm.certificate': ['Mẫu Giấy chứng nhận đăng ký', 'Form of the certificate'],
  'paperForm.withdrawalConfirmation': ['Mẫu Thông báo dừng thực hiện thủ tục', 'Form of the withdrawal’s confirmation'],
  'paperForm.apology': ['Mẫu Phiếu xin lỗi và hẹn lại ngày trả kết quả', 'Form of the apology slip'],
  'paperForm.foundingRequest': ['Mẫu Giấy đề nghị đăng ký thành lập', 'Form of the founding request'],
  'beneficialOwner.minimumShare': [
    'Tỷ lệ vốn của chủ sở hữu hưởng lợi, từ mức này',
    'Share from which somebody is a beneficial owner',
  ],
  'businessLine.codeDigits': ['Số chữ số của mã ngành', 'Digits of a business line’s code'],
  'name.rules': ['Quy tắc về tên', 'Rules of names'],
  'generalMeeting.annualWithin': ['Thời hạn họp đại hội thường niên', 'Annual general meeting within'],
  'generalMeeting.revocationAfterNone': ['Thu hồi khi không họp đại hội trong', 'Revoked when no meeting was held for'],
  'generalMeeting.simplifiedEvery': ['Quản trị rút gọn họp mỗi', 'Simplified governance meets every'],
  'generalMeeting.extraordinaryWithin': [
    'Thời hạn triệu tập đại hội bất thường',
    'Extraordinary meeting called within',
  ],
  'generalMeeting.noticeBefore': ['Gửi giấy mời trước', 'Invitation sent before'],
  'generalMeeting.agendaProposalBefore': ['Kiến nghị nội dung trước', 'Proposals for the agenda before'],
  'generalMeeting.quorum': ['Điều kiện tiến hành đại hội', 'Quorum of a general meeting'],
  'generalMeeting.specialMajority': ['Tỷ lệ thông qua việc quan trọng', 'Majority for special matters'],
  'generalMeeting.specialMatters': ['Việc quan trọng', 'Special matters'],
  'generalMeeting.ordinaryMajorityAbove': ['Tỷ lệ thông qua việc thường, trên mức này', 'Ordinary majority, above'],
  'generalMeeting.delegatesFromMembers': ['Số thành viên từ đó họp đại biểu', 'Members from which delegates meet'],
  'generalMeeting.delegates': ['Số đại biểu', 'Number of delegates'],
  'publication.within': ['Thời hạn công bố nội dung đăng ký', 'What was registered is published within'],
  'paper.datedEarlierAtMost': ['Giấy tờ được ghi ngày trước nhiều nhất', 'A paper may be dated earlier by at most'],
  'officers.conditions': ['Chức danh quản lý, kiểm soát', 'Offices that manage and that control'],
  'officers.barred': ['Người không được giữ chức danh', 'Who may not hold an office'],
  'remedy.newFiling': ['Nộp hồ sơ mới sau khi bị từ chối', 'Filing anew after a refusal'],
  'remedy.complaint': ['Khiếu nại việc từ chối', 'Complaint against a refusal'],
  'remedy.lawsuit': ['Khởi kiện việc từ chối', 'Lawsuit against a refusal'],
  'deadline.suspension': ['Tạm dừng tính thời hạn do thiên tai', 'Limits that do not run in a disaster'],
});

/** Subjects whose figures are basis points. */
const SHARES = /Share|^foreignMembers|Majority/;
const FIELDS: Readonly<Record<string, string>> = inLanguage({
  full: ['Đầy đủ', 'Full'],
  simplified: ['Rút gọn', 'Simplified'],
  required: ['Phải có', 'Required'],
  allowed: ['Được có', 'Allowed'],
  single: ['Chỉ một người', 'One person only'],
  timer: ['Thời hạn', 'Limit'],
  to: ['Cho', 'To'],
  before: ['Trước', 'Before'],
  after: ['Sau', 'After'],
  level: ['Cấp', 'Level'],
  call: ['Lần', 'Call'],
  minimumShare: ['Tối thiểu', 'At least'],
  minimumDelegates: ['Số đại biểu tối thiểu', 'Fewest delegates'],
  within: ['Trong', 'Within'],
  membersFrom: ['Từ số thành viên', 'Members from'],
  membersTo: ['Đến số thành viên', 'Members to'],
  name: ['Tên', 'Name'],
  text: ['Nội dung', 'Text'],
  setBy: ['Do', 'Set by'],
  code: ['Mẫu số', 'Form'],
  bar: ['Trường hợp', 'Case'],
  grounds: ['Căn cứ từ chối', 'Grounds of refusal'],
  managing: ['Quản lý', 'Managing'],
  controlling: ['Kiểm soát', 'Controlling'],
  hiredUnderFullGovernance: ['Được thuê khi quản trị đầy đủ', 'Hired under full governance'],
  limits: ['Thời hạn', 'Limits'],
  longest: ['Dài nhất (ngày)', 'Longest (days)'],
  earliestBefore: ['Sớm nhất trước (ngày)', 'Earliest before (days)'],
});
const VALUES: Readonly<Record<string, string>> = inLanguage({
  decision: ['giải quyết hồ sơ', 'decision'],
  correctionNotice: ['thông báo sửa đổi, bổ sung', 'correction notice'],
  correctionAnswer: ['nộp bổ sung', 'answer to the correction'],
  withdrawalDecision: ['trả lời đề nghị dừng thủ tục', 'answer to the withdrawal'],
  officer: ['chuyên viên', 'officer'],
  head: ['lãnh đạo', 'head'],
  deputy: ['phó lãnh đạo', 'deputy'],
  province: ['cấp tỉnh', 'province'],
  applicant: ['người nộp hồ sơ', 'applicant'],
  office: ['cơ quan đăng ký', 'office'],
  post: ['bưu chính', 'post'],
  online: ['trực tuyến', 'online'],
  micro: ['siêu nhỏ', 'micro'],
});

const UNITS: Readonly<Record<string, string>> = inLanguage({
  'working-day': ['ngày làm việc', 'working days'],
  day: ['ngày', 'days'],
  month: ['tháng', 'months'],
  year: ['năm', 'years'],
});

/** `{ amount: 3, unit: 'working-day' }` → `3 ngày làm việc`. */
export const termText = ({ amount, unit }: { amount: number; unit: string }): string =>
  `${formatNumber(amount)} ${UNITS[unit] ?? unit}`;

export const TIMER_WORDS: Readonly<Record<string, string>> = inLanguage({
  decision: ['Giải quyết hồ sơ', 'Decision'],
  correctionNotice: ['Thông báo sửa đổi, bổ sung', 'Correction notice'],
  correctionAnswer: ['Nộp bổ sung', 'Answer to the correction'],
  withdrawalDecision: ['Trả lời đề nghị dừng thủ tục', 'Answer to the withdrawal'],
});
export const TASK_WORDS: Readonly<Record<string, string>> = inLanguage({
  applies: ['Nộp hồ sơ', 'Applies'],
  receives: ['Tiếp nhận', 'Receives'],
  decides: ['Quyết định', 'Decides'],
  assignsCode: ['Cấp mã số', 'Assigns the code'],
});
export const FACT_WORDS: Readonly<Record<string, string>> = inLanguage({
  foreignIndividualInvestor: ['có nhà đầu tư cá nhân nước ngoài', 'a foreign individual invests'],
  foreignParticipation: ['có nhà đầu tư nước ngoài', 'foreigners take part'],
  foundedBeforeInvestmentCertificate: [
    'thành lập trước Giấy chứng nhận đăng ký đầu tư',
    'founded before the investment certificate',
  ],
});

export const wordOfField = (field: string): string => FIELDS[field] ?? field;

/** A plain value in words: shares as per cent, truth as yes and no, codes by their words. */
export function plainValue(subject: string, value: string | number | boolean, field = ''): string {
  if (typeof value === 'boolean') return value ? say('Có', 'Yes') : say('Không', 'No');
  if (typeof value === 'string') return VALUES[value] ?? value;
  const share = SHARES.test(field) || (field === '' && SHARES.test(subject));
  return share ? `${formatNumber(value / 100)} %` : formatNumber(value);
}
