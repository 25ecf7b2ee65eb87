import type { Command, Instant, LocalDate, RegimeId } from '@hoptac/kernel';
import type { CheckResult, Defect, DossierDocument, DueDate } from './dossier.events';
import type { DeadlineCommand } from './deadline.commands';
import type { ExaminationCommand } from './examination.commands';
import type { FoundingApplication } from './founding-application';
import type { RefusalGround } from './refusal-grounds';

/*
 * `delayReason` is asked of a late office with its next step; of an office in time it is not recorded.
 * Due dates in these commands are counted by the application layer with calendar and rulebook; no client's date ever gets here.
 */

/** Receives a dossier — tiếp nhận hồ sơ. */
export type FileDossier = Command<
  'FileDossier',
  {
    dossierId: string;
    caseCode: string;
    regime: RegimeId;
    channel: 'online' | 'office' | 'post';
    receivingOfficeId: string;
    decidingOfficeId: string;
    applicantId: string;
    application: FoundingApplication;
    documents: readonly DossierDocument[];
    /** Kinds of documents that the law lists for this application (L23 Art. 42.2). */
    requiredDocuments: readonly string[];
    /** When it reached the office, where it is entered later; else it is received now. */
    receivedAt?: Instant;
    due: DueDate;
  }
>;
/** Records what the automatic checks of a round found. */
export type RecordChecks = Command<
  'RecordChecks',
  { round: number; results: readonly CheckResult[]; nameReserved: boolean }
>;
/** Takes the dossier — nhận xử lý. */
export type ClaimDossier = Command<'ClaimDossier'>;
/** Issues the one notice of all defects — ban hành thông báo sửa đổi, bổ sung. */
export type RequestCorrection = Command<
  'RequestCorrection',
  { defects: readonly Defect[]; due: DueDate; delayReason?: string }
>;
/** Answers the notice — nộp hồ sơ sửa đổi, bổ sung. */
export type ResubmitDossier = Command<
  'ResubmitDossier',
  { application: FoundingApplication; documents: readonly DossierDocument[]; due: DueDate }
>;
/** Cancels a dossier whose correction window passed unanswered — hủy hồ sơ. */
export type LapseDossier = Command<'LapseDossier'>;
/** Proposes a decision to the head of office — trình. */
export type ExamineDossier = Command<
  'ExamineDossier',
  ({ proposal: 'grant' } | { proposal: 'refuse'; ground: RefusalGround; reason: string }) & { delayReason?: string }
>;
/** Sends the proposal back — trả lại chuyên viên. */
export type ReturnDossier = Command<'ReturnDossier', { reason: string }>;
export type RecordTaxCode = Command<'RecordTaxCode', { taxCode: string }>;
/** The tax authority's answer to the request of this round was no. */
export type RecordTaxCodeRefusal = Command<'RecordTaxCodeRefusal', { round: number; reason: string }>;
/** Accepts the dossier — chấp thuận cấp đăng ký; `decidedOn`: the decision's own day, where it is recorded later. */
export type GrantDossier = Command<'GrantDossier', { delayReason?: string; decidedOn?: LocalDate }>;
/** Từ chối cấp đăng ký. */
export type RefuseDossier = Command<
  'RefuseDossier',
  { ground: RefusalGround; reason: string; delayReason?: string; decidedOn?: LocalDate }
>;
/** Đề nghị dừng thực hiện thủ tục. */
export type RequestWithdrawal = Command<'RequestWithdrawal', { reason: string; due: DueDate }>;
export type DecideWithdrawal = Command<
  'DecideWithdrawal',
  ({ outcome: 'accept' } | { outcome: 'refuse'; reason: string }) & { delayReason?: string }
>;
/** The registry has entered the organisation; closes the case. */
export type RecordCertificate = Command<
  'RecordCertificate',
  { organisationId: string; code: string; certificateNumber: string; certificateToken: string; issuedOn: LocalDate }
>;
/** Hands the result over on paper — trả kết quả. */
export type HandOverResult = Command<
  'HandOverResult',
  { form: 'atDesk' | 'post'; to: 'applicant' | 'authorisedPerson' }
>;

export type DossierCommand =
  | FileDossier
  | RecordChecks
  | ClaimDossier
  | RequestCorrection
  | ResubmitDossier
  | LapseDossier
  | ExamineDossier
  | ReturnDossier
  | RecordTaxCode
  | RecordTaxCodeRefusal
  | GrantDossier
  | RefuseDossier
  | RequestWithdrawal
  | DecideWithdrawal
  | RecordCertificate
  | HandOverResult
  | ExaminationCommand
  | DeadlineCommand;
