/** Raised when the folder's layout changes so that an older program would misread it. */
export const LAYOUT_VERSION = 1;

export function compareLayout(found: number, known = LAYOUT_VERSION): 'same' | 'older' | 'newer' {
  if (found === known) return 'same';
  return found > known ? 'newer' : 'older';
}
