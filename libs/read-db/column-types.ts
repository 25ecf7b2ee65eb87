import { types, type CustomTypesConfig } from 'pg';

const OID = {
  int8: 20,
  int8Array: 1016,
  numeric: 1700,
  numericArray: 1231,
  date: 1082,
  timestamptz: 1184,
  timestamptzArray: 1185,
};
/** Missing from the enumeration of `pg`'s types. */
const TEXT_ARRAY = 1009 as unknown as Parameters<typeof types.getTypeParser>[0];

/**
 * int8 (counts, sums, đồng, positions) becomes a number.
 * @throws RangeError beyond ±(2^53 − 1): a silently rounded figure is worse than a failed query. Cast to text what may be larger.
 */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the safe whole numbers; select it as text`);
  return value;
}

/** numeric becomes a number: whole values must be safe (sums of đồng), fractions (averages, shares) are approximate. */
export function decimalNumber(text: string): number {
  return text.includes('.') || text === 'NaN' ? Number(text) : wholeNumber(text);
}

/** timestamptz becomes an ISO instant ending in `Z`, to the millisecond. */
export function instantText(text: string): string {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
}

const textArray = types.getTypeParser(TEXT_ARRAY, 'text') as (text: string) => (string | null)[];

const each = (parse: (text: string) => unknown) => (text: string) =>
  textArray(text).map((item) => (item === null ? null : parse(item)));

const parsers = new Map<number, (text: string) => unknown>([
  [OID.int8, wholeNumber],
  [OID.int8Array, each(wholeNumber)],
  [OID.numeric, decimalNumber],
  [OID.numericArray, each(decimalNumber)],
  // A legal day has no time of day and no zone: pg's own parser would make it a local midnight.
  [OID.date, (text) => text],
  [OID.timestamptz, instantText],
  [OID.timestamptzArray, each(instantText)],
]);

/** How PostgreSQL's values arrive in the house; the only place where they are converted. */
export const columnTypes: CustomTypesConfig = {
  getTypeParser: ((oid: Parameters<typeof types.getTypeParser>[0], format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(oid)) ??
    (types.getTypeParser(oid, format) as (text: string) => unknown)) as CustomTypesConfig['getTypeParser'],
};
