import { amount, amountText } from '../../amount';
import { typedDay } from '../../day';
import { basisPoints, rateText } from '../../rate';
import { dueOf, mannerOf, tranchesOf, type TermsText, type TrancheText } from '../schedule/terms-form';
import { termsText } from '../schedule/terms-of';
import type { ApplicationView, Policy } from '../types';

export const ASSESSED = ['legalStatus', 'plan', 'ownCapital', 'repayment', 'security', 'creditRecord'] as const;

/** An appraisal sheet as it is typed. */
export interface AppraisalText {
  readonly amount: string;
  readonly annualRate: string;
  readonly overdueRateFactor: string;
  readonly terms: TermsText;
  readonly tranches: readonly TrancheText[];
  readonly waiver: string;
  readonly notes: Readonly<Record<string, string>>;
  readonly met: Readonly<Record<string, 'yes' | 'no'>>;
  readonly proposal: 'approve' | 'reject';
  readonly ground: string;
  readonly reason: string;
  readonly unbound: boolean;
}

/** Begins with what the borrower wants, within the fund's lending rules. */
export function startOf({ plan }: ApplicationView, policy: Policy | undefined): AppraisalText {
  const wanted = amountText(plan.requestedAmount);
  return {
    amount: wanted,
    annualRate: policy === undefined ? '' : rateText(policy.annualRate.from),
    overdueRateFactor: policy === undefined ? '' : rateText(policy.overdueRateFactor),
    terms: termsText(plan.schedule, plan.firstDisbursementOn),
    tranches: [{ key: crypto.randomUUID(), on: typedDay(plan.firstDisbursementOn), amount: wanted }],
    waiver: '',
    notes: {},
    met: {},
    proposal: 'approve',
    ground: '',
    reason: '',
    unbound: false,
  };
}

/** Terms as the server counts them; what is no figure goes as null and is refused with the field's name. */
export const termsOf = (text: AppraisalText, { plan }: ApplicationView, policy: Policy | undefined): object => ({
  amount: amount(text.amount),
  annualRate: basisPoints(text.annualRate),
  overdueRateFactor: basisPoints(text.overdueRateFactor),
  schedule: { ...dueOf(text.terms), ...mannerOf(text.terms) },
  tranches: tranchesOf(text.tranches).map((tranche) => ({ ...tranche, purpose: plan.project })),
  allocationOrder: policy?.allocationOrder ?? [],
  securities: text.waiver === '' ? plan.securities : [],
  ...(text.waiver === '' ? {} : { waiver: text.waiver }),
});

export const reportOf = (text: AppraisalText, application: ApplicationView, policy: Policy | undefined): object => ({
  unbound: text.unbound,
  assessments: ASSESSED.filter((subject) => text.met[subject] !== undefined).map((subject) => ({
    subject,
    met: text.met[subject] === 'yes',
    note: text.notes[subject] ?? '',
  })),
  proposal: text.proposal,
  ...(text.proposal === 'reject' && text.ground !== '' ? { ground: text.ground } : {}),
  reason: text.reason,
  terms: termsOf(text, application, policy),
});
