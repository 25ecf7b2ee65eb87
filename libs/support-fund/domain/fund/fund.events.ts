import type { DomainEvent, Instant, LocalDate } from '@hoptac/kernel';
import type { FundPolicy } from './fund-policy';

/** A paper by which somebody outside decided: its number, its day, and its file when it was put into the document store. */
export interface DecidingPaper {
  readonly number: string;
  readonly on: LocalDate;
  readonly issuedBy: string;
  readonly sha256?: string;
}

/**
 * What changes the actual charter capital — vốn điều lệ thực có (D45 Art. 2.3): the charter capital itself, or the accumulated result (profit not
 * distributed, loss not covered). `amount` is the change in đồng, below zero for a reduction or a loss.
 */
export interface CapitalChange {
  readonly of: 'charterCapital' | 'accumulatedResult';
  readonly amount: number;
  /** From this day on it counts; may lie before the day on which it is recorded. */
  readonly effectiveOn: LocalDate;
  readonly paper: DecidingPaper;
}

/** Members of a body that votes on loans; the chair concludes the vote. */
export interface BodyMember {
  readonly accountId: string;
  readonly chair: boolean;
}

/** A fund was founded — thành lập Quỹ (D45 Art. 3–5). */
export type SupportFundFounded = DomainEvent<
  'SupportFundFounded',
  {
    fundId: string;
    name: string;
    level: 'provincial' | 'central';
    /** One-member company of the State, or a financial institution on the cooperative model. */
    model: 'company' | 'cooperative';
    /** Office at which its roles are held. */
    officeId: string;
    /** A provincial fund lends inside this area only (D45 Art. 20). */
    areaCode: string;
    foundedOn: LocalDate;
    paper: DecidingPaper;
  }
>;
/** Somebody entered a change of capital; it counts once another person has confirmed it. */
export type SupportFundCapitalProposed = DomainEvent<
  'SupportFundCapitalProposed',
  { changeId: string; change: CapitalChange; proposedBy: string; onBehalfOf?: string }
>;
export type SupportFundCapitalConfirmed = DomainEvent<
  'SupportFundCapitalConfirmed',
  { changeId: string; change: CapitalChange; confirmedBy: string; confirmedAt: Instant }
>;
/** Lending rules to come — quy chế cho vay; they hold once another person has confirmed them. */
export type SupportFundPolicyProposed = DomainEvent<
  'SupportFundPolicyProposed',
  {
    changeId: string;
    policyVersion: string;
    from: LocalDate;
    policy: FundPolicy;
    paper: DecidingPaper;
    proposedBy: string;
    onBehalfOf?: string;
  }
>;
export type SupportFundPolicyConfirmed = DomainEvent<
  'SupportFundPolicyConfirmed',
  {
    changeId: string;
    policyVersion: string;
    from: LocalDate;
    policy: FundPolicy;
    confirmedBy: string;
    confirmedAt: Instant;
  }
>;
/** A change that another person did not confirm. */
export type SupportFundChangeRefused = DomainEvent<
  'SupportFundChangeRefused',
  { changeId: string; reason: string; refusedBy: string }
>;
/** Who sits in the credit council or the board from a day on. */
export type SupportFundBodyAppointed = DomainEvent<
  'SupportFundBodyAppointed',
  { body: 'council' | 'board'; members: readonly BodyMember[]; from: LocalDate; paper: DecidingPaper }
>;

export type SupportFundEvent =
  | SupportFundFounded
  | SupportFundCapitalProposed
  | SupportFundCapitalConfirmed
  | SupportFundPolicyProposed
  | SupportFundPolicyConfirmed
  | SupportFundChangeRefused
  | SupportFundBodyAppointed;
