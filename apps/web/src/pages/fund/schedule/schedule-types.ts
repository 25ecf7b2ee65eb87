/** Answer of the calculator, and every repayment plan of a loan; đồng, days `YYYY-MM-DD`. */
export interface Schedule {
  readonly instalments: readonly Instalment[];
  readonly principal: number;
  readonly interest: number;
  readonly total: number;
}

export interface Instalment {
  readonly number: number;
  readonly agreedOn: string;
  /** The agreed day, moved where offices do not work. */
  readonly dueOn: string;
  readonly calendarKnown: boolean;
  readonly principal: number;
  readonly interest: number;
  readonly total: number;
  readonly balance: number;
  readonly interestParts: readonly InterestPart[];
  readonly deferredInterest: number;
}

export interface InterestPart {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly balance: number;
  readonly basisPoints: number;
  readonly yearShare: string;
}
