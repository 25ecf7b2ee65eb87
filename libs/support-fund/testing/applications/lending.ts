import { systemActor, type Actor, type CommandMetadata, type Instant, type LocalDate } from '@hoptac/kernel';
import type {
  Assessment,
  BodyMember,
  DecisionMeasures,
  EligibilityFinding,
  FundPolicy,
  LoanApplicationSubmitted,
  LoanDueDate,
  LoanPlan,
  LoanTerms,
  PolicyBounds,
} from '../../domain';
import { ASSESSED } from '../../domain';

/** A Monday morning in Việt Nam. */
export const NOW: Instant = '2026-11-23T02:00:00.000Z';
export const TODAY: LocalDate = '2026-11-23';

const bound = (kind: 'atLeast' | 'atMost', value: number, article: string) => ({
  kind,
  value,
  article,
  evidence: 'verified' as const,
});
export const BOUNDS: PolicyBounds = {
  ownCapitalMinimumShare: bound('atLeast', 2_000, 'D45 Art. 22'),
  singleBorrowerShare: bound('atMost', 1_500, 'D45 Art. 23.2'),
  relatedShare: bound('atMost', 2_500, 'D45 Art. 23.2'),
  overdueRateFactor: bound('atMost', 15_000, 'D45 Art. 25'),
  maximumTermMonths: bound('atMost', 60, 'D45 Art. 24'),
  classificationWindowDays: bound('atMost', 7, 'TT14 Art. 5'),
  writeOffMinimumYears: bound('atLeast', 5, 'D45 Art. 28'),
};

/** Lending rules of a small provincial fund. */
export const policy = (change: Partial<FundPolicy> = {}): FundPolicy => ({
  ownCapitalMinimumShare: 2_000,
  singleBorrowerShare: 1_500,
  relatedShare: 2_500,
  annualRate: { from: 300, to: 600 },
  overdueRateFactor: 15_000,
  maximumTermMonths: 60,
  decisionLevels: [
    { upTo: 300_000_000, body: 'director' },
    { upTo: 2_000_000_000, body: 'council' },
    { body: 'board' },
  ],
  quorumShare: 6_600,
  majorityAboveShare: 5_000,
  securityKinds: ['landUseRight', 'machinery'],
  waiverRules: [
    {
      code: 'smallLoan',
      description: 'Khoản vay nhỏ của hợp tác xã xếp loại tốt',
      maximumAmount: 100_000_000,
      decidedBy: 'council',
    },
  ],
  documents: [
    { kind: 'businessPlan', nameVi: 'Phương án sản xuất, kinh doanh', nameEn: 'Business plan' },
    {
      kind: 'meetingResolution',
      nameVi: 'Nghị quyết Đại hội thành viên về việc vay vốn',
      nameEn: 'Resolution of the members on borrowing',
      of: ['cooperative', 'cooperativeUnion'],
    },
  ],
  priorityBorrowers: [],
  deadlines: { check: 3, completion: 10, appraisal: 15, decision: 5, contract: 20, security: 30 },
  allocationOrder: ['overdueInterest', 'interest', 'principal'],
  useInspectionWithinDays: 60,
  inspectionEveryMonths: 6,
  extensionMaximumMonths: 12,
  restructureMaximumCount: 2,
  classificationWindowDays: 7,
  writeOffMinimumYears: 5,
  ...change,
});

const SCHEDULE = {
  due: { periods: { firstOn: '2027-12-31', count: 3, everyMonths: 12 } },
  method: 'equalPrincipal',
  dayCount: 'actual/365',
  rounding: { unit: 1_000, remainder: 'last', interest: 'each' },
} as const;

/** 300 million wanted of a budget of 400; three years of harvest carry it. */
export const plan = (change: Partial<LoanPlan> = {}): LoanPlan => ({
  project: 'Nhà màng trồng dưa lưới',
  purpose: 'Mở rộng 2.000 m² nhà màng',
  budget: [
    { item: 'Nhà màng', amount: 300_000_000 },
    { item: 'Hệ thống tưới', amount: 100_000_000 },
  ],
  ownCapital: 100_000_000,
  otherCapital: 0,
  requestedAmount: 300_000_000,
  firstDisbursementOn: '2027-01-15',
  schedule: SCHEDULE,
  cashFlow: [
    { until: '2027-12-31', inflow: 400_000_000, outflow: 250_000_000 },
    { until: '2028-12-31', inflow: 450_000_000, outflow: 300_000_000 },
    { until: '2029-12-31', inflow: 450_000_000, outflow: 300_000_000 },
  ],
  securities: [{ kind: 'landUseRight', description: 'Quyền sử dụng 1,2 ha đất', value: 600_000_000 }],
  ...change,
});

