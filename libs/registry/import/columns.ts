import { searchText } from '@hoptac/kernel';

/** Fields of the template, in its order. */
export type Field =
  | 'code'
  | 'name'
  | 'kind'
  | 'abbreviation'
  | 'foreignName'
  | 'addressLine'
  | 'commune'
  | 'district'
  | 'phone'
  | 'email'
  | 'registeredOn'
  | 'charterCapital'
  | 'officialMembers'
  | 'capitalContributingAffiliates'
  | 'nonContributingAffiliates'
  | 'businessLine'
  | 'sector'
  | 'representativeName'
  | 'representativeIdentity'
  | 'legalStatus';

interface Column {
  readonly field: Field;
  /** Header of the template; Vietnamese first. */
  readonly header: string;
  /** Other headers seen in registers, as people write them. */
  readonly alsoCalled: readonly string[];
  readonly example: string;
}

export const COLUMNS: readonly Column[] = [
  {
    field: 'code',
    header: 'Mã số',
    alsoCalled: ['Mã số hợp tác xã', 'Mã số HTX', 'Mã số thuế', 'MST', 'Số đăng ký', 'Mã số đăng ký', 'Số GCN ĐKKD'],
    example: '1702345678',
  },
  {
    field: 'name',
    header: 'Tên tổ chức',
    alsoCalled: ['Tên hợp tác xã', 'Tên HTX', 'Tên', 'Tên đơn vị', 'Tên HTX, THT', 'Tên hợp tác xã, tổ hợp tác'],
    example: 'Hợp tác xã Nông nghiệp Tân Phú',
  },
  { field: 'kind', header: 'Loại hình', alsoCalled: ['Loại hình tổ chức', 'Loại'], example: 'Hợp tác xã' },
  { field: 'abbreviation', header: 'Tên viết tắt', alsoCalled: ['Viết tắt'], example: 'HTX NN Tân Phú' },
  {
    field: 'foreignName',
    header: 'Tên bằng tiếng nước ngoài',
    alsoCalled: ['Tên nước ngoài', 'Tên tiếng Anh'],
    example: '',
  },
  {
    field: 'addressLine',
    header: 'Địa chỉ trụ sở',
    alsoCalled: ['Địa chỉ', 'Trụ sở', 'Trụ sở chính', 'Địa chỉ trụ sở chính', 'Ấp, khu phố'],
    example: 'Ấp Tân Hòa',
  },
  {
    field: 'commune',
    header: 'Xã, phường, đặc khu',
    alsoCalled: ['Xã', 'Xã, phường, thị trấn', 'Xã/phường', 'Xã, phường', 'Tên xã', 'Đơn vị hành chính cấp xã'],
    example: 'Tân Hiệp',
  },
  {
    field: 'district',
    header: 'Huyện, thành phố (trước 01/07/2025)',
    alsoCalled: ['Huyện', 'Quận, huyện', 'Huyện, thành phố', 'Huyện/thành phố', 'Huyện, thị xã, thành phố', 'Địa bàn'],
    example: 'Tân Hiệp',
  },
  { field: 'phone', header: 'Điện thoại', alsoCalled: ['Số điện thoại', 'SĐT', 'ĐT'], example: '0297 3 000 000' },
  { field: 'email', header: 'Thư điện tử', alsoCalled: ['Email', 'E-mail'], example: '' },
  {
    field: 'registeredOn',
    header: 'Ngày đăng ký',
    alsoCalled: [
      'Ngày cấp',
      'Ngày thành lập',
      'Ngày ĐKKD',
      'Ngày cấp giấy chứng nhận',
      'Ngày cấp đăng ký',
      'Năm thành lập',
    ],
    example: '05/07/2019',
  },
  {
    field: 'charterCapital',
    header: 'Vốn điều lệ (đồng)',
    alsoCalled: ['Vốn điều lệ', 'Vốn', 'VĐL', 'Vốn đăng ký'],
    example: '1.200.000.000',
  },
  {
    field: 'officialMembers',
    header: 'Số thành viên chính thức',
    alsoCalled: [
      'Số thành viên',
      'Thành viên',
      'Số xã viên',
      'Tổng số thành viên',
      'Thành viên chính thức',
      'Số lượng thành viên',
    ],
    example: '64',
  },
  {
    field: 'capitalContributingAffiliates',
    header: 'Số thành viên liên kết góp vốn',
    alsoCalled: ['Thành viên liên kết góp vốn', 'Thành viên liên kết'],
    example: '3',
  },
  {
    field: 'nonContributingAffiliates',
    header: 'Số thành viên liên kết không góp vốn',
    alsoCalled: ['Thành viên liên kết không góp vốn'],
    example: '0',
  },
  {
    field: 'businessLine',
    header: 'Mã ngành chính',
    alsoCalled: ['Ngành nghề', 'Mã ngành', 'Ngành, nghề chính', 'Ngành nghề kinh doanh'],
    example: '0111',
  },
  {
    field: 'sector',
    header: 'Lĩnh vực',
    alsoCalled: ['Lĩnh vực hoạt động', 'Ngành hoạt động'],
    example: 'Nông nghiệp',
  },
  {
    field: 'representativeName',
    header: 'Người đại diện theo pháp luật',
    alsoCalled: ['Người đại diện', 'Đại diện pháp luật', 'Giám đốc', 'Chủ tịch HĐQT', 'Họ tên người đại diện'],
    example: 'Nguyễn Văn An',
  },
  {
    field: 'representativeIdentity',
    header: 'Số định danh của người đại diện',
    alsoCalled: ['Số CCCD', 'CCCD', 'CMND', 'Số CMND/CCCD', 'Số định danh cá nhân'],
    example: '',
  },
  {
    field: 'legalStatus',
    header: 'Tình trạng pháp lý',
    alsoCalled: ['Tình trạng', 'Trạng thái', 'Tình trạng hoạt động'],
    example: 'Đang hoạt động',
  },
];

/** Header words without marks, punctuation and numbering, for comparing. */
const key = (header: string): string =>
  searchText(header)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^a-z0-9 ]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const KNOWN = new Map<string, Field>(
  COLUMNS.flatMap((column) => [column.header, ...column.alsoCalled].map((name) => [key(name), column.field] as const)),
);

/** Which column holds which field. */
export type Mapping = Partial<Record<Field, number>>;

/**
 * Recognises headers; `own` maps a header of the file to a field and goes first. A header over two merged rows comes as `Thành viên › Chính thức`
 * and is tried whole, then by its lower part.
 */
export function mapHeaders(
  headers: readonly string[],
  own: Readonly<Record<string, Field>> = {},
): { mapping: Mapping; unknown: string[] } {
  const ownKeys = new Map(Object.entries(own).map(([header, field]) => [key(header), field] as const));
  const mapping: Mapping = {};
  const unknown: string[] = [];
  headers.forEach((header, column) => {
    const parts = header.split('›');
    const candidates = [header.replace('›', ' '), parts.at(-1) ?? '', parts[0] ?? ''].map(key);
    const field = candidates
      .map((candidate) => ownKeys.get(candidate) ?? KNOWN.get(candidate))
      .find((found) => found !== undefined);
    if (field !== undefined && mapping[field] === undefined) mapping[field] = column;
    else if (key(header) !== '') unknown.push(header);
  });
  return { mapping, unknown };
}

/** How many fields a row of headers would name; the header row is the one that names most. */
export const headerScore = (headers: readonly string[], own: Readonly<Record<string, Field>> = {}): number =>
  Object.keys(mapHeaders(headers, own).mapping).length;
