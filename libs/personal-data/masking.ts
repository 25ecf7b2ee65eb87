import type { JsonObject } from './sealed-box';

const SHOWN = 4;

/** Enough to tell persons apart: initials of the name, the ends of the number, the nationality; nothing else. */
export function maskedRecord({ fullName, identityNumber, nationality }: JsonObject): JsonObject {
  return {
    ...(typeof fullName === 'string' ? { fullName: initials(fullName) } : {}),
    ...(typeof identityNumber === 'string' ? { identityNumber: ends(identityNumber) } : {}),
    ...(nationality === undefined ? {} : { nationality }),
  };
}

const initials = (name: string): string =>
  name
    .split(/\s+/u)
    .map((word) => `${String.fromCodePoint(word.codePointAt(0) ?? 0x2022)}.`)
    .join(' ');

const ends = (number: string): string =>
  number.length > SHOWN * 2
    ? `${number.slice(0, SHOWN)}…${number.slice(-SHOWN)}`
    : `${number.slice(0, 1)}…${number.slice(-1)}`;
