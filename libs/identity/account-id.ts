import { nameId } from '@hoptac/platform';

/** Account ids become part of stream names. */
export const ACCOUNT_ID = /^[A-Za-z0-9][\w.:~-]{0,119}$/;

/** The provider's `sub` where it can stand in a stream's name, else a stable id made of it. */
export const accountIdOf = (issuer: string, sub: string): string => (ACCOUNT_ID.test(sub) ? sub : nameId(issuer, sub));
