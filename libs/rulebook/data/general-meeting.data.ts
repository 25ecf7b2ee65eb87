import type { RulebookSource } from '../rulebook.types';
import { per, R1, SINCE_R2 } from './periods.data';

type Values = RulebookSource['values'];

/** Rules of the general meeting — Đại hội thành viên (L23 Art. 57–61). */
export const GENERAL_MEETING_VALUES: Pick<Values, Extract<keyof Values, `generalMeeting.${string}`>> = {
  'generalMeeting.annualWithin': [{ value: { amount: 4, unit: 'month' }, ...per('L23 Art. 59.1', SINCE_R2) }],
  'generalMeeting.revocationAfterNone': [
    { value: { amount: 18, unit: 'month' }, ...per('L23 Art. 103.1.e', SINCE_R2) },
  ],
  'generalMeeting.simplifiedEvery': [{ value: { amount: 3, unit: 'month' }, ...per('L23 Art. 57.1', SINCE_R2) }],
  'generalMeeting.extraordinaryWithin': [{ value: { amount: 15, unit: 'day' }, ...per('L23 Art. 59.4', SINCE_R2) }],
  'generalMeeting.noticeBefore': [{ value: { amount: 3, unit: 'day' }, ...per('L23 Art. 60', SINCE_R2) }],
  'generalMeeting.agendaProposalBefore': [{ value: { amount: 2, unit: 'day' }, ...per('L23 Art. 60', SINCE_R2) }],
  'generalMeeting.quorum': [
    { value: [{ call: 1, minimumShare: 7500 }], ...per('L12 Art. 31', R1, 'secondary') },
    {
      value: [
        { call: 1, minimumShare: 5000 },
        { call: 2, minimumShare: 3300, within: { amount: 30, unit: 'day' } },
        { call: 3, minimumShare: 0, within: { amount: 20, unit: 'day' } },
      ],
      ...per('L23 Art. 59.7', SINCE_R2),
    },
  ],
  'generalMeeting.specialMajority': [
    { value: 7500, ...per('L12 Art. 34', R1, 'secondary') },
    { value: 6500, ...per('L23 Art. 61.2', SINCE_R2), note: 'Of the votes of those who attend and vote.' },
  ],
  'generalMeeting.specialMatters': [
    { value: ['charter', 'reorganisation', 'dissolution'], ...per('L12 Art. 34', R1, 'secondary') },
    {
      value: [
        'charter',
        'investingOrSellingFifthOfAssets',
        'undividedAssets',
        'governance',
        'reorganisation',
        'dissolution',
        'bankruptcy',
      ],
      ...per('L23 Art. 61.2', SINCE_R2),
    },
  ],
  'generalMeeting.ordinaryMajorityAbove': [{ value: 5000, ...per('L23 Art. 61.3', SINCE_R2) }],
  'generalMeeting.delegatesFromMembers': [{ value: 50, ...per('L23 Art. 57.2', SINCE_R2) }],
  'generalMeeting.delegates': [
    {
      value: [
        { membersFrom: 51, membersTo: 100, minimumShare: 5000 },
        { membersFrom: 101, membersTo: 300, minimumShare: 3000 },
        { membersFrom: 301, membersTo: 1000, minimumShare: 2000 },
        { membersFrom: 1001, minimumDelegates: 200 },
      ],
      ...per('L23 Art. 58', SINCE_R2),
    },
  ],
};
