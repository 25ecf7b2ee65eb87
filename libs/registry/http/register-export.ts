import type { Moment } from '@hoptac/chronicle';
import type { Sheet } from '@hoptac/exports';
import type { AreaTree } from '@hoptac/identity';
import type { Instant, LocalDate, OrganisationKind } from '@hoptac/kernel';
import type { LegalStatus } from '../domain';
import type { OrganisationRow } from '../read-models/organisations/organisations.tables';
import type { OrganisationQuery } from './organisations.dto';

const KINDS: Readonly<Record<OrganisationKind, string>> = {
  cooperative: 'Hợp tác xã',
  cooperativeUnion: 'Liên hiệp hợp tác xã',
  cooperativeGroup: 'Tổ hợp tác',
};
/** Legal statuses in the words of the national registry (D295 Art. 27). */
const STATUSES: Readonly<Record<LegalStatus, string>> = {
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

const COLUMNS = [
  { header: 'Tên', width: 48 },
  { header: 'Mã số', width: 14 },
  { header: 'Loại hình', width: 22 },
  { header: 'Tình trạng pháp lý', width: 28 },
  { header: 'Mã địa bàn', width: 12 },
  { header: 'Địa bàn', width: 24 },
  { header: 'Địa chỉ', width: 32 },
  { header: 'Ngành, nghề chính', width: 16 },
  { header: 'Lĩnh vực (sổ cũ)', width: 16 },
  { header: 'Vốn điều lệ (đồng)', width: 18 },
  { header: 'Thành viên chính thức', width: 14 },
  { header: 'Ngày đăng ký', width: 14 },
  { header: 'Giấy chứng nhận số', width: 18 },
] as const;

interface Made {
  readonly by: string;
  readonly at: Instant;
  readonly moment: Moment | undefined;
  readonly query: OrganisationQuery;
}

/** The filtered register as a table; names no person. `on`: the day whose area names are used. */
export function registerSheet(
  rows: AsyncIterable<OrganisationRow>,
  areas: AreaTree,
  on: LocalDate,
  { by, at, moment, query }: Made,
): Sheet {
  const asked = Object.entries(query).filter(([field]) => !['limit', 'cursor', 'after', 'asOf'].includes(field));
  return {
    name: 'Sổ đăng ký',
    columns: COLUMNS,
    rows: cells(rows, areas, on),
    about: [
      ['Nội dung', 'Sổ đăng ký hợp tác xã, liên hiệp hợp tác xã, tổ hợp tác'],
      [
        'Bộ lọc',
        asked.length === 0 ? 'không' : asked.map(([field, value]) => `${field} = ${String(value)}`).join('; '),
      ],
      ['Thời điểm xem (UTC)', moment?.instant ?? at],
      ['Vị trí trong sổ sự kiện', moment?.position.toString() ?? 'hiện tại'],
      ['Người xuất', by],
      ['Lúc xuất (UTC)', at],
    ],
  };
}

async function* cells(rows: AsyncIterable<OrganisationRow>, areas: AreaTree, on: LocalDate) {
  for await (const row of rows) {
    const area = areas.find(row.area_code, on) ?? areas.find(areas.successor(row.area_code, on) ?? '', on);
    yield [
      row.name,
      row.code,
      KINDS[row.kind],
      STATUSES[row.legal_status],
      row.area_code,
      area?.name ?? null,
      row.address_line,
      row.main_line,
      row.sector,
      row.charter_capital,
      row.official_members,
      row.registered_on,
      row.certificate_number,
    ];
  }
}
