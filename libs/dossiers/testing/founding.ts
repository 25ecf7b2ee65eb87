import type { Actor, CommandMetadata, Instant } from '@hoptac/kernel';
import type {
  CheckResult,
  DeclaredMember,
  DossierCommand,
  DossierDocument,
  DossierEvent,
  DueDate,
  ElectedPerson,
  FoundingApplication,
} from '../domain';

/* Speaking examples of a founding dossier for the context's own specs. */

export const APPLICANT: Actor = { personId: 'p-applicant', role: 'applicant' };
export const OFFICER: Actor = { personId: 'p-officer', role: 'officer', officeId: 'office-1' };
export const OTHER_OFFICER: Actor = { personId: 'p-officer-2', role: 'officer', officeId: 'office-1' };
export const HEAD: Actor = { personId: 'p-head', role: 'head', officeId: 'office-1' };
export const SYSTEM: Actor = { personId: 'system:registration', role: 'system' };

/** Monday morning in Việt Nam. */
export const MONDAY: Instant = '2026-11-23T02:00:00.000Z';

export const metadata = (actor: Actor, now: Instant = MONDAY, commandId = 'c-1'): CommandMetadata => ({
  now,
  actor,
  commandId,
});

export const member = (number: number, change: Partial<DeclaredMember> = {}): DeclaredMember => ({
  person: { personId: `m-${String(number)}`, box: 'sealed' },
  memberKind: 'official',
  contribution: 40_000_000,
  foreign: false,
  identityFingerprint: `f-${String(number)}`,
  ...change,
});

export const application = (change: Partial<FoundingApplication> = {}): FoundingApplication => ({
  kind: 'cooperative',
  ownName: 'Nông nghiệp Tân Phú',
  headOffice: { areaCode: '30760', line: 'Ấp Tân Phú 1' },
  businessLines: [{ code: '0111', main: true }],
  charterCapital: 200_000_000,
  members: [1, 2, 3, 4, 5].map((number) => member(number)),
  legalRepresentativeId: 'm-1',
  governance: 'full',
  conference: {
    heldOn: '2026-11-15',
    foundersInvited: 7,
    foundersAttended: 6,
    votesForCharter: 6,
    votesForMemberList: 6,
    votesForPlan: 5,
  },
  elected: [elected('m-1', 'boardChair'), elected('m-2', 'director'), elected('m-3', 'supervisoryHead')],
  beneficialOwners: [{ personId: 'm-1', ground: 'topManager' }],
  ...change,
});

export const elected = (personId: string, office: ElectedPerson['office'], votesFor = 6): ElectedPerson => ({
  personId,
  office,
  votesFor,
});

export const document = (kind: string): DossierDocument => ({
  kind,
  sha256: 'a'.repeat(64),
  fileName: `${kind}.pdf`,
  mediaType: 'application/pdf',
  size: 1000,
});

export const due = (dueOn: DueDate['dueOn'], dueAt: Instant, change: Partial<DueDate> = {}): DueDate => ({
  dueOn,
  dueAt,
  amount: 3,
  unit: 'working-day',
  countedFrom: '2026-11-23',
  article: 'L23 Art. 42.4',
  toConfirm: false,
  calendarVersion: '1',
  ...change,
});
/** Three working days from Monday: Thursday, 24:00. */
export const DECISION_DUE = due('2026-11-26', '2026-11-26T17:00:00.000Z');
export const CORRECTION_DUE = due('2027-01-25', '2027-01-25T17:00:00.000Z', {
  amount: 60,
  unit: 'day',
  article: 'D295 Art. 19.6',
});
export const WITHDRAWAL_DUE = due('2026-11-24', '2026-11-24T17:00:00.000Z', { amount: 1, article: 'D295 Art. 19.7' });

export const DEFECTS = [{ subject: 'document:charter', reason: 'Điều lệ thiếu chữ ký', article: 'L23 Art. 40' }];

