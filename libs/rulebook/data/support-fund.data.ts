import type { SupportFundRules } from '../support-fund-law';
import { per } from './periods.data';

/** Decree 45/2021/NĐ-CP: from 15 May 2021. */
const D45 = { from: '2021-05-15' } as const;
/** Circular 14/2024/TT-NHNN: from 12 August 2024. */
const TT14 = { from: '2024-08-12' } as const;

const PROVISIONING_NOTE =
  'Scale of microfinance institutions; only group 3 was seen, in a weak source, and the act in force is to be confirmed.';

/** What the law says of the Cooperative Development Support Fund; each list is in order of time. */
export const SUPPORT_FUND_RULES: SupportFundRules = {
  'charterCapital.minimum': [{ value: 20_000_000_000, ...per('D45 Art. 37', D45) }],
  'borrower.kinds': [
    {
      value: ['cooperative', 'cooperativeUnion', 'cooperativeMember', 'groupMember'],
      ...per('D45 Art. 20', D45),
    },
  ],
  'borrower.minimumAge': [{ value: 18, ...per('D45 Art. 22', D45) }],
  'ownCapital.minimumShare': [{ value: 2_000, ...per('D45 Art. 22', D45) }],
  'limit.singleBorrowerShare': [{ value: 1_500, ...per('D45 Art. 23.2', D45) }],
  'limit.relatedShare': [{ value: 2_500, ...per('D45 Art. 23.2', D45) }],
  'overdueRate.maximumFactor': [{ value: 15_000, ...per('D45 Art. 25', D45) }],
  'term.maximumMonths': [
    {
      value: 60,
      ...per('D45 Art. 24', D45, 'to_confirm'),
      note: 'The ceiling of Art. 24 was not seen; 5 years is that of Decision 23/2017/QĐ-TTg, which went before.',
    },
  ],
  'classification.windowDays': [{ value: 7, ...per('TT14 Art. 5', TT14, 'secondary') }],
  'classification.groups': [
    {
      value: [
        { group: 1, nonPerforming: false, overdue: { from: 0, below: 10 }, restructured: [] },
        {
          group: 2,
          nonPerforming: false,
          overdue: { from: 10, below: 30 },
          restructured: [{ times: 1, overdue: { from: 0, below: 1 } }],
        },
        {
          group: 3,
          nonPerforming: true,
          overdue: { from: 30, below: 90 },
          restructured: [{ times: 1, overdue: { from: 1, below: 30 } }],
          interestWaivedForInability: true,
        },
        {
          group: 4,
          nonPerforming: true,
          overdue: { from: 90, below: 180 },
          restructured: [
            { times: 1, overdue: { from: 30, below: 90 } },
            { times: 2, overdue: { from: 0, below: 1 } },
          ],
        },
        {
          group: 5,
          nonPerforming: true,
          overdue: { from: 180 },
          restructured: [
            { times: 1, overdue: { from: 90 } },
            { times: 2, overdue: { from: 1 } },
            { times: 3, orMore: true, overdue: { from: 0 } },
          ],
        },
      ],
      ...per('TT14 Art. 5; D45 Art. 28', TT14),
    },
  ],
  'provision.specificRates': [
    {
      value: { 1: 0, 2: 200, 3: 2_500, 4: 5_000, 5: 10_000 },
      ...per('D45 Art. 28', D45, 'to_confirm'),
      note: PROVISIONING_NOTE,
    },
  ],
  'provision.generalRate': [
    {
      value: { share: 50, ofGroups: [1, 2, 3, 4] },
      ...per('D45 Art. 28', D45, 'to_confirm'),
      note: PROVISIONING_NOTE,
    },
  ],
  'writeOff.minimumYears': [{ value: 5, ...per('D45 Art. 28', D45) }],
};
