import type { SuspendedDays } from '@hoptac/calendar';
import type { DomainEvent, EvidenceMark, Instant, LocalDate, RegimeId } from '@hoptac/kernel';
import type { DeadlineEvent, EscalationLevel, RemindedRole } from './deadline.events';
import type { ExaminationEvent } from './examination.events';
import type { FoundingApplication } from './founding-application';

/** A paper of the dossier — thành phần hồ sơ; the file is kept under its hash. */
export interface DossierDocument {
  /** Document kind of the rulebook, e.g. `charter`. */
  readonly kind: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
}

/** A legal time limit as it was counted when it was given; it does not move silently afterwards. */
export interface DueDate {
  readonly dueOn: LocalDate;
  /** 24:00 of that day in Asia/Ho_Chi_Minh. */
  readonly dueAt: Instant;
  readonly amount: number;
  readonly unit: 'working-day' | 'day' | 'month';
  /** Day of the event that starts the period; not counted (Civil Code Art. 147). */
  readonly countedFrom: LocalDate;
  readonly article: string;
  /** True when a counted day lies in a year whose calendar is still to be confirmed. */
  readonly toConfirm: boolean;
  /** Version of the calendar it was counted with. */
  readonly calendarVersion: string;
  /** When somebody is reminded of it, and when a late case rises how far: the house's policy of that day; absent in facts of before. */
  readonly reminders?: readonly { readonly at: Instant; readonly to: RemindedRole }[];
  readonly escalations?: readonly { readonly at: Instant; readonly level: EscalationLevel }[];
  /** Days within it on which it did not run, and by whose decision. */
  readonly suspended?: readonly SuspendedDays[];
}

/** Result of one automatic check — kiểm tra tự động. */
export interface CheckResult {
  /** Stable name, e.g. `minimumMembers`. */
  readonly check: string;
  readonly outcome: 'passed' | 'failed' | 'undecided';
  readonly article: string;
  readonly evidence: EvidenceMark;
  /** What was compared, plain values without personal data. */
  readonly inputs: Readonly<Record<string, string | number | boolean>>;
}

/** One defect of a correction notice — nội dung cần sửa đổi, bổ sung. */
export interface Defect {
  /** Path of the field (`headOffice.line`) or document kind (`document:charter`). */
  readonly subject: string;
  readonly reason: string;
  readonly article: string;
}

/** Filed and received — tiếp nhận hồ sơ và hẹn trả kết quả (D295 Art. 19). */
export type DossierFiled = DomainEvent<
  'DossierFiled',
  {
    dossierId: string;
    caseCode: string;
    procedure: 'P01';
    regime: RegimeId;
    channel: 'online' | 'office' | 'post';
    /** Any commune of the province may receive (R4, D295 Art. 4.7); the head office's commune decides. */
    receivingOfficeId: string;
    decidingOfficeId: string;
    receivedAt: Instant;
    applicantId: string;
    application: FoundingApplication;
    documents: readonly DossierDocument[];
    due: DueDate;
  }
>;
/** The stack's own checks of the version filed in `round` (0 = first filing). */
export type DossierChecked = DomainEvent<
  'DossierChecked',
  { round: number; results: readonly CheckResult[]; nameReserved: boolean }
>;
/** An officer has the dossier: taken by himself — nhận xử lý, or given to him by the head of office — phân công (`assignedBy`). */
export type DossierAssigned = DomainEvent<
  'DossierAssigned',
  { officerId: string; assignedBy?: string; reason?: string }
>;
/** One notice listing all defects — thông báo yêu cầu sửa đổi, bổ sung hồ sơ (D295 Art. 21). */
export type DossierCorrectionRequested = DomainEvent<
  'DossierCorrectionRequested',
  { round: number; defects: readonly Defect[]; requestedBy: string; due: DueDate }
>;
/** Answer to the notice; the office's period starts again. */
export type DossierResubmitted = DomainEvent<
  'DossierResubmitted',
  { round: number; application: FoundingApplication; documents: readonly DossierDocument[]; due: DueDate }
>;
/** No answer in 60 days: cancelled — hủy hồ sơ (D295 Art. 19.6, 30.4). */
export type DossierLapsed = DomainEvent<'DossierLapsed', { dueOn: LocalDate }>;
/** Officer's proposal to the head of office — trình. */
export type DossierExamined = DomainEvent<
  'DossierExamined',
  {
    round: number;
    examinedBy: string;
    /** The person the examiner stood in for; barred from deciding as well. */
    onBehalfOf?: string;
    proposal: 'grant' | 'refuse';
    ground?: string;
    reason?: string;
  }
>;
/** Sent back to the officer with a reason — trả lại chuyên viên. */
export type DossierReturned = DomainEvent<'DossierReturned', { returnedBy: string; reason: string }>;
/** Answer of the tax authority — mã số do hệ thống đăng ký thuế cấp (D295 Art. 14). */
export type DossierTaxCodeReceived = DomainEvent<'DossierTaxCodeReceived', { taxCode: string; receivedAt: Instant }>;
export type DossierTaxCodeRefused = DomainEvent<'DossierTaxCodeRefused', { round: number; reason: string }>;
/** Decision by someone other than the examiner (L23 Art. 42.4). */
export type DossierGranted = DomainEvent<
  'DossierGranted',
  { decidedBy: string; examinedBy: string; decidedOn: LocalDate }
>;
/** Written and reasoned — từ chối cấp đăng ký (L23 Art. 42.4; D295 Art. 32). */
export type DossierRefused = DomainEvent<
  'DossierRefused',
  { decidedBy: string; examinedBy: string; decidedOn: LocalDate; ground: string; reason: string; article: string }
>;
/** Dừng thực hiện thủ tục (D295 Art. 19.7). */
export type DossierWithdrawalRequested = DomainEvent<
  'DossierWithdrawalRequested',
  { requestedBy: string; reason: string; due: DueDate }
>;
export type DossierWithdrawn = DomainEvent<'DossierWithdrawn', { decidedBy: string }>;
export type DossierWithdrawalRefused = DomainEvent<'DossierWithdrawalRefused', { decidedBy: string; reason: string }>;
/** A limit of the office passed without its act; the case is late from here on. */
export type DossierDeadlinePassed = DomainEvent<
  'DossierDeadlinePassed',
  { what: 'decision' | 'withdrawal'; dueOn: LocalDate; dueAt: Instant }
>;
/** The organisation was entered and its certificate issued; the case is closed. */
export type DossierCertificateIssued = DomainEvent<
  'DossierCertificateIssued',
  { organisationId: string; code: string; certificateNumber: string; certificateToken: string; issuedOn: LocalDate }
>;
/** The result went out on paper — trả kết quả tại Bộ phận một cửa hoặc qua bưu chính (D295 Art. 19). To whom is said by relation, never by name. */
export type DossierResultHandedOver = DomainEvent<
  'DossierResultHandedOver',
  { handedOverBy: string; form: 'atDesk' | 'post'; to: 'applicant' | 'authorisedPerson' }
>;

export type DossierEvent =
  | DossierFiled
  | DossierChecked
  | DossierAssigned
  | DossierCorrectionRequested
  | DossierResubmitted
  | DossierLapsed
  | DossierExamined
  | DossierReturned
  | DossierTaxCodeReceived
  | DossierTaxCodeRefused
  | DossierGranted
  | DossierRefused
  | DossierWithdrawalRequested
  | DossierWithdrawn
  | DossierWithdrawalRefused
  | DossierDeadlinePassed
  | DossierCertificateIssued
  | DossierResultHandedOver
  | ExaminationEvent
  | DeadlineEvent;
