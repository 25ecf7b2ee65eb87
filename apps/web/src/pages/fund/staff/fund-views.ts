/** Lists of the fund's work; which one stands in the address. */
export const FUND_VIEWS = ['open', 'check', 'mine', 'director', 'council', 'late', 'closed'] as const;
export type FundView = (typeof FUND_VIEWS)[number];
