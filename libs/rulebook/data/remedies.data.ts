import type { RemedyRule, RulebookSource } from '../rulebook.types';
import { per, SINCE_R2 } from './periods.data';

const EVERY: RemedyRule['grounds'] = [
  'violationNotice',
  'dissolving',
  'notAtAddress',
  'authorityBlock',
  'conditionsNotMet',
];

type Remedies = 'remedy.newFiling' | 'remedy.complaint' | 'remedy.lawsuit';

/** What may be done against a refusal. How a ground is lifted stands with the ground itself. */
export const REMEDY_VALUES: Pick<RulebookSource['values'], Remedies> = {
  'remedy.newFiling': [
    {
      value: {
        grounds: EVERY,
        textVi: 'Nộp hồ sơ mới khi lý do từ chối không còn',
        textEn: 'File anew once the reason no longer holds',
      },
      ...per('L23 Art. 42', SINCE_R2, 'to_confirm'),
      note: 'Inferred: no text forbids a new dossier after a refusal.',
    },
  ],
  'remedy.complaint': [
    {
      value: {
        grounds: EVERY,
        textVi: 'Khiếu nại đến người đã ký thông báo từ chối',
        textEn: 'Complain to whoever signed the refusal',
        within: { amount: 90, unit: 'day' },
      },
      ...per('KN11 Art. 7; KN11 Art. 9', SINCE_R2, 'secondary'),
      note: 'A name’s refusal is final within the administration; whether a complaint against it is taken is to be confirmed.',
    },
  ],
  'remedy.lawsuit': [
    {
      value: {
        grounds: EVERY,
        textVi: 'Khởi kiện vụ án hành chính tại Tòa án',
        textEn: 'Bring an administrative lawsuit',
        within: { amount: 1, unit: 'year' },
      },
      ...per('TTHC15 Art. 116', SINCE_R2, 'secondary'),
    },
  ],
};
