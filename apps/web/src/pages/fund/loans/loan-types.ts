/** Answers about loans as these pages read them; đồng, basis points, days `YYYY-MM-DD`. */
export interface LoanLine {
  readonly id: string;
  readonly contractNumber: string;
  readonly borrower: string;
  readonly amount: number;
  readonly standing: string;
  readonly outstanding: number;
  readonly dueNow: number;
  readonly daysOverdue: number;
  readonly group?: number;
  readonly next?: { readonly dueOn: string; readonly total: number };
}

export interface LoanPage {
  readonly id: string;
  readonly revision: number;
  readonly on: string;
  readonly standing: string;
  readonly contract: {
    readonly contractNumber: string;
    readonly applicationId: string;
    readonly amount: number;
    readonly purpose: string;
    readonly signedOn: string;
    readonly borrower: { readonly name: string };
    readonly rates: readonly { readonly from: string; readonly basisPoints: number }[];
  };
  readonly position?: {
    readonly outstanding: number;
    readonly overduePrincipal: number;
    readonly interestDue: number;
    readonly interestAccrued: number;
    readonly overdueInterest: number;
    readonly credit: number;
    readonly payoff: number;
    readonly dueNow: number;
  };
  readonly group?: {
    readonly group: number;
    readonly daysOverdue: number;
    readonly article: string;
    readonly evidence: string;
  };
  readonly schedule: readonly {
    readonly dueOn: string;
    readonly principal: number;
    readonly interest: number;
    readonly total: number;
    readonly balance: number;
  }[];
  readonly instalments: readonly {
    readonly dueOn: string;
    readonly principal: number;
    readonly interest: number;
    readonly principalLeft: number;
    readonly interestLeft: number;
    readonly settledOn?: string;
  }[];
  readonly facts: readonly {
    readonly type: string;
    readonly amount?: number;
    readonly receiptId?: string;
    readonly effectiveOn: string;
    readonly knownAt: string;
    readonly reversedAt?: string;
  }[];
  readonly steps: readonly {
    readonly stepId: string;
    readonly step: {
      readonly kind: string;
      readonly amount?: number;
      readonly purpose?: string;
      readonly ground?: string;
    };
    readonly effectiveOn: string;
    readonly by: string;
    readonly approvedBy: readonly string[];
  }[];
  readonly allowedActions: readonly string[];
}
