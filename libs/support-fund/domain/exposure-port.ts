import type { Actor, Dong, Instant, LocalDate } from '@hoptac/kernel';
import type { PartyKey } from './loan-contract';

/** What the limits of D45 Art. 23.2 are counted from, as it stands when it is decided. */
export interface ExposureBasis {
  /** Vốn điều lệ thực có (D45 Art. 2.3). */
  readonly actualCharterCapital: Dong;
  /** Largest share for one borrower, basis points (at most 1500). */
  readonly singleBorrowerShare: number;
  /** Largest share for a borrower with related persons, basis points (at most 2500). */
  readonly relatedShare: number;
  readonly on: LocalDate;
}

/** A decision that wants so much of the limits. The same application asks again under its id: the newer amount takes the place of the older. */
export interface ExposureRequest {
  readonly fundId: string;
  readonly applicationId: string;
  readonly borrower: PartyKey;
  readonly related: readonly PartyKey[];
  readonly amount: Dong;
  readonly basis: ExposureBasis;
}

export interface ExposureContext {
  /** Id of the command that this belongs to; the exposure's own id is made from it. */
  readonly commandId: string;
  readonly now: Instant;
  readonly actor: Actor;
  /** The case that it belongs to. */
  readonly correlationId: string;
}

/** Outstanding and reserved together; đồng. */
export interface ExposureFigures {
  readonly borrower: Dong;
  /** The borrower with everybody related to it. */
  readonly withRelated: Dong;
}

/**
 * What the fund's borrowers owe and will owe, in one stream for each fund: of two decisions that want the same room exactly one wins.
 * The port between applications and loans.
 */
export abstract class Exposure {
  /**
   * Holds the amount for the application until it is drawn down or released.
   * @throws DomainError `SUPPORT_FUND.SINGLE_LIMIT_EXCEEDED`, `SUPPORT_FUND.RELATED_LIMIT_EXCEEDED` (D45 Art. 23.2) with limit, taken and wanted in đồng.
   */
  abstract reserve(request: ExposureRequest, context: ExposureContext): Promise<void>;
  /** Gives back what the application holds and has not drawn down; nothing when it holds nothing. */
  abstract release(fundId: string, applicationId: string, context: ExposureContext): Promise<void>;
  /** What is taken of the limits now, without what `except` holds itself. */
  abstract outstandingOf(
    fundId: string,
    borrower: PartyKey,
    related: readonly PartyKey[],
    except?: string,
  ): Promise<ExposureFigures>;
}
