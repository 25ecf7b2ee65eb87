import type { FactsByKind, PaperKind } from '../paper.types';
import type { Sheet } from '../typesetting/sheet';
import { apologyV1 } from './apology.v1';
import { certificateV1 } from './certificate.v1';
import { correctionNoticeV1 } from './correction-notice.v1';
import { foundingRequestV1 } from './founding-request.v1';
import { receiptV1 } from './receipt.v1';
import { refusalV1 } from './refusal.v1';
import { refusalV2 } from './refusal.v2';
import { withdrawalV1 } from './withdrawal.v1';

/** One version of a template: never changed once a paper was issued with it; a change is the next version beside it. */
export interface Template<K extends PaperKind> {
  readonly size: 'A4' | 'A5';
  /** The file's title. */
  readonly title: string;
  set(sheet: Sheet, facts: FactsByKind[K]): void;
}

/** Every version of every kind, the first at place 0. */
export const TEMPLATES: { readonly [K in PaperKind]: readonly Template<K>[] } = {
  receipt: [{ size: 'A5', title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', set: receiptV1 }],
  correctionNotice: [{ size: 'A4', title: 'Thông báo yêu cầu sửa đổi, bổ sung hồ sơ', set: correctionNoticeV1 }],
  refusal: [
    { size: 'A4', title: 'Thông báo từ chối cấp đăng ký', set: refusalV1 },
    { size: 'A4', title: 'Thông báo từ chối cấp đăng ký', set: refusalV2 },
  ],
  certificate: [{ size: 'A4', title: 'Giấy chứng nhận đăng ký', set: certificateV1 }],
  withdrawalConfirmation: [{ size: 'A4', title: 'Thông báo dừng thực hiện thủ tục', set: withdrawalV1 }],
  apology: [{ size: 'A5', title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', set: apologyV1 }],
  foundingRequest: [{ size: 'A4', title: 'Giấy đề nghị đăng ký', set: foundingRequestV1 }],
};
