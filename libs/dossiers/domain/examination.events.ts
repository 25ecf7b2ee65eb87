import type { DomainEvent } from '@hoptac/kernel';

/** One item of the check list as a person judged it: a check of the machine by its name, or a paper as `document:<kind>`. */
export interface JudgedCheck {
  readonly check: string;
  readonly outcome: 'passed' | 'failed';
  /** Why, for whoever corrects it; a failure always has one. */
  readonly note?: string;
}

/** A person judged items of the check list of this round — xem xét tính hợp lệ: findings of the machine count only from here on (L23 Art. 42.4). */
export type DossierChecksConfirmed = DomainEvent<
  'DossierChecksConfirmed',
  { round: number; checks: readonly JudgedCheck[]; confirmedBy: string; onBehalfOf?: string }
>;
/** The officer took the proposal back before it was decided — rút lại đề xuất. */
export type DossierProposalRecalled = DomainEvent<'DossierProposalRecalled', { recalledBy: string }>;
/** The officer gave the dossier back to the queue — trả lại hàng đợi. */
export type DossierReleased = DomainEvent<'DossierReleased', { releasedBy: string }>;

export type ExaminationEvent = DossierChecksConfirmed | DossierProposalRecalled | DossierReleased;
