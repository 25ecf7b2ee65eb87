import type { DossierStatus } from '../domain';

/** The present step as pages say it. */
export const STEP_WORDS: Readonly<Record<DossierStatus, { readonly vi: string; readonly en: string }>> = {
  NotFiled: { vi: 'Bản nháp', en: 'Draft' },
  UnderExamination: { vi: 'Đang xem xét', en: 'In review' },
  AwaitingCorrection: { vi: 'Chờ sửa đổi, bổ sung', en: 'Correction requested' },
  AwaitingDecision: { vi: 'Chờ quyết định', en: 'Awaiting decision' },
  Granted: { vi: 'Đã chấp thuận, đang cấp Giấy chứng nhận', en: 'Accepted, certificate being issued' },
  Registered: { vi: 'Đã cấp Giấy chứng nhận', en: 'Granted' },
  Refused: { vi: 'Từ chối cấp đăng ký', en: 'Refused' },
  Lapsed: { vi: 'Đã hủy do quá hạn bổ sung', en: 'Lapsed' },
  Withdrawn: { vi: 'Đã dừng theo đề nghị', en: 'Withdrawn' },
};
