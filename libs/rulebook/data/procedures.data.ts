import type { ProcedureSource } from '../rulebook.types';
import { FOUNDING_DOCUMENTS } from './founding-documents.data';
import { GRANT_CONDITIONS, RECEIVING_CONDITIONS, REFUSAL_GROUNDS } from './grounds.data';
import { APPLICANT, OFFICES } from './offices.data';
import { per, R2_TO_R3, R4, SINCE_R2 } from './periods.data';

/** P01 founding, P02 correction, P03 withdrawal. */
export const PROCEDURES: readonly ProcedureSource[] = [
  {
    id: 'P01',
    organisations: ['cooperative', 'cooperativeUnion'],
    ...per('L23 Art. 42', SINCE_R2),
    documents: FOUNDING_DOCUMENTS,
    timers: [
      {
        timer: 'decision',
        who: 'office',
        amount: 3,
        unit: 'working-day',
        starts: 'receipt',
        onExpiry: 'complaintRight',
        ...per('L23 Art. 42.4', SINCE_R2),
      },
    ],
    actors: [
      APPLICANT,
      ...OFFICES,
      {
        task: 'assignsCode',
        nameVi: 'Hệ thống thông tin đăng ký thuế',
        nameEn: 'Tax-registration system',
        ...per('L23 Art. 46', R2_TO_R3),
      },
      {
        task: 'assignsCode',
        nameVi: 'Hệ thống thông tin đăng ký thuế',
        nameEn: 'Tax-registration system',
        ...per('L23 Art. 46; D295 Art. 14', R4),
      },
    ],
    refusalGrounds: REFUSAL_GROUNDS,
    grantConditions: GRANT_CONDITIONS,
    receivingConditions: RECEIVING_CONDITIONS,
    loops: ['P02', 'P03'],
  },
  {
    id: 'P02',
    organisations: ['cooperative', 'cooperativeUnion'],
    ...per('L23 Art. 42.4', SINCE_R2),
    documents: [],
    timers: [
      {
        timer: 'correctionNotice',
        who: 'office',
        amount: 3,
        unit: 'working-day',
        starts: 'receipt',
        onExpiry: 'complaintRight',
        ...per('L23 Art. 42.4', R2_TO_R3),
      },
      {
        timer: 'correctionNotice',
        who: 'office',
        amount: 3,
        unit: 'working-day',
        starts: 'receipt',
        onExpiry: 'complaintRight',
        ...per('D295 Art. 21', R4),
        note: 'One notice lists all defects.',
      },
      {
        timer: 'correctionAnswer',
        who: 'applicant',
        amount: 60,
        unit: 'day',
        starts: 'notice',
        onExpiry: 'dossierCancelled',
        ...per('D92 Art. 19.6; D92 Art. 31.4', R2_TO_R3),
      },
      {
        timer: 'correctionAnswer',
        who: 'applicant',
        amount: 60,
        unit: 'day',
        starts: 'notice',
        onExpiry: 'dossierCancelled',
        ...per('D295 Art. 19.6; D295 Art. 30.4', R4),
      },
    ],
    actors: [APPLICANT, ...OFFICES],
    refusalGrounds: [],
    grantConditions: [],
    receivingConditions: [],
    loops: [],
  },
  {
    id: 'P03',
    organisations: ['cooperative', 'cooperativeUnion'],
    ...per('D92 Art. 19.7; D295 Art. 19.7', SINCE_R2),
    documents: [],
    timers: [
      {
        timer: 'withdrawalDecision',
        who: 'office',
        amount: 3,
        unit: 'working-day',
        starts: 'request',
        onExpiry: 'none',
        ...per('D92 Art. 19.7', R2_TO_R3),
      },
      {
        timer: 'withdrawalDecision',
        who: 'office',
        amount: 1,
        unit: 'working-day',
        starts: 'request',
        onExpiry: 'none',
        ...per('D295 Art. 19.7', R4),
      },
    ],
    actors: [APPLICANT, ...OFFICES],
    refusalGrounds: [],
    grantConditions: [],
    receivingConditions: [],
    loops: [],
  },
];
