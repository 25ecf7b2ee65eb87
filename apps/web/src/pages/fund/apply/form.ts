import { amount, amountText } from '../../amount';
import { isoDay, typedDay } from '../../day';
import { dueOf, mannerOf, usualTerms, type TermsText } from '../schedule/terms-form';
import { termsText } from '../schedule/terms-of';
import type { ApplicationView, Paper } from '../types';

export interface BudgetText {
  readonly key: string;
  readonly item: string;
  readonly amount: string;
}
export interface CashText {
  readonly key: string;
  readonly until: string;
  readonly inflow: string;
  readonly outflow: string;
}
export interface SecurityText {
  readonly key: string;
  readonly kind: string;
  readonly description: string;
  readonly value: string;
}
export interface RelatedText {
  readonly key: string;
  readonly organisation: string;
  readonly identityNumber: string;
}

/** The application as it is typed; it lives in memory alone, because desks share machines. */
export interface LoanForm {
  readonly fundId: string;
  readonly organisation: string;
  readonly borrows: 'organisation' | 'member';
  readonly fullName: string;
  readonly identityNumber: string;
  readonly birthDate: string;
  readonly related: readonly RelatedText[];
  readonly project: string;
  readonly purpose: string;
  readonly budget: readonly BudgetText[];
  readonly ownCapital: string;
  readonly otherCapital: string;
  readonly requestedAmount: string;
  readonly firstDisbursementOn: string;
  readonly terms: TermsText;
  readonly cashFlow: readonly CashText[];
  readonly securities: readonly SecurityText[];
  readonly documents: readonly Paper[];
}

const key = (): string => crypto.randomUUID();
export const emptyBudget = (): BudgetText => ({ key: key(), item: '', amount: '' });
export const emptyCash = (): CashText => ({ key: key(), until: '', inflow: '', outflow: '' });
export const emptySecurity = (): SecurityText => ({ key: key(), kind: '', description: '', value: '' });
export const emptyRelated = (): RelatedText => ({ key: key(), organisation: '', identityNumber: '' });

export const emptyForm = (today: string): LoanForm => ({
  fundId: '',
  organisation: '',
  borrows: 'organisation',
  fullName: '',
  identityNumber: '',
  birthDate: '',
  related: [],
  project: '',
  purpose: '',
  budget: [emptyBudget()],
  ownCapital: '',
  otherCapital: '0',
  requestedAmount: '',
  firstDisbursementOn: '',
  terms: usualTerms(today),
  cashFlow: [emptyCash()],
  securities: [],
  documents: [],
});

/** What was handed in, to be mended: plan and papers; the borrower stays who he is. */
export function formOf({ plan, documents, fundId, borrower }: ApplicationView): LoanForm {
  return {
    ...emptyForm(plan.firstDisbursementOn),
    fundId,
    organisation: borrower.organisationId ?? '',
    project: plan.project,
    purpose: plan.purpose,
    budget: plan.budget.map((line) => ({ key: key(), item: line.item, amount: amountText(line.amount) })),
    ownCapital: amountText(plan.ownCapital),
    otherCapital: amountText(plan.otherCapital),
    requestedAmount: amountText(plan.requestedAmount),
    firstDisbursementOn: typedDay(plan.firstDisbursementOn),
    terms: termsText(plan.schedule, plan.firstDisbursementOn),
    cashFlow: plan.cashFlow.map((period) => ({
      key: key(),
      until: typedDay(period.until),
      inflow: amountText(period.inflow),
      outflow: amountText(period.outflow),
    })),
    securities: plan.securities.map((one) => ({ ...one, key: key(), value: amountText(one.value) })),
    documents: documents.map(({ kind, sha256, fileName }) => ({ kind, sha256, fileName })),
  };
}

/** The plan as data; what is no figure goes as null and is refused by the server with the field's name. */
const planOf = (form: LoanForm): object => ({
  project: form.project.trim(),
  purpose: form.purpose.trim(),
  budget: form.budget.map(({ item, amount: typed }) => ({ item: item.trim(), amount: amount(typed) })),
  ownCapital: amount(form.ownCapital),
  otherCapital: amount(form.otherCapital),
  requestedAmount: amount(form.requestedAmount),
  firstDisbursementOn: isoDay(form.firstDisbursementOn),
  schedule: { ...dueOf(form.terms), ...mannerOf(form.terms) },
  cashFlow: form.cashFlow.map((period) => ({
    until: isoDay(period.until),
    inflow: amount(period.inflow),
    outflow: amount(period.outflow),
  })),
  securities: form.securities.map(({ kind, description, value }) => ({
    kind,
    description: description.trim(),
    value: amount(value),
  })),
});

export const completionOf = (form: LoanForm): object => ({ plan: planOf(form), documents: form.documents });

export const applicationOf = (form: LoanForm): object => ({
  ...completionOf(form),
  fundId: form.fundId,
  borrower: {
    organisation: form.organisation.trim(),
    ...(form.borrows === 'member'
      ? {
          member: {
            fullName: form.fullName.trim(),
            identityNumber: form.identityNumber.replace(/\s/g, ''),
            birthDate: isoDay(form.birthDate),
          },
        }
      : {}),
  },
  related: form.related.map(({ organisation, identityNumber }) => ({
    ...(organisation.trim() === '' ? {} : { organisation: organisation.trim() }),
    ...(identityNumber.trim() === '' ? {} : { identityNumber: identityNumber.replace(/\s/g, '') }),
  })),
});

export const given = (typed: string): number => {
  const dong = amount(typed);
  return Number.isNaN(dong) ? 0 : dong;
};
export const totalOf = (lines: readonly { readonly amount: string }[]): number =>
  lines.reduce((sum, line) => sum + given(line.amount), 0);
