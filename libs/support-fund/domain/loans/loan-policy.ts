import type { Dong, EvidenceMark } from '@hoptac/kernel';

/**
 * What the fund's internal rules say of a running loan (D45 Art. 31 leaves all of it to them). A loan keeps the values that held when it was opened.
 */
export interface LoanPolicy {
  /** Money above this needs two releases beside the preparation. */
  readonly twoReleasesAbove: Dong;
  /** Days before a due day on which the borrower is reminded. */
  readonly remindDaysBefore: number;
  /** Days after a disbursement by which its use is inspected. */
  readonly inspectWithinDays: number;
  /** Share of the appraised security that provisions may leave out, basis points. */
  readonly deductibleShare: number;
  /** Years after the use of provisions before a claim may be written off (D45 Art. 28). */
  readonly writeOffAfterYears: number;
  readonly evidence: EvidenceMark;
}

/** Values of the house until a fund says its own. Only the five years are read in the decree; the rest is for the fund's internal rules to confirm. */
export const HOUSE_LOAN_POLICY: LoanPolicy = {
  twoReleasesAbove: 1_000_000_000,
  remindDaysBefore: 7,
  inspectWithinDays: 30,
  deductibleShare: 5_000,
  writeOffAfterYears: 5,
  evidence: 'to_confirm',
};
