import type { RulebookSource } from '../rulebook.types';
import { DEADLINE_POLICY_VALUES } from './deadline-policy.data';
import { FOUNDING_CONFERENCE_VALUES } from './founding-conference.data';
import { GENERAL_MEETING_VALUES } from './general-meeting.data';
import { NAME_RULES } from './name-rules.data';
import { PAPER_FORMS } from './paper-forms.data';
import { OFFICER_VALUES } from './officers.data';
import { REMEDY_VALUES } from './remedies.data';
import { per, R1, R2_TO_R3, R4, SINCE_R2 } from './periods.data';

const PROVINCIAL_COUNCIL = {
  setByVi: 'Hội đồng nhân dân cấp tỉnh',
  setByEn: 'the provincial People’s Council',
} as const;

/** Values by subject; each list is in order of time. */
export const VALUES: RulebookSource['values'] = {
  'minimumMembers.cooperative': [
    { value: 7, ...per('L12 Art. 3', R1, 'secondary') },
    { value: 5, ...per('L23 Art. 4.7', SINCE_R2) },
  ],
  'minimumMembers.cooperativeUnion': [
    { value: 4, ...per('L12 Art. 3', R1, 'secondary') },
    { value: 3, ...per('L23 Art. 4.8', SINCE_R2) },
  ],
  'minimumMembers.cooperativeGroup': [{ value: 2, ...per('L23 Art. 4.21', SINCE_R2) }],
  'capital.maximumMemberShare.cooperative': [{ value: 3000, ...per('L23 Art. 74.1', SINCE_R2) }],
  'capital.maximumMemberShare.cooperativeUnion': [{ value: 4000, ...per('L23 Art. 74.1', SINCE_R2) }],
  'capital.maximumAffiliatesShare.cooperative': [{ value: 3000, ...per('L23 Art. 74.2', SINCE_R2) }],
  'capital.maximumAffiliatesShare.cooperativeUnion': [{ value: 4000, ...per('L23 Art. 74.2', SINCE_R2) }],
  'capital.maximumForeignShare.cooperative': [{ value: 3000, ...per('L23 Art. 74.3', SINCE_R2) }],
  'capital.maximumForeignShare.cooperativeUnion': [{ value: 3000, ...per('L23 Art. 74.3', SINCE_R2) }],
  'foreignMembers.below.cooperative': [{ value: 3500, ...per('L23 Art. 30.5', SINCE_R2) }],
  'foreignMembers.below.cooperativeUnion': [{ value: 3500, ...per('L23 Art. 34.4', SINCE_R2) }],
  'capital.paidInWithin': [{ value: { amount: 6, unit: 'month' }, ...per('L23 Art. 74.4', SINCE_R2) }],
  'capital.reductionRegisteredWithin': [{ value: { amount: 30, unit: 'day' }, ...per('L23 Art. 74.7', SINCE_R2) }],
  'governance.simplifiedSizes.cooperative': [{ value: ['micro'], ...per('L23 Art. 56', SINCE_R2) }],
  'governance.fullFromMembers.cooperativeUnion': [{ value: 10, ...per('L23 Art. 56', SINCE_R2) }],
  'legalRepresentative.minimumResident': [{ value: 1, ...per('L23 Art. 11', SINCE_R2) }],
  'caseCode.shape': [
    {
      value: 'H01.{office}-{yymmdd}-{nnnn}',
      ...per('L23 Art. 42', SINCE_R2, 'to_confirm'),
      note: "The province's code in the exchange of electronic documents comes first; which one is to be confirmed.",
    },
  ],
  'paper.datedEarlierAtMost': [
    {
      value: { amount: 30, unit: 'day' },
      ...per('L23 Art. 42.4', SINCE_R2, 'to_confirm'),
      note: 'House policy: no text says how late a paper may be entered; its own date counts.',
    },
  ],
  'filing.channels': [{ value: ['office', 'post', 'online'], ...per('L23 Art. 41.2', SINCE_R2) }],
  'filing.electronicFormats': [
    { value: ['doc', 'docx', 'pdf'], ...per('D92 Art. 30; D92 Art. 31; D92 Art. 32', R2_TO_R3) },
    { value: ['pdf'], ...per('D295 Art. 30; D295 Art. 31', R4) },
  ],
  'filing.delegatorMustAuthenticate': [
    { value: false, ...per('D92 Art. 12', R2_TO_R3) },
    { value: true, ...per('D295 Art. 12.6', R4), note: 'May follow after issue while the system is down.' },
  ],
  'correction.clockRestarts': [
    {
      value: true,
      ...per('D92 Art. 21', R2_TO_R3, 'to_confirm'),
      note: 'Inferred; only the title of the article was seen.',
    },
    { value: true, ...per('D295 Art. 21', R4, 'to_confirm'), note: 'Inferred; the text does not say it.' },
  ],
  'publication.within': [{ value: { amount: 30, unit: 'day' }, ...per('L23 Art. 49.3', SINCE_R2) }],
  'publication.duration': [{ value: { amount: 30, unit: 'day' }, ...per('L23 Art. 49', SINCE_R2) }],
  'fee.founding': [
    { value: PROVINCIAL_COUNCIL, ...per('D92 Art. 22', R2_TO_R3) },
    { value: PROVINCIAL_COUNCIL, ...per('D295 Art. 22', R4) },
  ],
  'memberData.retention': [{ value: { amount: 6, unit: 'year' }, ...per('D295 Art. 7.10', R4) }],
  'beneficialOwner.minimumShare': [{ value: 2500, ...per('D295 Art. 66', R4) }],
  'businessLine.codeDigits': [
    { value: 4, ...per('D92', R2_TO_R3, 'to_confirm'), note: 'Article not seen; taken over from Decree 295/2026.' },
    { value: 4, ...per('D295 Art. 13', R4) },
  ],
  'name.rules': [
    { value: NAME_RULES, ...per('L23 Art. 50', R2_TO_R3) },
    { value: NAME_RULES, ...per('L23 Art. 50; D295 Art. 15; D295 Art. 16; D295 Art. 17', R4) },
  ],
  ...OFFICER_VALUES,
  ...REMEDY_VALUES,
  ...DEADLINE_POLICY_VALUES,
  ...FOUNDING_CONFERENCE_VALUES,
  ...PAPER_FORMS,
  ...GENERAL_MEETING_VALUES,
};
