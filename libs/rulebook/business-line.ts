/**
 * Shape of a level-4 code of the Vietnamese industry system (D295 Art. 13): four digits. Whether such a class exists is `undecided`: the list
 * of classes is not shipped, and an officer reads the line.
 */
export function checkBusinessLineCode(code: string): 'undecided' | 'failed' {
  return /^\d{4}$/.test(code) ? 'undecided' : 'failed';
}
