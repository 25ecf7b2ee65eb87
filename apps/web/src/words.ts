import { inLanguage, say } from './shared/language';

/** Words by the server's codes; a code that a page does not know yet is shown as it is. */
const words = (all: Readonly<Record<string, readonly [vi: string, en: string]>>): Readonly<Record<string, string>> =>
  inLanguage(all);

/** Words of the screens by the server's codes; legal terms are never abbreviated. */
export const LEGAL_STATUS_WORDS = words({
  ACTIVE: ['Đang hoạt động', 'Active'],
  SUSPENDED: ['Tạm ngừng kinh doanh', 'Business suspended'],
  NOT_AT_ADDRESS: ['Không hoạt động tại địa chỉ đã đăng ký', 'Not operating at the registered address'],
  REVOKED_TAX: ['Bị thu hồi do cưỡng chế về quản lý thuế', 'Revoked by tax-administration enforcement'],
  DISSOLVING: [
    'Đang làm thủ tục giải thể, bị chia, bị hợp nhất, được sáp nhập',
    'Being dissolved, divided, consolidated or merged',
  ],
  TERMINATING: ['Đang làm thủ tục chấm dứt hoạt động', 'Being terminated'],
  BANKRUPTCY: ['Đang làm thủ tục phá sản', 'In bankruptcy'],
  ENDED: ['Đã giải thể, phá sản, chấm dứt tồn tại', 'Dissolved, bankrupt or ended'],
  TERMINATED: ['Đã chấm dứt hoạt động', 'Terminated'],
});

export const KIND_WORDS = words({
  cooperative: ['Hợp tác xã', 'Cooperative'],
  cooperativeUnion: ['Liên hiệp hợp tác xã', 'Union of cooperatives'],
  cooperativeGroup: ['Tổ hợp tác', 'Cooperative group'],
});

export const CHECK_WORDS = words({
  documentsComplete: ['Đủ tài liệu theo luật', 'Papers complete'],
  nameForm: ['Tên viết đúng quy định', 'Name well formed'],
  nameNotDuplicate: ['Tên không trùng', 'Name not taken'],
  nameNotConfusing: ['Tên không gây nhầm lẫn', 'Name not confusing'],
  minimumMembers: ['Đủ số thành viên tối thiểu', 'Enough members'],
  membersDistinct: ['Không khai trùng thành viên', 'No member declared twice'],
  unionOfCooperatives: ['Thành viên của liên hiệp là hợp tác xã', 'Members of the union are cooperatives'],
  capitalAddsUp: ['Tổng vốn góp bằng vốn điều lệ', 'Contributions add up to the charter capital'],
  contributionsFitKinds: ['Vốn góp phù hợp với loại thành viên', 'Contributions fit the kinds of members'],
  memberShare: ['Mức góp vốn tối đa của một thành viên', 'Largest share of one member'],
  affiliatesShare: ['Mức góp vốn của thành viên liên kết', 'Share of affiliate members'],
  foreignMembers: ['Tỷ lệ thành viên nước ngoài', 'Share of foreign members'],
  foreignShare: ['Tỷ lệ vốn góp nước ngoài', 'Share of foreign capital'],
  businessLines: ['Mã ngành, nghề kinh doanh', 'Codes of business lines'],
  representativeIsMember: ['Người đại diện theo pháp luật là thành viên', 'Legal representative is a member'],
  representativeFree: [
    'Người đại diện theo pháp luật không bị cấm, không đại diện cho tổ chức khác',
    'Legal representative is not barred and represents no other organisation',
  ],
  officersCompatible: [
    'Người quản lý và người kiểm soát là thành viên chính thức, không kiêm nhiệm',
    'Managers and controllers are official members and different people',
  ],
  headOfficeInArea: ['Trụ sở thuộc cơ quan giải quyết', 'Head office lies in the area of the deciding office'],
  conferenceQuorum: ['Số người dự hội nghị thành lập', 'Attendance of the founders’ conference'],
  foundingConference: ['Hội nghị thành lập', 'Founding conference'],
  conferenceResolutions: [
    'Hội nghị thông qua danh sách thành viên và phương án sản xuất, kinh doanh',
    'The conference adopted the list of members and the business plan',
  ],
  electedOffices: ['Chức danh được bầu phù hợp với tổ chức quản trị', 'Elected offices fit the governance'],
  beneficialOwners: ['Chủ sở hữu hưởng lợi đã được kê khai', 'Beneficial owners declared'],
  governance: ['Tổ chức quản trị', 'Governance'],
});

