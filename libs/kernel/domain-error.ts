/**
 * Why a command was refused. The kind decides the HTTP status at the edge (400, 422, 409, 404, 403, 412) and whether a workflow may try again.
 * - `invalid`: the input itself is malformed; `rule`: a rule of the law or the house is broken; `not-allowed-now`: right command, wrong moment;
 * - `not-found`; `forbidden`; `stale`: somebody else changed it since the caller looked.
 */
export type DomainErrorKind = 'invalid' | 'rule' | 'not-allowed-now' | 'not-found' | 'forbidden' | 'stale';

/** Plain facts for the message catalogue and the problem document; never personal data. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** A refusal with a stable code (`CONTEXT.RULE`), thrown before any event exists. Nothing is recorded when it is thrown. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly kind: DomainErrorKind,
    readonly code: string,
    /** English, for logs; people read the catalogue's text for `code`. */
    message: string,
    readonly details: ErrorDetails = {},
    /** Articles that the refusal rests on, e.g. `L23 Art. 42.4`. */
    readonly legalBasis: readonly string[] = [],
  ) {
    super(message);
  }
}

/** Survives process and bundle borders, where `instanceof` does not. */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === 'DomainError' && 'code' in error && 'kind' in error;
}

export const brokenRule = (
  code: string,
  message: string,
  details: ErrorDetails = {},
  legalBasis: readonly string[] = [],
): DomainError => new DomainError('rule', code, message, details, legalBasis);

export const notAllowedNow = (
  code: string,
  message: string,
  details: ErrorDetails = {},
  legalBasis: readonly string[] = [],
): DomainError => new DomainError('not-allowed-now', code, message, details, legalBasis);

export const invalidInput = (code: string, message: string, details: ErrorDetails = {}): DomainError =>
  new DomainError('invalid', code, message, details);

export const notFound = (code: string, message: string, details: ErrorDetails = {}): DomainError =>
  new DomainError('not-found', code, message, details);

export const forbidden = (
  code: string,
  message: string,
  details: ErrorDetails = {},
  legalBasis: readonly string[] = [],
): DomainError => new DomainError('forbidden', code, message, details, legalBasis);
