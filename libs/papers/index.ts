import './messages';

export type {
  ApologyFacts,
  CertificateFacts,
  CorrectionNoticeFacts,
  FactsByKind,
  PaperDue,
  PaperHead,
  PaperKind,
  PaperMarks,
  PaperPerson,
  ReceiptFacts,
  RefusalFacts,
  RequestFacts,
  WithdrawalFacts,
} from './paper.types';
export { currentTemplateVersion, paperTitle, renderPaper } from './render-paper';
export { Sheet as PaperSheet } from './typesetting/sheet';
export { bold } from './typesetting/words';
export { lawText, sumInWords } from './words';
