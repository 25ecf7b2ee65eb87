import { say } from '../language';

const STEPS = [1, 2, 2.5, 5, 10];
const format = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** Round marks from zero to at least the greatest value; four or five of them. */
export function marks(greatest: number): readonly number[] {
  if (greatest <= 0) return [0];
  const rough = greatest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((one) => one * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.ceil(greatest / step) + 1 }, (_, index) => index * step);
}

/** `64 triệu`, `1,2 tỷ`: short for an axis; the table beside the chart says the đồng. */
export function shortDong(amount: number): string {
  if (Math.abs(amount) >= 1_000_000_000) return `${format.format(amount / 1_000_000_000)} ${say('tỷ', 'bn')}`;
  if (Math.abs(amount) >= 1_000_000) return `${format.format(amount / 1_000_000)} ${say('triệu', 'm')}`;
  if (Math.abs(amount) >= 1_000) return `${format.format(amount / 1_000)} ${say('nghìn', 'k')}`;
  return format.format(amount);
}
