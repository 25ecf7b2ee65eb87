import type { Position } from '@hoptac/kernel';

/** Negative, zero, positive as with numbers; "from the beginning" (undefined) lies before everything. */
export function comparePositions(a: Position | undefined, b: Position | undefined): number {
  if (!a || !b) return a ? 1 : b ? -1 : 0;
  if (a.commit !== b.commit) return a.commit < b.commit ? -1 : 1;
  if (a.prepare !== b.prepare) return a.prepare < b.prepare ? -1 : 1;
  return 0;
}

export const laterOf = (a: Position | undefined, b: Position | undefined): Position | undefined =>
  comparePositions(a, b) >= 0 ? a : b;

/** For messages and status. */
export const showPosition = (position: Position | undefined): string =>
  position ? position.commit.toString() : 'the beginning';
