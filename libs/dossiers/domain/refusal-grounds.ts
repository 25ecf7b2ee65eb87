import type { RegimeId } from '@hoptac/kernel';

/**
 * Grounds for refusing a registration — căn cứ từ chối cấp đăng ký (D92 Art. 33; D295 Art. 32; L23 Art. 44.1).
 * - `violationNotice`: a violation notice or revocation decision stands against the organisation;
 * - `dissolving`: it is being dissolved or terminated;
 * - `notAtAddress`: the tax authority did not find it at its registered address;
 * - `authorityBlock`: a court, enforcement or investigation body blocks this procedure in writing;
 * - `conditionsNotMet`: a condition of the grant itself is missing.
 */
export const REFUSAL_GROUNDS = [
  'violationNotice',
  'dissolving',
  'notAtAddress',
  'authorityBlock',
  'conditionsNotMet',
] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

const POINT: Record<Exclude<RefusalGround, 'conditionsNotMet'>, string> = {
  violationNotice: '1.a',
  dissolving: '1.b',
  notAtAddress: '1.c',
  authorityBlock: '3',
};

/** Article that a refusal on this ground cites under the regime of the dossier. */
export function articleOfRefusal(ground: RefusalGround, regime: RegimeId): string {
  if (ground === 'conditionsNotMet') return 'L23 Art. 44.1';
  return regime === 'R4' ? `D295 Art. 32.${POINT[ground]}` : 'D92 Art. 33';
}
