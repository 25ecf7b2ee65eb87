import type { DomainEvent, Instant } from '@hoptac/kernel';
import type { IssuedPaperKind, NoticeKind } from './owed';

/** Something of a dossier has to be told to the applicant, with papers — thông báo, giấy tờ phải gửi. */
export type CorrespondenceOwed = DomainEvent<
  'CorrespondenceOwed',
  {
    caseId: string;
    notice: NoticeKind;
    /** 1 for the first of the kind in this case. */
    occurrence: number;
    papers: readonly { readonly kind: IssuedPaperKind; readonly paperId: string; readonly occurrence: number }[];
    /** Revision of the dossier's fact that owes it; what papers say is the dossier as of there. */
    dossierRevision: number;
    /** After this the notice counts as failed. */
    tryUntil: Instant;
  }
>;
/** A paper exists: printed from the facts up to a revision, with the template of that day — ban hành giấy tờ. */
export type CorrespondencePaperIssued = DomainEvent<
  'CorrespondencePaperIssued',
  {
    caseId: string;
    paperId: string;
    kind: IssuedPaperKind;
    occurrence: number;
    dossierRevision: number;
    templateVersion: number;
    /** Of the file's bytes, hex. */
    sha256: string;
    rulebookVersion: string;
    /** Marked as invented data. */
    demo: boolean;
    /** Address under which its codes lead back to the system. */
    publicUrl: string;
  }
>;
/** The mail left for the applicant; to which address is not said here — đã gửi thông báo. */
export type CorrespondenceNoticeSent = DomainEvent<
  'CorrespondenceNoticeSent',
  { caseId: string; notice: NoticeKind; occurrence: number; messageId: string }
>;
/** It could not be sent — không gửi được. */
export type CorrespondenceNoticeFailed = DomainEvent<
  'CorrespondenceNoticeFailed',
  {
    caseId: string;
    notice: NoticeKind;
    occurrence: number;
    /** `noAddress`: none was declared; `rejected`: the mail server refuses it for good; `noAnswer`: it took nothing until the limit. */
    reason: 'noAddress' | 'rejected' | 'noAnswer';
  }
>;
/** An administrator has it tried again — gửi lại. */
export type CorrespondenceResendOrdered = DomainEvent<
  'CorrespondenceResendOrdered',
  { caseId: string; notice: NoticeKind; occurrence: number; tryUntil: Instant }
>;

export type CorrespondenceEvent =
  | CorrespondenceOwed
  | CorrespondencePaperIssued
  | CorrespondenceNoticeSent
  | CorrespondenceNoticeFailed
  | CorrespondenceResendOrdered;
export type NoticeFailure = CorrespondenceNoticeFailed['data']['reason'];
