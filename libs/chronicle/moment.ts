import { invalidInput, type Instant } from '@hoptac/kernel';

/** A place in the log, and the province's clock there: what `?asOf=` means. */
export interface Moment {
  readonly position: bigint;
  /** The instant asked for; the clock at that place when a position was asked for. */
  readonly instant: Instant;
}

/** As an answer says it. */
export interface MomentView {
  /** Commit position, decimal text. */
  readonly position: string;
  readonly instant: Instant;
}

export const momentView = ({ position, instant }: Moment): MomentView => ({ position: position.toString(), instant });

/** A commit position; a day; or an instant, to the minute, second or millisecond. Without a zone it is Vietnamese time. */
export const AS_OF_SHAPE = /^(?:\d{1,15}|\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?)?)$/;

const POSITION = /^\d{1,15}$/;
const INSTANT = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/;
const VIET_NAM = '+07:00';

/**
 * Position, or instant in UTC. What is written to the day, minute or second means its last millisecond: a page that shows 14:20 means every fact that it shows
 * at 14:20. @throws DomainError `CHRONICLE.AS_OF_INVALID` (400).
 */
export function readAsOf(text: string): { readonly position: bigint } | { readonly instant: Instant } {
  if (POSITION.test(text)) return { position: BigInt(text) };
  const [, day, minute = '23:59', second = '59', fraction = '.999', zone = VIET_NAM] = INSTANT.exec(text) ?? [];
  const at = day === undefined ? NaN : Date.parse(`${day}T${minute}:${second}${fraction}${zone}`);
  if (Number.isNaN(at))
    throw invalidInput('CHRONICLE.AS_OF_INVALID', 'Neither an instant nor a position', { asOf: text });
  return { instant: new Date(at).toISOString() as Instant };
}