export const terms = (change: Partial<LoanTerms> = {}): LoanTerms => ({
  amount: 300_000_000,
  annualRate: 513,
  overdueRateFactor: 15_000,
  schedule: SCHEDULE,
  tranches: [{ on: '2027-01-15', amount: 300_000_000, purpose: 'Nhà màng' }],
  allocationOrder: ['overdueInterest', 'interest', 'principal'],
  securities: [{ kind: 'landUseRight', description: 'Quyền sử dụng 1,2 ha đất', value: 600_000_000 }],
  ...change,
});

export const due = (dueOn: LocalDate = '2026-11-26', remindAt?: Instant): LoanDueDate => ({
  dueOn,
  dueAt: `${dueOn}T17:00:00.000Z`,
  amount: 3,
  unit: 'working-day',
  countedFrom: TODAY,
  article: 'D45 Art. 31',
  toConfirm: false,
  calendarVersion: 'spec',
  ...(remindAt === undefined ? {} : { remindAt }),
});

export const finding = (
  check: EligibilityFinding['check'],
  outcome: EligibilityFinding['outcome'] = 'passed',
): EligibilityFinding => ({ check, outcome, article: 'D45 Art. 22', evidence: 'verified', inputs: {} });

export const submitted = (change: Partial<LoanApplicationSubmitted['data']> = {}): LoanApplicationSubmitted => ({
  type: 'LoanApplicationSubmitted',
  data: {
    applicationId: 'a-1',
    code: 'QHT.91-261123-0001',
    fundId: 'f-1',
    officeId: 'office-91',
    applicantId: 'applicant-1',
    borrower: { kind: 'cooperative', organisationId: 'o-1', name: 'Hợp tác xã Tân Phú' },
    related: [],
    plan: plan(),
    documents: [paper('businessPlan'), paper('meetingResolution')],
    findings: [finding('borrowerKind'), finding('ownCapital')],
    policyVersion: '1',
    submittedAt: NOW,
    due: due(),
    ...change,
  },
});

export function paper(kind: string) {
  return { kind, sha256: 'a'.repeat(64), fileName: `${kind}.pdf`, mediaType: 'application/pdf', size: 1_000 };
}

export const assessments = (unmet: readonly Assessment['subject'][] = []): readonly Assessment[] =>
  ASSESSED.map((subject) => ({ subject, met: !unmet.includes(subject), note: 'Đã xem xét' }));

/** 2,000 million of capital: 300 for one borrower, 500 with related persons. */
export const measures = (change: Partial<DecisionMeasures['basis']> = {}, rules = policy()): DecisionMeasures => ({
  policy: rules,
  findings: [finding('borrowerKind'), finding('borrowerStatus')],
  due: due('2026-12-21'),
  basis: {
    on: TODAY,
    policyVersion: '1',
    actualCharterCapital: 2_000_000_000,
    singleLimit: 300_000_000,
    relatedLimit: 500_000_000,
    taken: { borrower: 0, withRelated: 0 },
    ...change,
  },
});

export const MEMBERS: readonly BodyMember[] = [
  { accountId: 'member-1', chair: true },
  { accountId: 'member-2', chair: false },
  { accountId: 'member-3', chair: false },
];

const ROLE_OF: Readonly<Record<string, string>> = {
  applicant: 'applicant',
  officer: 'fundOfficer',
  treasurer: 'fundTreasurer',
  member: 'fundCouncil',
  director: 'fundDirector',
};

/** `officer-1` acts as officer of the fund. */
export const by = (personId: string, now: Instant = NOW): CommandMetadata => ({
  now,
  actor: who(personId),
  commandId: `c-${personId}`,
});
const who = (personId: string): Actor =>
  personId === 'system'
    ? systemActor('support-fund')
    : { personId, role: ROLE_OF[personId.split('-')[0]!] ?? 'fundOfficer', officeId: 'office-91' };
