import { addDays, addMonths, type LocalDate } from '@hoptac/kernel';
import { demoPdf } from './founding-declaration';
import type { ApiAnswer, Persona, Sending } from './persona';

/** People of a fund at the API. */
export interface LendingCast {
  readonly administrator: Persona;
  readonly treasurer: Persona;
  readonly director: Persona;
}

interface Answered {
  readonly id: string;
  readonly code?: string;
  readonly status: string;
  readonly revision: number;
  readonly position: string;
}

const PAPER = { number: '1214/QĐ-UBND', issuedBy: 'Ủy ban nhân dân tỉnh An Giang' } as const;
/** Accounts of the demo province that sit in the credit council. */
const COUNCIL = ['demo-fund-council-1', 'demo-fund-council-2', 'demo-fund-council-3'] as const;

/** Lending rules of a provincial fund, as the body of a request; amounts in đồng, shares in basis points. */
export const lendingRules = {
  ownCapitalMinimumShare: 2_000,
  singleBorrowerShare: 1_500,
  relatedShare: 2_500,
  annualRate: { from: 300, to: 600 },
  overdueRateFactor: 15_000,
  maximumTermMonths: 60,
  decisionLevels: [{ upTo: 300_000_000, body: 'director' }, { body: 'council' }],
  quorumShare: 6_600,
  majorityAboveShare: 5_000,
  securityKinds: ['landUseRight', 'machinery', 'receivables'],
  waiverRules: [
    {
      code: 'smallLoan',
      description: 'Khoản vay đến 100 triệu đồng của hợp tác xã xếp loại tốt',
      maximumAmount: 100_000_000,
      decidedBy: 'council',
    },
  ],
  documents: [
    { kind: 'businessPlan', nameVi: 'Phương án sản xuất, kinh doanh', nameEn: 'Business plan' },
    {
      kind: 'meetingResolution',
      nameVi: 'Nghị quyết của Đại hội thành viên về việc vay vốn',
      nameEn: 'Resolution of the members on borrowing',
      of: ['cooperative', 'cooperativeUnion'],
    },
  ],
  priorityBorrowers: ['Hợp tác xã nông nghiệp ứng dụng công nghệ cao'],
  deadlines: { check: 3, completion: 10, appraisal: 15, decision: 5, contract: 20, security: 30 },
  allocationOrder: ['overdueInterest', 'interest', 'principal'],
  useInspectionWithinDays: 60,
  inspectionEveryMonths: 6,
  extensionMaximumMonths: 12,
  restructureMaximumCount: 2,
  classificationWindowDays: 7,
  writeOffMinimumYears: 5,
} as const;

