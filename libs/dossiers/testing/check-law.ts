import { checkFounding, type CheckInputs, type CheckLaw, type FoundingApplication } from '../domain';
import * as the from './founding';

/* The law as the checks of specs know it. */

const figure = (value: number) => ({ value, article: 'L23 Art. 74', evidence: 'verified' }) as const;
export const law: CheckLaw = {
  requiredDocuments: [{ kind: 'charter', article: 'L23 Art. 42.2.b' }],
  minimumMembers: figure(5),
  maximumMemberShare: figure(3_000),
  maximumAffiliatesShare: figure(3_000),
  foreignMembersBelow: figure(3_500),
  maximumForeignShare: figure(3_000),
  names: { article: 'L23 Art. 50', evidence: 'verified' },
  businessLineDigits: figure(4),
  decidingOffice: { article: 'D295 Art. 4.7', evidence: 'verified' },
  conferenceQuorum: { ...figure(5_000), evidence: 'to_confirm' },
  conferenceMajorityAbove: figure(5_000),
  electedOffices: {
    article: 'L23 Art. 39; L23 Art. 56',
    evidence: 'verified',
    value: {
      full: {
        required: [['boardChair'], ['supervisoryHead', 'supervisor']],
        allowed: ['boardChair', 'boardMember', 'director', 'supervisoryHead', 'supervisor'],
      },
      simplified: { required: [['director'], ['controller']], allowed: ['director', 'controller'] },
      single: ['boardChair', 'director', 'supervisoryHead'],
    },
  },
  officers: {
    article: 'L23 Art. 62.1',
    evidence: 'verified',
    value: {
      managing: ['boardChair', 'boardMember', 'director'],
      controlling: ['supervisoryHead', 'supervisor', 'controller'],
      hiredUnderFullGovernance: ['director'],
    },
  },
  barredPersons: { article: 'L23 Art. 62.4', evidence: 'to_confirm' },
  beneficialOwnerShare: figure(2_500),
};
export const inputs = (change: Partial<CheckInputs> = {}): CheckInputs => ({
  application: the.application(),
  documents: [the.document('charter')],
  decidingOfficeId: 'office-1',
  officeOfHeadOffice: 'office-1',
  law,
  name: { reserved: true, confusing: [], compared: 451 },
  representative: { identified: true, represents: [] },
  ...change,
});
export const outcomes = (change: Partial<CheckInputs> = {}): Record<string, string> =>
  Object.fromEntries(checkFounding(inputs(change)).map(({ check, outcome }) => [check, outcome]));

/** Outcomes for an application that differs from the sound one. */
export const outcomesOf = (change: Partial<FoundingApplication>): Record<string, string> =>
  outcomes({ application: the.application(change) });
