import type { PaperForm, Rule, RulebookSource } from '../rulebook.types';
import { per, R2_TO_R3, R4 } from './periods.data';

type FormSubject = Extract<keyof RulebookSource['values'], `paperForm.${string}`>;

/**
 * Forms are issued by circular (D295 Art. 3.8). Circular 09/2024/TT-BKHĐT numbered those of Decree 92/2024 (titles not seen); whether a new one replaced it after
 * 23 July 2026 was not found. Slips are named as in Circular 01/2018/TT-VPCP. So names stand here, codes do not.
 */
const form = (nameVi: string, nameEn: string): readonly Rule<PaperForm>[] => [
  {
    value: { nameVi, nameEn },
    ...per('D92', R2_TO_R3, 'to_confirm'),
    note: 'Circular 09/2024/TT-BKHĐT; code not seen.',
  },
  {
    value: { nameVi, nameEn },
    ...per('D295 Art. 3.8', R4, 'to_confirm'),
    note: 'Circular of the Minister of Finance not found.',
  },
];

/** Papers by name and form. */
export const PAPER_FORMS: Pick<RulebookSource['values'], FormSubject> = {
  'paperForm.receipt': form('Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Receipt with due date'),
  'paperForm.correctionNotice': form('Thông báo yêu cầu sửa đổi, bổ sung hồ sơ', 'Correction notice'),
  'paperForm.refusal': form('Thông báo từ chối cấp đăng ký', 'Notice of refusal'),
  'paperForm.certificate': form('Giấy chứng nhận đăng ký', 'Registration certificate'),
  'paperForm.withdrawalConfirmation': form('Thông báo dừng thực hiện thủ tục', 'Confirmation of the withdrawal'),
  'paperForm.apology': form('Phiếu xin lỗi và hẹn lại ngày trả kết quả', 'Apology with a new date'),
  'paperForm.foundingRequest': form('Giấy đề nghị đăng ký', 'Request for registration'),
};
