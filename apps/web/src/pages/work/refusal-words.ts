import { inLanguage } from '../../shared/language';

/** Grounds of a refusal (D295 Art. 32; L23 Art. 44.1), by the server's codes. */
export const REFUSAL_WORDS: Readonly<Record<string, string>> = inLanguage({
  conditionsNotMet: ['Không đủ điều kiện cấp đăng ký', 'A condition of the grant is missing'],
  violationNotice: ['Đã có thông báo vi phạm hoặc quyết định thu hồi', 'A violation notice or revocation stands'],
  dissolving: ['Đang giải thể hoặc chấm dứt hoạt động', 'Being dissolved or terminated'],
  notAtAddress: ['Không hoạt động tại địa chỉ đã đăng ký', 'Not found at the registered address'],
  authorityBlock: [
    'Tòa án, cơ quan thi hành án, cơ quan điều tra yêu cầu bằng văn bản',
    'A court, enforcement or investigation body blocks it in writing',
  ],
});
