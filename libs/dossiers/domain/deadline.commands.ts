import type { Command, LocalDate } from '@hoptac/kernel';
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

export type DeadlineCommand = MarkDeadlinePassed | RemindOfDeadline | EscalateDossier | ExplainDelay | ExtendDeadline;
