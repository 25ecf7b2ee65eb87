import type { PersonVault } from './person-vault';

/** Keyed fingerprint of an identity number within its country: equal for one person wherever he is named, readable for nobody. */
export const identityFingerprint = (
  vault: Pick<PersonVault, 'fingerprint'>,
  { nationality, identityNumber }: { readonly nationality: string; readonly identityNumber: string },
): string => vault.fingerprint(`identity:${nationality}:${identityNumber.replace(/\s/g, '')}`);
