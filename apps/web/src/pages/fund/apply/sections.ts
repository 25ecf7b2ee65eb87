import { say } from '../../../shared/language';

/** Parts of an application in the order in which they are asked. */
export const LOAN_SECTIONS = [
  { name: 'borrower', slug: 'nguoi-vay', title: say('Người vay', 'Borrower') },
  { name: 'project', slug: 'du-an', title: say('Dự án, phương án', 'Project or plan') },
  { name: 'budget', slug: 'chi-phi', title: say('Chi phí của dự án', 'Costs of the project') },
  { name: 'sources', slug: 'nguon-von', title: say('Nguồn vốn', 'Where the money comes from') },
  { name: 'repayment', slug: 'tra-no', title: say('Nhận tiền và trả nợ', 'Receiving and repaying') },
  { name: 'cashFlow', slug: 'dong-tien', title: say('Dòng tiền từng kỳ', 'Cash flow of each period') },
  { name: 'securities', slug: 'bao-dam', title: say('Tài sản bảo đảm', 'Security') },
  { name: 'documents', slug: 'giay-to', title: say('Giấy tờ', 'Papers') },
] as const;
export type LoanSection = (typeof LOAN_SECTIONS)[number]['name'];

/** Last page of all. */
export const CHECK = 'kiem-tra';

/** Of a completion the borrower stays who he is. */
export const sectionsOf = (completing: boolean) =>
  completing ? LOAN_SECTIONS.filter(({ name }) => name !== 'borrower') : LOAN_SECTIONS;
