import type { DomainEvent, Instant, LocalDate } from '@hoptac/kernel';

/** One decision by which limits do not run — tạm dừng tính thời hạn do thiên tai, sự kiện bất khả kháng. Both days included. */
export type DeadlineSuspensionDecided = DomainEvent<
  'DeadlineSuspensionDecided',
  {
    suspensionId: string;
    /** Commune or province within whose offices limits do not run. */
    areaCode: string;
    from: LocalDate;
    to: LocalDate;
    ground: string;
    /** sha256 of the decision. */
    paper: string;
    decidedBy: string;
    decidedAt: Instant;
  }
>;
/** It ends earlier than decided, or is prolonged. */
export type DeadlineSuspensionEndMoved = DomainEvent<
  'DeadlineSuspensionEndMoved',
  {
    suspensionId: string;
    before: LocalDate;
    to: LocalDate;
    ground: string;
    paper: string;
    decidedBy: string;
    decidedAt: Instant;
  }
>;
/** On whom it fell: dossiers that were not named before; each has the fact of its own limits. */
export type DeadlineSuspensionFell = DomainEvent<
  'DeadlineSuspensionFell',
  { suspensionId: string; dossierIds: readonly string[] }
>;
/** Its last day is over; limits run again. */
export type DeadlineSuspensionCompleted = DomainEvent<
  'DeadlineSuspensionCompleted',
  { suspensionId: string; to: LocalDate; dossiers: number }
>;

export type SuspensionEvent =
  DeadlineSuspensionDecided | DeadlineSuspensionEndMoved | DeadlineSuspensionFell | DeadlineSuspensionCompleted;
