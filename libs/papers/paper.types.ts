import type { Dong, EvidenceMark, Instant, LocalDate } from '@hoptac/kernel';

/** What every paper says above and below its content. */
export interface PaperHead {
  /** `Ủy ban nhân dân phường Rạch Giá`. */
  readonly office: string;
  /** Place of the date line. */
  readonly place: string;
  readonly number: string;
  /** The legal day of the paper: that of its fact. */
  readonly date: LocalDate;
  /** The instant of the fact; also the file's own date. */
  readonly at: Instant;
  /** The prescribed form; its code is absent while the circular is not confirmed. */
  readonly form: { readonly code?: string; readonly article: string; readonly evidence: EvidenceMark };
  /** Who signs: position, and the account under which it was done on the system. */
  readonly signer: { readonly position: string; readonly account: string };
}

/** A limit as a paper states it. */
export interface PaperDue {
  readonly dueOn: LocalDate;
  readonly amount: number;
  readonly unit: 'working-day' | 'day' | 'month';
  readonly countedFrom: LocalDate;
  readonly article: string;
  /** A counted day lies in a year whose calendar is still to be confirmed. */
  readonly toConfirm: boolean;
}

/** A person in clear: leaves this process only on a paper. */
export interface PaperPerson {
  readonly fullName: string;
  readonly identityNumber: string;
  readonly dateOfBirth?: string;
  readonly nationality: string;
  readonly residence?: string;
  readonly phone?: string;
}

interface OfCase extends PaperHead {
  readonly caseCode: string;
  readonly organisationName: string;
}

/** Giấy tiếp nhận hồ sơ và hẹn trả kết quả (D295 Art. 19). */
export interface ReceiptFacts extends OfCase {
  readonly representative: string;
  readonly address: string;
  readonly phone?: string;
  readonly email?: string;
  readonly procedure: string;
  readonly channel: 'online' | 'office' | 'post';
  readonly receivedAt: Instant;
  readonly documents: readonly { readonly name: string; readonly fileName: string }[];
  readonly due: PaperDue;
  readonly trackAddress: string;
  /** 1 for the first filing, more after corrections. */
  readonly filing: number;
}

/** Thông báo yêu cầu sửa đổi, bổ sung hồ sơ (D295 Art. 21). */
export interface CorrectionNoticeFacts extends OfCase {
  readonly receivedOn: LocalDate;
  readonly defects: readonly { readonly subject: string; readonly reason: string; readonly article: string }[];
  readonly due: PaperDue;
}

/** Thông báo từ chối cấp đăng ký (L23 Art. 42.4; D295 Art. 32). */
export interface RefusalFacts extends OfCase {
  readonly receivedOn: LocalDate;
  readonly ground: string;
  readonly reason: string;
  readonly article: string;
  /** What may be done against it; version 1 of the template says it in words of its own. */
  readonly remedies: readonly {
    readonly text: string;
    /** `90 ngày`, from the day on which the paper was received. */
    readonly within?: string;
    readonly article: string;
    readonly evidence: EvidenceMark;
  }[];
}

/** Giấy chứng nhận đăng ký (L23 Art. 45). */
export interface CertificateFacts extends PaperHead {
  readonly kind: 'cooperative' | 'cooperativeUnion';
  readonly code: string;
  readonly name: string;
  readonly foreignName?: string;
  readonly abbreviation?: string;
  readonly address: string;
  readonly phone?: string;
  readonly email?: string;
  readonly charterCapital: Dong;
  readonly representative: PaperPerson;
  readonly verifyAddress: string;
  readonly token: string;
}

/** Xác nhận dừng thực hiện thủ tục (D295 Art. 19.7). */
export interface WithdrawalFacts extends OfCase {
  readonly receivedOn: LocalDate;
  readonly requestedOn: LocalDate;
  readonly reason: string;
}

/** Phiếu xin lỗi và hẹn lại ngày trả kết quả. */
export interface ApologyFacts extends OfCase {
  readonly receivedOn: LocalDate;
  readonly what: 'decision' | 'withdrawal';
  readonly dueOn: LocalDate;
  /** The new day, where the office has named one. */
  readonly newDueOn?: LocalDate;
  readonly reason?: string;
}

/** Giấy đề nghị đăng ký, from what was declared (L23 Art. 43). */
export interface RequestFacts extends OfCase {
  readonly kind: 'cooperative' | 'cooperativeUnion';
  readonly foreignName?: string;
  readonly abbreviation?: string;
  readonly address: string;
  readonly phone?: string;
  readonly email?: string;
  readonly businessLines: readonly { readonly code: string; readonly detail?: string; readonly main: boolean }[];
  readonly charterCapital: Dong;
  readonly members: readonly {
    readonly person: PaperPerson;
    readonly kind: 'official' | 'capitalContributing' | 'nonContributing';
    readonly contribution: Dong;
  }[];
  readonly representative: PaperPerson;
  readonly governance: 'full' | 'simplified';
  readonly conference: {
    readonly heldOn: LocalDate;
    readonly foundersInvited: number;
    readonly foundersAttended: number;
    readonly votesForCharter: number;
  };
}

/** Facts of each kind of paper. */
export interface FactsByKind {
  readonly receipt: ReceiptFacts;
  readonly correctionNotice: CorrectionNoticeFacts;
  readonly refusal: RefusalFacts;
  readonly certificate: CertificateFacts;
  readonly withdrawalConfirmation: WithdrawalFacts;
  readonly apology: ApologyFacts;
  readonly foundingRequest: RequestFacts;
}

export type PaperKind = keyof FactsByKind;

/** Signs of what a paper is not: an official one of a real case, or one that was issued. */
export interface PaperMarks {
  /** The case is of the demo province. */
  readonly demo: boolean;
  /** Shown before it is issued. */
  readonly preview: boolean;
}
