/** Conditions of holding an office beside being elected; offices as above. */
export interface OfficersRule {
  readonly managing: readonly string[];
  /** Nobody holds one of these and one of `managing` in the same organisation. */
  readonly controlling: readonly string[];
  /** Offices that somebody who is no official member may be hired for under full governance. */
  readonly hiredUnderFullGovernance: readonly string[];
}

/** A ground on which somebody may not hold an office. */
export interface BarRule {
  readonly bar: string;
  readonly textVi: string;
  readonly textEn: string;
}
