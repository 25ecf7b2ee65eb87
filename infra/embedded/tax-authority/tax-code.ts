/** Weights of the first nine digits of a Vietnamese tax code (mã số thuế); the tenth checks them. */
const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;

/** The tenth digit for nine digits; null when there is none and no code may have them. */
export function checkDigit(nine: string): number | null {
  if (!/^\d{9}$/.test(nine)) throw new Error(`nine digits are needed, not "${nine}"`);
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(nine[index]), 0);
  const digit = 10 - (sum % 11);
  return digit === 10 ? null : digit;
}

/** Ten digits whose last agrees with the nine before it. */
export function isTaxCode(text: string): boolean {
  return /^\d{10}$/.test(text) && checkDigit(text.slice(0, 9)) === Number(text[9]);
}

/** The first code of a province (two digits) whose serial is `serial` or later; gives the serial after it. */
export function taxCodeFrom(
  province: string,
  serial: number,
): { readonly taxCode: string; readonly nextSerial: number } {
  for (let at = serial; at < 10_000_000; at += 1) {
    const nine = province + String(at).padStart(7, '0');
    const digit = checkDigit(nine);
    if (digit !== null) return { taxCode: nine + String(digit), nextSerial: at + 1 };
  }
  throw new Error(`no tax code is left for province ${province}`);
}