export const MEMBER_WORDS = words({
  official: ['chính thức', 'official'],
  capitalContributing: ['liên kết góp vốn', 'capital-contributing affiliate'],
  nonContributing: ['liên kết không góp vốn', 'non-contributing affiliate'],
});

export const DOCUMENT_WORDS = words({
  registrationRequest: ['Giấy đề nghị đăng ký thành lập', 'Request for registration'],
  charter: ['Điều lệ', 'Charter'],
  conferenceResolution: ['Nghị quyết hội nghị thành lập', 'Founding resolution'],
  memberList: ['Danh sách thành viên', 'List of members'],
  legalRepresentativeList: ['Danh sách người đại diện theo pháp luật', 'List of legal representatives'],
  foreignInvestorCertificate: [
    'Giấy chứng nhận đăng ký đầu tư của nhà đầu tư nước ngoài',
    'Investment registration certificate of the foreign investor',
  ],
  projectInvestmentCertificate: [
    'Giấy chứng nhận đăng ký đầu tư của dự án',
    'Investment registration certificate of the project',
  ],
  marketAccessCommitment: ['Cam kết về điều kiện tiếp cận thị trường', 'Commitment on market-access conditions'],
});

export const EVIDENCE_WORDS = words({
  verified: ['✓ Đã kiểm chứng', '✓ Verified'],
  secondary: ['◇ Nguồn thứ cấp', '◇ Secondary source'],
  to_confirm: ['? Cần xác nhận', '? To be confirmed'],
});

export const ROLE_WORDS = words({
  applicant: ['Người nộp hồ sơ', 'Applicant'],
  clerk: ['Cán bộ một cửa', 'One-stop clerk'],
  officer: ['Chuyên viên', 'Registration officer'],
  head: ['Lãnh đạo', 'Head of office'],
  supervisor: ['Người theo dõi cấp tỉnh', 'Provincial supervisor'],
  inspector: ['Người kiểm tra', 'Inspector'],
  administrator: ['Người quản trị hệ thống', 'Administrator'],
  fundOfficer: ['Cán bộ thẩm định', 'Appraisal officer'],
  fundTreasurer: ['Kế toán, thủ quỹ', 'Treasurer'],
  fundCouncil: ['Thành viên Hội đồng tín dụng', 'Member of the credit council'],
  fundDirector: ['Giám đốc Quỹ', 'Director of the fund'],
  system: ['Hệ thống', 'System'],
});

export const REGIME_WORDS = words({
  R1: ['Luật Hợp tác xã 2012', 'Law on Cooperatives 2012'],
  R2: ['Luật Hợp tác xã 2023', 'Law on Cooperatives 2023'],
  R3: ['Luật Hợp tác xã 2023 và Nghị định 92/2024/NĐ-CP', 'Law on Cooperatives 2023 with Decree 92/2024/NĐ-CP'],
  R4: ['Luật Hợp tác xã 2023 và Nghị định 295/2026/NĐ-CP', 'Law on Cooperatives 2023 with Decree 295/2026/NĐ-CP'],
});

/** What a defect may be about: words, and the article that asks for it. `document:<kind>` stands for a paper. */
export const SUBJECTS: Readonly<Record<string, readonly [words: string, article: string]>> = {
  ownName: [say('Tên riêng', 'Own name'), 'L23 Art. 50'],
  'headOffice.line': [say('Trụ sở chính', 'Head office'), 'L23 Art. 43'],
  businessLines: [say('Ngành, nghề kinh doanh', 'Business lines'), 'D295 Art. 13'],
  charterCapital: [say('Vốn điều lệ', 'Charter capital'), 'L23 Art. 74'],
  members: [say('Thành viên và phần vốn góp', 'Members and contributions'), 'L23 Art. 74'],
  governance: [say('Tổ chức quản trị', 'Governance'), 'L23 Art. 56'],
  'document:registrationRequest': [say('Giấy đề nghị đăng ký thành lập', 'Request for registration'), 'L23 Art. 42.2'],
  'document:charter': [say('Điều lệ', 'Charter'), 'L23 Art. 40'],
  'document:conferenceResolution': [say('Nghị quyết hội nghị thành lập', 'Founding resolution'), 'L23 Art. 39'],
  'document:memberList': [say('Danh sách thành viên', 'List of members'), 'L23 Art. 42.2'],
  'document:legalRepresentativeList': [
    say('Danh sách người đại diện theo pháp luật', 'List of legal representatives'),
    'L23 Art. 42.2',
  ],
};

