import type { EvidenceMark, LocalDate } from '@hoptac/kernel';
import type { Sourced } from '../rulebook.types';

type Days = { readonly from: LocalDate; readonly to?: LocalDate };

/** Days of each regime, and of the stretches over which rules hold. */
export const R1: Days = { from: '2013-07-01', to: '2024-06-30' };
export const R2: Days = { from: '2024-07-01', to: '2025-06-30' };
export const R3: Days = { from: '2025-07-01', to: '2026-07-22' };
export const R4: Days = { from: '2026-07-23' };
export const R2_TO_R3: Days = { from: R2.from, to: '2026-07-22' };
export const SINCE_R2: Days = { from: R2.from };

/** Source of a rule in one line. */
export const per = (article: string, days: Days, evidence: EvidenceMark = 'verified'): Sourced => ({
  article,
  evidence,
  ...days,
});
