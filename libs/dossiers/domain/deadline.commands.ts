import type { Command, LocalDate } from '@hoptac/kernel';

/** Notes that the office let a limit pass. */
export type MarkDeadlinePassed = Command<'MarkDeadlinePassed'>;
/** Gives every reminder whose instant has come — nhắc hạn. */
export type RemindOfDeadline = Command<'RemindOfDeadline'>;
/** Lifts a late case to every level whose instant has come. */
export type EscalateDossier = Command<'EscalateDossier'>;
/** Says why the office is late, and by when it means to answer — xin lỗi và hẹn lại ngày trả kết quả. */
export type ExplainDelay = Command<'ExplainDelay', { reason: string; answerBy?: LocalDate }>;

export type DeadlineCommand = MarkDeadlinePassed | RemindOfDeadline | EscalateDossier | ExplainDelay;