export const subjectWords = (subject: string): string => SUBJECTS[subject]?.[0] ?? subject;

/** Figures of the checks that tell a reader something. */
export const INPUT_WORDS = words({
  missing: ['còn thiếu', 'missing'],
  required: ['số tài liệu phải có', 'papers required'],
  name: ['tên', 'name'],
  fault: ['lỗi', 'fault'],
  compared: ['số tên đã so', 'names compared'],
  confusing: ['dễ nhầm với', 'confusing with'],
  lines: ['số ngành', 'lines'],
  mainLines: ['số ngành chính', 'main lines'],
  malformed: ['mã sai', 'wrong codes'],
  repeated: ['số trùng', 'repeated'],
  members: ['số thành viên', 'members'],
  minimum: ['tối thiểu', 'minimum'],
  withoutCode: ['chưa có mã số', 'without code'],
  contributed: ['tổng vốn góp', 'contributed'],
  charterCapital: ['vốn điều lệ', 'charter capital'],
  unfit: ['chưa phù hợp', 'unfit'],
  amount: ['mức góp', 'contribution'],
  limitBasisPoints: ['tối đa', 'maximum'],
  foreign: ['thành viên nước ngoài', 'foreign members'],
  belowBasisPoints: ['phải dưới', 'must be below'],
  foundersInvited: ['số người được mời', 'invited'],
  foundersAttended: ['số người dự', 'attended'],
  votesForCharter: ['số phiếu thông qua Điều lệ', 'votes for the charter'],
  votesCast: ['số phiếu', 'votes cast'],
  votesForMemberList: ['số phiếu thông qua danh sách thành viên', 'votes for the list of members'],
  votesForPlan: ['số phiếu thông qua phương án', 'votes for the plan'],
  officialMembersVoting: ['số thành viên chính thức biểu quyết', 'official members voting'],
  quorumBasisPoints: ['phải dự ít nhất', 'attendance at least'],
  majorityAboveBasisPoints: ['phải trên', 'must be above'],
  elected: ['số người được bầu', 'people elected'],
  notOfThisGovernance: ['chức danh không phù hợp', 'offices that do not fit'],
  withoutMajority: ['chưa đủ quá bán', 'without a majority'],
  declared: ['đã kê khai', 'declared'],
  undeclared: ['chưa kê khai', 'not declared'],
  fromBasisPoints: ['từ', 'from'],
  otherOrganisations: ['đang đại diện cho tổ chức khác', 'other organisations represented'],
  represents: ['tổ chức khác', 'other organisations'],
  managingAndControlling: ['vừa quản lý vừa kiểm soát', 'managing and controlling'],
  notMembers: ['không phải thành viên chính thức', 'no official members'],
  fullFrom: ['phải tổ chức đầy đủ từ', 'full governance from'],
});

/** Fields that an imported row may have left out. */
export const GAP_WORDS = words({
  code: ['mã số', 'code'],
  kind: ['loại hình', 'kind'],
  addressLine: ['địa chỉ', 'address'],
  commune: ['xã, phường, đặc khu', 'commune'],
  phone: ['điện thoại', 'telephone'],
  email: ['thư điện tử', 'e-mail'],
  registeredOn: ['ngày đăng ký', 'date of registration'],
  charterCapital: ['vốn điều lệ', 'charter capital'],
  officialMembers: ['số thành viên chính thức', 'official members'],
  businessLine: ['ngành, nghề', 'business line'],
  sector: ['lĩnh vực', 'sector'],
  representativeName: ['người đại diện theo pháp luật', 'legal representative'],
  representativeIdentity: ['số định danh của người đại diện', 'identity number of the representative'],
  legalStatus: ['tình trạng pháp lý', 'legal status'],
});
