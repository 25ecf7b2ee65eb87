/** A share of a year, or an amount before rounding, as an exact fraction; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Rounded to whole multiples of `unit`; a half goes up (away from zero), as money is rounded at a counter. */
export function roundHalfUp({ numerator, denominator }: Fraction, unit: bigint): bigint {
  const step = denominator * unit;
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = ((2n * magnitude + step) / (2n * step)) * unit;
  return numerator < 0n ? -rounded : rounded;
}

/** The largest multiple of `unit` that is not above the amount; for amounts of zero and more. */
export const roundDown = ({ numerator, denominator }: Fraction, unit: bigint): bigint =>
  (numerator / (denominator * unit)) * unit;

export const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
