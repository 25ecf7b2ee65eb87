import type { Command, LocalDate } from '@hoptac/kernel';
import type { LimitName } from './deadline.events';
import type { DueDate } from './dossier.events';

/** Notes that the office let a limit pass. */
export type MarkDeadlinePassed = Command<'MarkDeadlinePassed'>;
/** Gives every reminder whose instant has come — nhắc hạn. */
export type RemindOfDeadline = Command<'RemindOfDeadline'>;
/** Lifts a late case to every level whose instant has come. */
export type EscalateDossier = Command<'EscalateDossier'>;
/** Says why the office is late, and by when it means to answer — xin lỗi và hẹn lại ngày trả kết quả. */
export type ExplainDelay = Command<'ExplainDelay', { reason: string; answerBy?: LocalDate }>;

/** Moves a limit of the office by a decision on paper — gia hạn; nothing else moves one. */
export type ExtendDeadline = Command<
  'ExtendDeadline',
  { what: 'decision' | 'withdrawal'; to: DueDate; ground: string; paper: string }
>;

/** Carries one suspension into this dossier: the limits that run, each as it runs now and as it is counted anew. */
export type SuspendDeadlines = Command<
  'SuspendDeadlines',
  {
    suspensionId: string;
    suspended: { from: LocalDate; to: LocalDate };
    limits: readonly { readonly what: LimitName; readonly from: DueDate; readonly to: DueDate }[];
    ground: string;
    paper: string;
    decidedBy: string;
  }
>;

export type DeadlineCommand =
  MarkDeadlinePassed | RemindOfDeadline | EscalateDossier | ExplainDelay | ExtendDeadline | SuspendDeadlines;
