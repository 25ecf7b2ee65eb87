import { invalidInput, type Dong, type LocalDate } from '@hoptac/kernel';
import { SUPPORT_FUND_RULES } from './data/support-fund.data';
import type { Rule } from './rulebook.types';

/** Days overdue, from … on, below … ; no upper end where there is none. */
export interface OverdueSpan {
  readonly from: number;
  readonly below?: number;
}

/** What puts a loan into a debt group — nhóm nợ; any one condition does, and the worst group that fits is the loan's. */
export interface DebtGroupRule {
  readonly group: 1 | 2 | 3 | 4 | 5;
  /** Nợ xấu: groups 3 to 5 (D45 Art. 2.4). */
  readonly nonPerforming: boolean;
  /** Days overdue on the schedule in force. */
  readonly overdue: OverdueSpan;
  /** Times restructured, with the days overdue on the restructured schedule (0 = not overdue). */
  readonly restructured: readonly { readonly times: number; readonly orMore?: true; readonly overdue: OverdueSpan }[];
  /** Interest was waived or cut because the borrower cannot pay in full. */
  readonly interestWaivedForInability?: true;
}

/** Subjects of the law on the Cooperative Development Support Fund (Decree 45/2021). Shares and rates are basis points. */
export interface SupportFundSubjects {
  'charterCapital.minimum': Dong;
  'borrower.kinds': readonly string[];
  /** Full years of a natural person who borrows. */
  'borrower.minimumAge': number;
  'ownCapital.minimumShare': number;
  'limit.singleBorrowerShare': number;
  'limit.relatedShare': number;
  /** Overdue rate as a share of the in-term rate. */
  'overdueRate.maximumFactor': number;
  'term.maximumMonths': number;
  /** Loans are grouped within so many first days of a month, for the last day of the month before. */
  'classification.windowDays': number;
  'classification.groups': readonly DebtGroupRule[];
  'provision.specificRates': Readonly<Record<1 | 2 | 3 | 4 | 5, number>>;
  'provision.generalRate': { readonly share: number; readonly ofGroups: readonly number[] };
  'writeOff.minimumYears': number;
}
export type SupportFundSubject = keyof SupportFundSubjects;
export type SupportFundRules = { readonly [S in SupportFundSubject]: readonly Rule<SupportFundSubjects[S]>[] };

/**
 * The law of the fund on a day. Dated by itself, not by the regimes of registration: Decree 45/2021 runs across them. Before its first day there is no
 * answer: loans of those days were lent under other texts, which nobody here has read.
 * @throws DomainError `RULEBOOK.NO_SUPPORT_FUND_RULE`
 */
export function supportFundLaw<S extends SupportFundSubject>(subject: S, on: LocalDate): Rule<SupportFundSubjects[S]> {
  const rules: readonly Rule<SupportFundSubjects[S]>[] = SUPPORT_FUND_RULES[subject];
  const rule = rules.findLast(({ from, to }) => from <= on && (to === undefined || on <= to));
  if (rule === undefined)
    throw invalidInput('RULEBOOK.NO_SUPPORT_FUND_RULE', `No rule for ${subject} on ${on}`, { subject, on });
  return rule;
}
