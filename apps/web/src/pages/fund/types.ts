/** Answers of the support fund as these pages read them; đồng, basis points, days `YYYY-MM-DD`. */
export interface Said {
  readonly vi: string;
  readonly en: string;
}

export interface PolicyPaper {
  readonly kind: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

export interface Policy {
  readonly ownCapitalMinimumShare: number;
  readonly annualRate: { readonly from: number; readonly to: number };
  readonly overdueRateFactor: number;
  readonly maximumTermMonths: number;
  readonly securityKinds: readonly string[];
  readonly waiverRules: readonly {
    readonly code: string;
    readonly description: string;
    readonly maximumAmount: number;
  }[];
  readonly documents: readonly PolicyPaper[];
  readonly allocationOrder: readonly string[];
}

export interface Fund {
  readonly id: string;
  readonly name: string;
  readonly capital: { readonly actualCharterCapital: number };
  readonly policy?: {
    readonly policyVersion: string;
    readonly from: string;
    readonly policy: Policy;
    readonly parameters: readonly {
      readonly parameter: string;
      readonly value: unknown;
      readonly article: string;
      readonly evidence: string;
    }[];
  };
}

/** What the register and the fund know of a borrower already. */
export interface BorrowerPrefill {
  readonly organisationId: string;
  readonly code?: string;
  readonly name: string;
  readonly kind: string;
  readonly areaCode: string;
  readonly legalStatus: string;
  readonly registeredOn?: string;
  readonly mayBorrow: boolean;
  readonly membersMayBorrow: boolean;
  readonly roomLeft: number;
  readonly requiredPapers: readonly string[];
}

export interface ApplicationLine {
  readonly id: string;
  readonly code: string;
  readonly borrowerName: string;
  readonly borrowerKind: string;
  readonly project: string;
  readonly amount: number;
  readonly status: string;
  readonly waitingFor?: string;
  readonly appraiserId?: string;
  readonly dueOn?: string;
  readonly late: boolean;
  readonly submittedAt: string;
}

export interface ApplicationList {
  readonly items: readonly ApplicationLine[];
  readonly total?: number;
  readonly next?: string;
}

export interface Security {
  readonly kind: string;
  readonly description: string;
  readonly value: number;
}

/** How a loan is repaid, as terms of a plan name it. */
export interface AgreedSchedule {
  readonly due:
    | { readonly periods: { readonly firstOn: string; readonly count: number; readonly everyMonths: number } }
    | {
        readonly harvests: readonly { readonly month: number; readonly day: number; readonly share?: number }[];
        readonly lastOn: string;
      }
    | { readonly days: readonly { readonly on: string }[] };
  readonly method: string;
  readonly dayCount: string;
  readonly rounding: {
    readonly unit: number;
    readonly remainder: 'first' | 'last';
    readonly interest: 'each' | 'carried';
  };
  readonly grace?: {
    readonly periods: number;
    readonly on: 'principal' | 'both';
    readonly deferredInterest?: 'firstAfter' | 'spread';
  };
  readonly workingDays?: {
    readonly rule: 'keep' | 'next' | 'nextInMonth' | 'previous';
    readonly interestTo: 'agreedDay' | 'movedDay';
  };
}

export interface LoanPlan {
  readonly project: string;
  readonly purpose: string;
  readonly budget: readonly { readonly item: string; readonly amount: number }[];
  readonly ownCapital: number;
  readonly otherCapital: number;
  readonly requestedAmount: number;
  readonly firstDisbursementOn: string;
  readonly schedule: AgreedSchedule;
  readonly cashFlow: readonly { readonly until: string; readonly inflow: number; readonly outflow: number }[];
  readonly securities: readonly Security[];
}

export interface LoanTerms {
  readonly amount: number;
  readonly annualRate: number;
  readonly overdueRateFactor: number;
  readonly schedule: AgreedSchedule;
  readonly tranches: readonly { readonly on: string; readonly amount: number; readonly purpose: string }[];
  readonly securities: readonly Security[];
  readonly waiver?: string;
}

export interface RepaymentFigures {
  readonly interest: number;
  readonly total: number;
  readonly periods: readonly {
    readonly until: string;
    readonly net: number;
    readonly due: number;
    readonly left: number;
  }[];
  readonly coverage: number;
  readonly leastLeft: number;
  readonly dueBeyondPlan: number;
}

export interface Finding {
  readonly check: string;
  readonly outcome: 'passed' | 'failed' | 'undecided';
  readonly article: string;
  readonly evidence: string;
  readonly inputs: Readonly<Record<string, string | number | boolean>>;
}

export interface Paper {
  readonly kind: string;
  readonly sha256: string;
  readonly fileName: string;
}

export interface Journey {
  readonly steps: readonly {
    readonly step: string;
    readonly name: Said;
    readonly state: 'done' | 'current' | 'ahead';
  }[];
  readonly now: Said;
  readonly waitingFor?: string;
  readonly next?: Said;
  readonly dueOn?: string;
  readonly late?: boolean;
}

export interface Report {
  readonly appraisedBy: string;
  readonly assessments: readonly { readonly subject: string; readonly met: boolean; readonly note: string }[];
  readonly proposal: 'approve' | 'reject';
  readonly ground?: string;
  readonly reason: string;
  readonly terms: LoanTerms;
  readonly figures: RepaymentFigures;
  readonly body: string;
  readonly at: string;
}

export interface ApplicationView {
  readonly id: string;
  readonly revision: number;
  readonly code: string;
  readonly fundId: string;
  readonly status: string;
  readonly borrower: { readonly kind: string; readonly name: string; readonly organisationId?: string };
  readonly plan: LoanPlan;
  readonly documents: readonly Paper[];
  readonly findings: readonly Finding[];
  readonly submittedAt: string;
  readonly round: number;
  readonly missing: readonly { readonly subject: string; readonly reason: string }[];
  readonly journey: Journey;
  readonly outcome?: {
    readonly decidedOn: string;
    readonly body: string;
    readonly terms?: LoanTerms;
    readonly ground?: string;
    readonly reason?: string;
  };
  readonly contract?: {
    readonly loanId: string;
    readonly contractNumber: string;
    readonly amount: number;
    readonly signedOn: string;
  };
  readonly allowedActions: readonly string[];
  readonly staff?: {
    readonly appraiserId?: string;
    readonly report?: Report;
    readonly sentBack?: { readonly reason: string; readonly sentBackBy: string; readonly at: string };
    readonly votes: readonly {
      readonly memberId: string;
      readonly vote: string;
      readonly reason?: string;
      readonly at: string;
    }[];
    readonly bonds: readonly {
      readonly accountId: string;
      readonly bond: string;
      readonly note: string;
      readonly at: string;
    }[];
  };
}
