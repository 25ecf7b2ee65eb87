/** How sure a legal value is; anything but `verified` is shown with its mark. */
export type EvidenceMark = 'verified' | 'secondary' | 'to_confirm';

/** R1 2013-07-01, R2 2024-07-01, R3 2025-07-01, R4 2026-07-23: legal regimes of cooperative registration. */
export type RegimeId = 'R1' | 'R2' | 'R3' | 'R4';

/** HTX, LHHTX, THT. */
export type OrganisationKind = 'cooperative' | 'cooperativeUnion' | 'cooperativeGroup';
