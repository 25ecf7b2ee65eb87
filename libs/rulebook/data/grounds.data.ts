import type { ConditionRule, RefusalGroundRule } from '../rulebook.types';
import { per, R2_TO_R3, R4, SINCE_R2 } from './periods.data';

const existing = (
  ground: RefusalGroundRule['ground'],
  article: string,
  texts: Pick<RefusalGroundRule, 'textVi' | 'textEn' | 'liftedVi' | 'liftedEn'>,
): readonly RefusalGroundRule[] => [
  { ground, ...texts, ...per('D92 Art. 33', R2_TO_R3) },
  { ground, ...texts, ...per(article, R4) },
];

/** Grounds of refusal (D92 Art. 33; D295 Art. 32; L23 Art. 44.1). */
export const REFUSAL_GROUNDS: readonly RefusalGroundRule[] = [
  ...existing('violationNotice', 'D295 Art. 32', {
    textVi: 'Đã có thông báo về hành vi vi phạm trong vụ việc thu hồi, hoặc quyết định thu hồi',
    textEn: 'A violation notice in a revocation case, or a revocation decision, stands',
    liftedVi: 'Đã khắc phục vi phạm và được chấp nhận, hoặc Giấy chứng nhận được khôi phục',
    liftedEn: 'The violation is cured and accepted, or the certificate restored',
  }),
  ...existing('dissolving', 'D295 Art. 32', {
    textVi: 'Đang giải thể theo nghị quyết, hoặc đang chấm dứt hoạt động',
    textEn: 'Dissolving by resolution, or terminating',
    liftedVi: 'Chỉ với thay đổi phục vụ việc giải thể, có giải trình bằng văn bản được chấp nhận',
    liftedEn: 'Only changes that serve the dissolution, with a written explanation accepted',
  }),
  ...existing('notAtAddress', 'D295 Art. 32.1.c', {
    textVi: 'Không hoạt động tại địa chỉ đã đăng ký',
    textEn: 'Not operating at the registered address',
    liftedVi: 'Cơ quan thuế chấm dứt tình trạng này',
    liftedEn: 'The tax authority ends the status',
  }),
  ...existing('authorityBlock', 'D295 Art. 32.3', {
    textVi: 'Tòa án, cơ quan thi hành án hoặc cơ quan điều tra yêu cầu bằng văn bản không thực hiện thủ tục này',
    textEn: 'A court, enforcement or investigation body blocks this procedure in writing',
    liftedVi: 'Cơ quan đó đồng ý bằng văn bản',
    liftedEn: 'That body consents in writing',
  }),
  {
    ground: 'conditionsNotMet',
    textVi: 'Không đáp ứng điều kiện cấp Giấy chứng nhận',
    textEn: 'A condition of the certificate is not met',
    ...per('L23 Art. 44.1', SINCE_R2),
    note: 'Usually a correction notice comes first.',
  },
];

/** Conditions of the grant (L23 Art. 44.1). */
export const GRANT_CONDITIONS: readonly ConditionRule[] = [
  {
    condition: 'lineNotBanned',
    textVi: 'Ngành, nghề không bị cấm',
    textEn: 'No banned business line',
    ...per('L23 Art. 44.1', SINCE_R2),
  },
  { condition: 'dossierValid', textVi: 'Hồ sơ hợp lệ', textEn: 'Valid dossier', ...per('L23 Art. 44.1', SINCE_R2) },
  {
    condition: 'nameProper',
    textVi: 'Tên đúng quy định',
    textEn: 'Lawful name',
    ...per('L23 Art. 44.1; L23 Art. 50', SINCE_R2),
  },
  { condition: 'feePaid', textVi: 'Đã nộp lệ phí', textEn: 'Fee paid', ...per('L23 Art. 44.1', SINCE_R2) },
];

const receiving = (condition: string, textVi: string, textEn: string): readonly ConditionRule[] => [
  { condition, textVi, textEn, ...per('D92 Art. 19.2', R2_TO_R3) },
  { condition, textVi, textEn, ...per('D295 Art. 19.2', R4) },
];

/** For dossiers on paper, at the office or by post. */
export const RECEIVING_CONDITIONS: readonly ConditionRule[] = [
  ...receiving('allPapersPresent', 'Đủ giấy tờ theo quy định', 'All papers present'),
  ...receiving('nameFilledIn', 'Tên đã được điền', 'Name of the organisation filled in'),
  ...receiving('filerPhoneGiven', 'Có số điện thoại của người nộp', "Filer's telephone number given"),
  ...receiving('feePaidUnlessExempt', 'Đã nộp lệ phí, trừ trường hợp được miễn', 'Fee paid unless exempt'),
];
