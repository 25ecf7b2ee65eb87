import type { DomainEvent, Instant, LocalDate } from '@hoptac/kernel';
import type { DueDate } from './dossier.events';

/** Limits that run for a dossier: the office's decision or notice, its answer to a withdrawal, the applicant's answer to a notice. */
export type LimitName = 'decision' | 'withdrawal' | 'correction';

/** Who is reminded before a limit. */
export type RemindedRole = 'officer' | 'head' | 'applicant';

/** How far a late case has risen: from its officer to the deputy head, the head of office, the province. */
export const ESCALATION_LEVELS = ['deputy', 'head', 'province'] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

/** A limit that the office or the applicant let come near — nhắc hạn. */
export type DossierReminded = DomainEvent<
  'DossierReminded',
  { what: LimitName; dueOn: LocalDate; dueAt: Instant; to: RemindedRole; scheduledAt: Instant; remindedAt: Instant }
>;
/** A limit of the office passed (`dueAt`) and the case rose by itself — báo cáo lãnh đạo; `since` is the instant set for the level. */
export type DossierEscalated = DomainEvent<
  'DossierEscalated',
  { what: LimitName; dueOn: LocalDate; dueAt: Instant; level: EscalationLevel; since: Instant }
>;
/** Why the office is late, and by when it means to answer — xin lỗi và hẹn lại ngày trả kết quả. */
export type DossierDelayExplained = DomainEvent<
  'DossierDelayExplained',
  { what: LimitName; dueOn: LocalDate; dueAt: Instant; reason: string; answerBy?: LocalDate; explainedBy: string }
>;

/** A limit of the office was moved by a decision: who, on which ground, by which paper (sha256); `to` is counted from the day of `from` on. */
export type DossierDeadlineExtended = DomainEvent<
  'DossierDeadlineExtended',
  { what: 'decision' | 'withdrawal'; from: DueDate; to: DueDate; ground: string; paper: string; decidedBy: string }
>;

/** One decision over many cases suspended this limit, or moved the end of its suspension; `to` is what is left of it, counted on. */
export type DossierDeadlineSuspended = DomainEvent<
  'DossierDeadlineSuspended',
  {
    suspensionId: string;
    what: LimitName;
    suspended: { from: LocalDate; to: LocalDate };
    from: DueDate;
    to: DueDate;
    ground: string;
    /** sha256 of the decision. */
    paper: string;
    decidedBy: string;
  }
>;

export type DeadlineEvent =
  DossierReminded | DossierEscalated | DossierDelayExplained | DossierDeadlineExtended | DossierDeadlineSuspended;