export const filed = (): DossierEvent => ({
  type: 'DossierFiled',
  data: {
    dossierId: '1',
    caseCode: 'H01.24-261123-0001',
    procedure: 'P01',
    regime: 'R4',
    channel: 'online',
    receivingOfficeId: 'office-1',
    decidingOfficeId: 'office-1',
    receivedAt: MONDAY,
    applicantId: APPLICANT.personId,
    application: application(),
    documents: [document('charter')],
    due: DECISION_DUE,
  },
});
const result = (outcome: CheckResult['outcome']): CheckResult => ({
  check: 'minimumMembers',
  outcome,
  article: 'L23 Art. 4.7',
  evidence: 'verified',
  inputs: { members: 5, minimum: 5 },
});
export const checked = (round = 0, outcome: CheckResult['outcome'] = 'passed', nameReserved = true): DossierEvent => ({
  type: 'DossierChecked',
  data: { round, results: [result(outcome)], nameReserved },
});
/** Everything on the check list of the round, judged by the officer. */
export const confirmed = (round = 0, outcome: 'passed' | 'failed' = 'passed'): DossierEvent => ({
  type: 'DossierChecksConfirmed',
  data: {
    round,
    checks: ['minimumMembers', 'document:charter'].map((check) => ({
      check,
      outcome,
      ...(outcome === 'failed' ? { note: 'Thiếu chữ ký' } : {}),
    })),
    confirmedBy: OFFICER.personId,
  },
});
export const correctionRequested = (): DossierEvent => ({
  type: 'DossierCorrectionRequested',
  data: { round: 0, defects: DEFECTS, requestedBy: OFFICER.personId, due: CORRECTION_DUE },
});
export const resubmitted = (): DossierEvent => ({
  type: 'DossierResubmitted',
  data: {
    round: 1,
    application: application(),
    documents: [document('charter')],
    due: due('2026-12-04', '2026-12-04T17:00:00.000Z'),
  },
});
export const examined = (proposal: 'grant' | 'refuse' = 'grant'): DossierEvent => ({
  type: 'DossierExamined',
  data: {
    round: 0,
    examinedBy: OFFICER.personId,
    ...(proposal === 'grant' ? { proposal } : { proposal, ground: 'conditionsNotMet', reason: 'Ngành nghề bị cấm' }),
  },
});
export const taxCodeReceived = (): DossierEvent => ({
  type: 'DossierTaxCodeReceived',
  data: { taxCode: '1700123456', receivedAt: MONDAY },
});
export const withdrawalRequested = (): DossierEvent => ({
  type: 'DossierWithdrawalRequested',
  data: { requestedBy: APPLICANT.personId, reason: 'Đổi kế hoạch', due: WITHDRAWAL_DUE },
});
export const granted = (): DossierEvent => ({
  type: 'DossierGranted',
  data: { decidedBy: HEAD.personId, examinedBy: OFFICER.personId, decidedOn: '2026-11-23' },
});
export const certificateIssued = (): DossierEvent => ({ type: 'DossierCertificateIssued', data: CERTIFICATE });
export const CERTIFICATE = {
  organisationId: 'o-1',
  code: '1700123456',
  certificateNumber: '1700123456-01',
  certificateToken: 'token',
  issuedOn: '2026-11-23',
} as const;

/** A dossier to which nothing is missing but the head's signature. */
export const readyToGrant = (): DossierEvent[] => [filed(), checked(), taxCodeReceived(), examined()];

export const file = (
  change: Partial<Extract<DossierCommand, { type: 'FileDossier' }>['data']> = {},
): DossierCommand => ({
  type: 'FileDossier',
  data: {
    dossierId: '1',
    caseCode: 'H01.24-261123-0001',
    regime: 'R4',
    channel: 'online',
    receivingOfficeId: 'office-1',
    decidingOfficeId: 'office-1',
    applicantId: APPLICANT.personId,
    application: application(),
    documents: [document('charter')],
    requiredDocuments: ['charter', 'foundingResolution'],
    due: DECISION_DUE,
    ...change,
  },
  metadata: metadata(APPLICANT),
});
