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
export { lawText, sumInWords } from './words';
