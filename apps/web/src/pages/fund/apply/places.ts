import { inLanguage, say } from '../../../shared/language';
import { termsPlace } from '../schedule/places';
import { LOAN_SECTIONS, type LoanSection } from './sections';

export interface LoanPlace {
  readonly slug: string;
  readonly id: string;
  readonly words: string;
}

const FIELDS: Readonly<Record<string, readonly [section: LoanSection, words: string]>> = {
  fundId: ['borrower', say('Quỹ cho vay', 'Fund')],
  organisation: ['borrower', say('Mã số hợp tác xã', 'Code of the cooperative')],
  fullName: ['borrower', say('Họ, chữ đệm và tên', 'Full name')],
  identityNumber: ['borrower', say('Số định danh cá nhân', 'Personal number')],
  birthDate: ['borrower', say('Ngày sinh', 'Date of birth')],
  project: ['project', say('Tên dự án, phương án', 'Name of the project')],
  purpose: ['project', say('Vay để làm gì', 'What the loan is for')],
  budget: ['budget', say('Chi phí', 'Costs')],
  ownCapital: ['sources', say('Vốn tự có', 'Own capital')],
  otherCapital: ['sources', say('Vốn khác', 'Other capital')],
  requestedAmount: ['sources', say('Vay Quỹ', 'Wanted from the fund')],
  firstDisbursementOn: ['repayment', say('Ngày muốn nhận tiền', 'Day of the money')],
  cashFlow: ['cashFlow', say('Dòng tiền', 'Cash flow')],
  securities: ['securities', say('Tài sản bảo đảm', 'Security')],
  documents: ['documents', say('Giấy tờ', 'Papers')],
};
const PARTS: Readonly<Record<string, string>> = inLanguage({
  item: ['khoản mục', 'item'],
  amount: ['số tiền', 'amount'],
  until: ['đến ngày', 'until'],
  inflow: ['thu', 'coming in'],
  outflow: ['chi', 'going out'],
  kind: ['loại', 'kind'],
  description: ['mô tả', 'description'],
  value: ['giá trị', 'value'],
});

const slugOf = (name: LoanSection): string => LOAN_SECTIONS.find((one) => one.name === name)?.slug ?? '';

/** Page and field that a pointer of the problem document means: `/plan/budget/0/amount` → chi-phi, field `budget-0-amount`. */
export function loanPlace(pointer: string): LoanPlace | undefined {
  const path = pointer.replace(/^\/(plan\/|borrower\/(member\/)?)?/, '');
  if (path.startsWith('schedule')) {
    const place = termsPlace(`/${path}`);
    return place && { ...place, slug: slugOf('repayment') };
  }
  const [field = '', at, part] = path.split('/');
  const known = FIELDS[field];
  if (known === undefined) return undefined;
  const [section, words] = known;
  if (at === undefined) return { slug: slugOf(section), id: field, words };
  const which = `${words} ${String(Number(at) + 1)}`;
  if (part === undefined) return { slug: slugOf(section), id: field, words: which };
  return { slug: slugOf(section), id: `${field}-${at}-${part}`, words: `${which}, ${PARTS[part] ?? part}` };
}
