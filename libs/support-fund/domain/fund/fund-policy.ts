import type { Dong, EvidenceMark } from '@hoptac/kernel';
import { brokenRule } from '@hoptac/kernel';
import type { Allocation, BorrowerKind, DecisionBody } from '../loan-contract';

/** Up to this amount (included) the body decides; the last level has no upper end — phân cấp thẩm quyền quyết định cho vay. */
export interface DecisionLevel {
  readonly upTo?: Dong;
  readonly body: DecisionBody;
}

/** When a loan may be given without security, and who says so (D45 Art. 31) — trường hợp cho vay không có bảo đảm. */
export interface WaiverRule {
  readonly code: string;
  /** In the fund's own words. */
  readonly description: string;
  readonly maximumAmount: Dong;
  readonly decidedBy: DecisionBody;
}

/** A paper that the fund asks for, and of which borrowers (of all when none is named). */
export interface PolicyDocument {
  readonly kind: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly of?: readonly BorrowerKind[];
}

/** The fund's own deadlines, in working days, each counted from the fact that starts it. */
export interface PolicyDeadlines {
  /** From submission to the answer whether the dossier is complete. */
  readonly check: number;
  /** What the applicant has to complete it. */
  readonly completion: number;
  /** From the complete dossier to the appraisal report. */
  readonly appraisal: number;
  /** From the report to the decision. */
  readonly decision: number;
  /** From the approval to the signed contract; afterwards the approval lapses. */
  readonly contract: number;
  /** From the contract to security perfected or waived. */
  readonly security: number;
}

/** The fund's internal lending rules as parameters — quy chế cho vay nội bộ (D45 Art. 31). Shares and rates are basis points. */
export interface FundPolicy {
  readonly ownCapitalMinimumShare: number;
  readonly singleBorrowerShare: number;
  readonly relatedShare: number;
  /** In-term rate a year, from … to …, both included. */
  readonly annualRate: { readonly from: number; readonly to: number };
  /** Overdue rate as a share of the in-term rate. */
  readonly overdueRateFactor: number;
  readonly maximumTermMonths: number;
  readonly decisionLevels: readonly DecisionLevel[];
  /** Of a body's members who may vote: how many must have voted. */
  readonly quorumShare: number;
  /** Of the votes cast: more than this share says yes. */
  readonly majorityAboveShare: number;
  readonly securityKinds: readonly string[];
  readonly waiverRules: readonly WaiverRule[];
  readonly documents: readonly PolicyDocument[];
  /** Who goes first, as the People's Committee of the province decided (D45 Art. 20). */
  readonly priorityBorrowers: readonly string[];
  readonly deadlines: PolicyDeadlines;
  readonly allocationOrder: readonly Allocation[];
  readonly useInspectionWithinDays: number;
  readonly inspectionEveryMonths: number;
  readonly extensionMaximumMonths: number;
  readonly restructureMaximumCount: number;
  readonly classificationWindowDays: number;
  readonly writeOffMinimumYears: number;
}

/** What the law allows of one parameter. */
export interface PolicyBound {
  readonly kind: 'atLeast' | 'atMost';
  readonly value: number;
  readonly article: string;
  readonly evidence: EvidenceMark;
}

/** Parameters that the law bounds. */
export const BOUNDED_PARAMETERS = [
  'ownCapitalMinimumShare',
  'singleBorrowerShare',
  'relatedShare',
  'overdueRateFactor',
  'maximumTermMonths',
  'classificationWindowDays',
  'writeOffMinimumYears',
] as const;
export type BoundedParameter = (typeof BOUNDED_PARAMETERS)[number];
export type PolicyBounds = Readonly<Record<BoundedParameter, PolicyBound>>;

const WHOLE = 10_000;

/**
 * A fund sets its rules within the law's bounds and without contradiction (D45 Art. 20–31).
 * @throws DomainError `SUPPORT_FUND.POLICY_OUTSIDE_BOUND` with parameter, value, bound and the article; `SUPPORT_FUND.POLICY_CONTRADICTS` with the parameter.
 */
export function policyMustBeLawful(policy: FundPolicy, bounds: PolicyBounds): void {
  for (const parameter of BOUNDED_PARAMETERS) {
    const { kind, value: bound, article } = bounds[parameter];
    const value = policy[parameter];
    if (kind === 'atLeast' ? value < bound : value > bound) {
      throw brokenRule(
        'SUPPORT_FUND.POLICY_OUTSIDE_BOUND',
        `${parameter} ${String(value)} is outside the bound ${String(bound)}`,
        { parameter, value, bound, boundKind: kind },
        [article],
      );
    }
  }
  for (const [parameter, holds] of Object.entries(consistency(policy))) {
    if (!holds)
      throw brokenRule('SUPPORT_FUND.POLICY_CONTRADICTS', `${parameter} contradicts itself`, { parameter }, [
        'D45 Art. 31',
      ]);
  }
}

/** What must hold within a policy, by parameter. */
function consistency(policy: FundPolicy): Readonly<Record<string, boolean>> {
  const { decisionLevels: levels, annualRate, deadlines } = policy;
  const ends = levels.slice(0, -1).map(({ upTo }) => upTo ?? Number.NaN);
  return {
    ownCapitalMinimumShare: policy.ownCapitalMinimumShare <= WHOLE,
    singleBorrowerShare: policy.singleBorrowerShare > 0 && policy.singleBorrowerShare <= policy.relatedShare,
    annualRate: annualRate.from >= 0 && annualRate.from <= annualRate.to && annualRate.to <= WHOLE,
    overdueRateFactor: policy.overdueRateFactor >= WHOLE,
    maximumTermMonths: policy.maximumTermMonths > 0,
    decisionLevels:
      levels.length > 0 &&
      levels.at(-1)!.upTo === undefined &&
      ends.every((end, index) => end > (ends[index - 1] ?? 0)) &&
      new Set(levels.map(({ body }) => body)).size === levels.length,
    quorumShare: policy.quorumShare > 0 && policy.quorumShare <= WHOLE,
    majorityAboveShare: policy.majorityAboveShare >= WHOLE / 2 && policy.majorityAboveShare < WHOLE,
    securityKinds: policy.securityKinds.length > 0 && distinct(policy.securityKinds),
    waiverRules: distinct(policy.waiverRules.map(({ code }) => code)),
    documents: distinct(policy.documents.map(({ kind }) => kind)),
    deadlines: Object.values(deadlines).every((days: number) => days >= 1),
    allocationOrder: policy.allocationOrder.length === 3 && distinct(policy.allocationOrder),
  };
}

const distinct = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;

/** Who decides on this amount (D45 Art. 31). */
export function bodyFor({ decisionLevels }: FundPolicy, amount: Dong): DecisionBody {
  return decisionLevels.find(({ upTo }) => upTo === undefined || amount <= upTo)!.body;
}
