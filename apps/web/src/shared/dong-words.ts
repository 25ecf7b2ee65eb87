const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const SCALES = ['', ' nghìn', ' triệu', ' tỷ', ' nghìn tỷ', ' triệu tỷ'] as const;

/** Three digits in words; a missing hundred is said inside a longer number. */
function threeInWords(value: number, inside: boolean): string {
  const [hundreds, tens, units] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const words: string[] = [];
  if (inside || hundreds > 0) words.push(`${DIGITS[hundreds] ?? ''} trăm`);
  if (tens === 0 && units > 0 && words.length > 0) words.push('linh');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(`${DIGITS[tens] ?? ''} mươi`);
  if (units === 1 && tens > 1) words.push('mốt');
  else if (units === 5 && tens > 0) words.push('lăm');
  else if (units > 0) words.push(DIGITS[units] ?? '');
  return words.join(' ');
}

/** 64000000 → `sáu mươi bốn triệu đồng`: what was typed, said again, so that a missing zero is noticed. */
export function dongInWords(dong: number): string {
  if (dong === 0) return 'không đồng';
  const groups: number[] = [];
  for (let rest = dong; rest > 0; rest = Math.floor(rest / 1000)) groups.push(rest % 1000);
  const words = groups
    .map((group, scale) => (group === 0 ? '' : threeInWords(group, scale < groups.length - 1) + (SCALES[scale] ?? '')))
    .reverse()
    .filter((part) => part !== '');
  return `${words.join(' ')} đồng`;
}