/** @throws Error with status and problem unless the answer is a success. */
export function granted<T>(answer: ApiAnswer<T>): T {
  if (answer.status >= 300) throw new Error(`Refused with ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** What waits for its second person, as the fund's books say. */
export async function pendingChanges(who: Persona, fundId: string): Promise<readonly { readonly changeId: string }[]> {
  const books = await who.get<{ pending: { changeId: string }[] }>(`/api/support-fund/funds/${fundId}/books`);
  return granted(books).pending;
}

/**
 * Founds a fund with capital, lending rules and credit council, each by its two persons. Answers its id.
 * @param fund.capital changes of the charter capital, đồng, by the day from which they count.
 * @param key beginning of the presses' keys, so that the same fund is founded once; a new fund each time unless given.
 */
export async function foundLendingFund(
  { administrator, treasurer, director }: LendingCast,
  fund: { readonly name: string; readonly capital: readonly { readonly on: LocalDate; readonly amount: number }[] },
  today: LocalDate,
  key?: string,
): Promise<string> {
  const once = (step: string): Sending => (key === undefined ? {} : { key: `${key}-${step}` });
  const paper = { ...PAPER, on: today };
  const founding = { name: fund.name, level: 'provincial', model: 'company', officeId: 'office-91', areaCode: '91' };
  const { id } = granted(
    await administrator.post<Answered>(
      '/api/support-fund/funds',
      { ...founding, foundedOn: today, paper },
      once('founding'),
    ),
  );
  const path = `/api/support-fund/funds/${id}`;
  for (const { on: effectiveOn, amount } of fund.capital) {
    const change = { of: 'charterCapital', amount, effectiveOn, paper };
    granted(await treasurer.post(`${path}/capital-changes`, change, once(`capital-${effectiveOn}`)));
  }
  granted(await treasurer.post(`${path}/policies`, { from: today, policy: lendingRules, paper }, once('policy')));
  for (const { changeId } of await pendingChanges(director, id))
    granted(await director.post(`${path}/changes/${changeId}/confirmations`, {}));
  const members = COUNCIL.map((accountId, index) => ({ accountId, chair: index === 0 }));
  granted(
    await director.post(`${path}/appointments`, { body: 'council', members, from: today, paper }, once('council')),
  );
  return id;
}

/** Puts the papers that the rules above ask for into the document store. */
export async function uploadLoanPapers(
  persona: Persona,
  kinds: readonly string[] = ['businessPlan', 'meetingResolution'],
): Promise<readonly { readonly kind: string; readonly sha256: string; readonly fileName: string }[]> {
  const papers = [];
  for (const kind of kinds) {
    const fileName = `${kind}.pdf`;
    const { sha256 } = granted(await persona.upload(fileName, demoPdf(`Demo: ${kind}`)));
    papers.push({ kind, sha256, fileName });
  }
  return papers;
}

/** Three even yearly repayments after the first harvest. */
const scheduleFrom = (first: LocalDate) => ({
  periods: { firstOn: addMonths(first, 12), count: 3, everyMonths: 12 },
  method: 'equalPrincipal',
  dayCount: 'actual/365',
  rounding: { unit: 1_000, remainder: 'last', interest: 'each' },
});

const SECURITY = { kind: 'landUseRight', description: 'Quyền sử dụng 1,2 ha đất tại ấp Tân Phú' } as const;

/** A plan that a quarter of own capital and three harvests carry; money is first paid out 60 days from now. */
export function loanPlanBody(amount: number, today: LocalDate) {
  const first = addDays(today, 60);
  const budget = Math.ceil(amount / 3) * 4;
  return {
    project: 'Nhà màng trồng dưa lưới',
    purpose: 'Mở rộng 2.000 m² nhà màng và hệ thống tưới nhỏ giọt',
    budget: [{ item: 'Nhà màng và hệ thống tưới', amount: budget }],
    ownCapital: budget - amount,
    otherCapital: 0,
    requestedAmount: amount,
    firstDisbursementOn: first,
    schedule: scheduleFrom(first),
    cashFlow: [12, 24, 36].map((months) => ({
      until: addMonths(first, months),
      inflow: amount,
      outflow: Math.ceil(amount / 2),
    })),
    securities: [{ ...SECURITY, value: 2 * amount }],
  };
}

/** Body of an application. */
export const loanApplicationBody = (
  fundId: string,
  organisation: string,
  amount: number,
  today: LocalDate,
  documents: readonly unknown[],
) => ({ fundId, borrower: { organisation }, related: [], plan: loanPlanBody(amount, today), documents });

const CONDITIONS = ['legalStatus', 'plan', 'ownCapital', 'repayment', 'security', 'creditRecord'] as const;

/** Body of a report that proposes the loan at 5.13 % a year, in two tranches. */
export function appraisalBody(amount: number, today: LocalDate) {
  const first = addDays(today, 60);
  const half = Math.floor(amount / 2);
  return {
    unbound: true,
    assessments: CONDITIONS.map((subject) => ({ subject, met: true, note: 'Đã kiểm tra tại chỗ và đối chiếu hồ sơ' })),
    proposal: 'approve',
    reason: 'Phương án khả thi, dòng tiền đủ trả nợ',
    terms: {
      amount,
      annualRate: 513,
      overdueRateFactor: 15_000,
      schedule: scheduleFrom(first),
      tranches: [
        { on: first, amount: half, purpose: 'Khung nhà màng' },
        { on: addDays(first, 30), amount: amount - half, purpose: 'Hệ thống tưới' },
      ],
      allocationOrder: lendingRules.allocationOrder,
      securities: [{ ...SECURITY, value: 2 * amount }],
    },
  };
}
