import { createHash } from 'node:crypto';
import { canonicalJson } from '@hoptac/calendar';
import type { PersonVault } from '@hoptac/personal-data';
import type { RegisteredContent } from '../domain';

/** 156 bits: too many to guess, short enough for a small QR code. */
const TOKEN_LENGTH = 26;

/** What a certificate's token is computed from: whose it is, its number, and everything it says. */
export interface CertifiedContent {
  readonly organisationId: string;
  readonly number: string;
  readonly content: RegisteredContent;
}

/**
 * The public token of a certificate. Keyed, so that nobody can make one; over its content, so that it vouches for these very lines and no others; without
 * chance, so that a repeated step prints the same one.
 */
export function certificateToken(vault: Pick<PersonVault, 'fingerprint'>, certified: CertifiedContent): string {
  const { organisationId, number, content } = certified;
  const lines = createHash('sha256').update(canonicalJson(content)).digest('hex');
  const fingerprint = vault.fingerprint(`certificate:${organisationId}:${number}:${lines}`);
  return createHash('sha256').update(fingerprint).digest('base64url').slice(0, TOKEN_LENGTH);
}
