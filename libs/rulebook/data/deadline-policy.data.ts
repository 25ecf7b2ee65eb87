import type { RulebookSource } from '../rulebook.types';
import { per, SINCE_R2 } from './periods.data';

type Values = RulebookSource['values'];

/**
 * What the house does about limits before and after they pass. No text orders it: the limit is the law's, the intervals are the house's policy, to be
 * confirmed by the province.
 */
export const DEADLINE_POLICY_VALUES: Pick<Values, Extract<keyof Values, `deadline.${string}`>> = {
  'deadline.reminders': [
    {
      value: [
        { timer: 'decision', to: 'officer', before: { amount: 1, unit: 'working-day' } },
        { timer: 'correctionAnswer', to: 'applicant', before: { amount: 15, unit: 'day' } },
        { timer: 'correctionAnswer', to: 'applicant', before: { amount: 3, unit: 'day' } },
      ],
      ...per('L23 Art. 42.4', SINCE_R2, 'to_confirm'),
      note: 'House policy.',
    },
  ],
  'deadline.escalations': [
    {
      value: [
        { level: 'deputy', after: { amount: 1, unit: 'working-day' } },
        { level: 'head', after: { amount: 2, unit: 'working-day' } },
        { level: 'province', after: { amount: 4, unit: 'working-day' } },
      ],
      ...per('L23 Art. 42.4', SINCE_R2, 'to_confirm'),
      note: 'House policy: after a limit of the office has passed without its act.',
    },
  ],
  'deadline.suspension': [
    {
      value: { limits: ['decision', 'withdrawal', 'correction'], longest: 366, earliestBefore: 30 },
      ...per('L23 Art. 42.4', SINCE_R2, 'to_confirm'),
      note: 'House policy: no text was found that says how disaster or force majeure suspends limits of registration; the decision itself is the ground.',
    },
  ],
};
