import type { LocalDate } from '@hoptac/kernel';
import type { OfficeRole } from '../users/user.events';

/** A made-up person of the demo province; exists in the embedded stack only. */
export interface DemoAccount {
  /** `sub` of the account. */
  readonly id: string;
  /** Invented name. */
  readonly name: string;
  /** What the person is, Vietnamese, for the sign-in page. */
  readonly title: string;
  /** Same in English, for command lines. */
  readonly about: string;
  readonly roles: readonly {
    readonly role: OfficeRole;
    readonly officeId: string;
    readonly from: LocalDate;
    readonly to?: LocalDate;
  }[];
}

/** First day of the commune's registration office (reform of 1 July 2025). */
const REFORM: LocalDate = '2025-07-01';
const RACH_GIA = 'office-91001';
const CHAU_THANH = 'office-91018';
const PROVINCE = 'office-91';

const at = (officeId: string, role: OfficeRole, from: LocalDate = REFORM): DemoAccount['roles'] => [
  { role, officeId, from },
];

/** Everybody who can sign in to the embedded stack, in the order of the sign-in page. */
export const demoAccounts: readonly DemoAccount[] = [
  { id: 'demo-applicant-1', name: 'Nguyễn Thị Sáu', title: 'Người nộp hồ sơ', about: 'applicant', roles: [] },
  { id: 'demo-applicant-2', name: 'Trần Văn Bình', title: 'Người nộp hồ sơ', about: 'another applicant', roles: [] },
  {
    id: 'demo-clerk-1',
    name: 'Lê Thị Mai',
    title: 'Công chức một cửa, phường Rạch Giá',
    about: 'one-stop clerk, Rạch Giá',
    roles: at(RACH_GIA, 'clerk'),
  },
  {
    id: 'demo-officer-1',
    name: 'Phạm Văn Hùng',
    title: 'Chuyên viên, phường Rạch Giá',
    about: 'officer, Rạch Giá',
    roles: at(RACH_GIA, 'officer'),
  },
  {
    id: 'demo-officer-2',
    name: 'Huỳnh Thị Lan',
    title: 'Chuyên viên, phường Rạch Giá',
    about: 'second officer, Rạch Giá',
    roles: at(RACH_GIA, 'officer'),
  },
  {
    id: 'demo-head-1',
    name: 'Võ Minh Tâm',
    title: 'Lãnh đạo cơ quan đăng ký, phường Rạch Giá',
    about: 'head of office, Rạch Giá',
    roles: at(RACH_GIA, 'head'),
  },
  {
    id: 'demo-clerk-2',
    name: 'Đặng Văn Út',
    title: 'Công chức một cửa, xã Châu Thành',
    about: 'one-stop clerk, Châu Thành',
    roles: at(CHAU_THANH, 'clerk'),
  },
  {
    id: 'demo-officer-3',
    name: 'Bùi Thị Hoa',
    title: 'Chuyên viên, xã Châu Thành',
    about: 'officer, Châu Thành',
    roles: at(CHAU_THANH, 'officer'),
  },
  {
    id: 'demo-head-2',
    name: 'Danh Sóc Kha',
    title: 'Lãnh đạo cơ quan đăng ký, xã Châu Thành',
    about: 'head of office, Châu Thành',
    roles: at(CHAU_THANH, 'head'),
  },
  {
    id: 'demo-officer-district',
    name: 'Ngô Văn Phước',
    title: 'Chuyên viên thành phố Rạch Giá (đến 30/6/2025)',
    about: 'officer of the district office that ended on 2025-06-30; holds no role since',
    roles: [{ role: 'officer', officeId: 'office-899', from: '2020-01-01', to: '2025-06-30' }],
  },
  {
    id: 'demo-supervisor-1',
    name: 'Lý Thanh Hà',
    title: 'Chuyên viên theo dõi cấp tỉnh',
    about: 'provincial supervisor',
    roles: at(PROVINCE, 'supervisor'),
  },
  {
    id: 'demo-inspector-1',
    name: 'Trương Quốc Việt',
    title: 'Thanh tra',
    about: 'inspector',
    roles: at(PROVINCE, 'inspector'),
  },
  {
    id: 'demo-administrator-1',
    name: 'Mai Thị Ngọc',
    title: 'Người quản trị hệ thống',
    about: 'administrator',
    roles: at(PROVINCE, 'administrator', '2020-01-01'),
  },
  {
    id: 'demo-fund-officer-1',
    name: 'Lâm Thị Kim',
    title: 'Cán bộ thẩm định, Quỹ hỗ trợ phát triển hợp tác xã',
    about: 'appraisal officer of the support fund',
    roles: at(PROVINCE, 'fundOfficer'),
  },
  {
    id: 'demo-fund-officer-2',
    name: 'Trịnh Văn Lộc',
    title: 'Cán bộ thẩm định, Quỹ hỗ trợ phát triển hợp tác xã',
    about: 'second appraisal officer of the support fund',
    roles: at(PROVINCE, 'fundOfficer'),
  },
  {
    id: 'demo-fund-treasurer-1',
    name: 'Hồ Thị Phụng',
    title: 'Kế toán, thủ quỹ, Quỹ hỗ trợ phát triển hợp tác xã',
    about: 'treasurer of the support fund',
    roles: at(PROVINCE, 'fundTreasurer'),
  },
  {
    id: 'demo-fund-treasurer-2',
    name: 'Đỗ Minh Quân',
    title: 'Kế toán, thủ quỹ, Quỹ hỗ trợ phát triển hợp tác xã',
    about: 'second treasurer of the support fund',
    roles: at(PROVINCE, 'fundTreasurer'),
  },
  {
    id: 'demo-fund-council-1',
    name: 'Thạch Sa Rươl',
    title: 'Chủ tịch Hội đồng tín dụng, Quỹ hỗ trợ phát triển hợp tác xã',
    about: 'chair of the credit council',
    roles: at(PROVINCE, 'fundCouncil'),
  },
  {
    id: 'demo-fund-council-2',
    name: 'Cao Thị Bích',
    title: 'Thành viên Hội đồng tín dụng',
    about: 'member of the credit council',
    roles: at(PROVINCE, 'fundCouncil'),
  },
  {
    id: 'demo-fund-council-3',
    name: 'Tạ Hoàng Sơn',
    title: 'Thành viên Hội đồng tín dụng',
    about: 'member of the credit council',
    roles: at(PROVINCE, 'fundCouncil'),
  },
  {
    id: 'demo-fund-director-1',
    name: 'Dương Thị Hạnh',
    title: 'Giám đốc Quỹ hỗ trợ phát triển hợp tác xã',
    about: 'director of the support fund',
    roles: at(PROVINCE, 'fundDirector'),
  },
  {
    id: 'demo-fund-director-2',
    name: 'Phan Quốc Đạt',
    title: 'Phó Giám đốc Quỹ hỗ trợ phát triển hợp tác xã',
    about: 'deputy director of the support fund',
    roles: at(PROVINCE, 'fundDirector'),
  },
];
