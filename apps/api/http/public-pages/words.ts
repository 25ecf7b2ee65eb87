import type { AreaTree } from '@hoptac/identity';
import type { LocalDate } from '@hoptac/kernel';

const ZONE = 'Asia/Ho_Chi_Minh';
const DAY = { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' } as const;
const dayFormat = new Intl.DateTimeFormat('vi-VN', DAY);
const timeFormat = new Intl.DateTimeFormat('vi-VN', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const number = new Intl.NumberFormat('vi-VN');

/** `2026-11-22` → `22/11/2026`. */
export const dayText = (day: string): string => dayFormat.format(new Date(`${day}T12:00:00+07:00`));
/** An instant by the clock of Việt Nam: `10:32:05 22/11/2026`. */
export const instantText = (instant: string): string =>
  `${timeFormat.format(new Date(instant))} ${dayFormat.format(new Date(instant))}`;
/** Đồng with the unit behind a no-break space. */
export const dongText = (amount: number): string => `${number.format(amount)}\u00a0₫`;

const AREA_KINDS: Readonly<Record<string, string>> = {
  province: 'tỉnh',
  district: 'huyện',
  city: 'thành phố',
  town: 'thị xã',
  commune: 'xã',
  ward: 'phường',
  townlet: 'thị trấn',
  specialZone: 'đặc khu',
};

/** An area with its kind, as it stood on the day: `phường Rạch Giá`. A code the table does not know shows as it is. */
export function areaText(areas: AreaTree, code: string, on: LocalDate): string {
  const area = areas.find(code, on);
  return area === undefined ? code : `${AREA_KINDS[area.kind] ?? ''} ${area.name}`.trim();
}

/** The people's committee whose registration office it is (D295 Art. 5). */
export const officeText = (areas: AreaTree, officeId: string, on: LocalDate): string =>
  `Ủy ban nhân dân ${areaText(areas, areas.areaOfOffice(officeId), on)}`;

/** Legal status in the words of the law. */
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
