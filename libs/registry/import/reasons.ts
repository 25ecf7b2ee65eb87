import type { RejectedRow } from './plan';
import type { RejectionReason } from './rows';

const TEXTS: Readonly<Record<RejectionReason, string>> = {
  NAME_MISSING: 'Thiếu tên tổ chức',
  KIND_UNKNOWN: 'Không rõ là hợp tác xã, liên hiệp hợp tác xã hay tổ hợp tác',
  AREA_UNKNOWN: 'Không tìm thấy xã, phường hoặc huyện này trong danh mục',
  CODE_MALFORMED: 'Mã số sai dạng',
  DUPLICATE_IN_FILE: 'Trùng với một dòng ở trên',
};

/** Why a row is not taken over, for the person who mends the file; Vietnamese. */
export const importReasonText = (reason: RejectionReason, row: RejectedRow): string =>
  row.sameAsRow === undefined ? TEXTS[reason] : `${TEXTS[reason]} (dòng ${row.sameAsRow})`;
