/** One figure of a bench beside its budget, as `--json` writes it. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Empty for a figure that is only shown. */
  readonly budget: string;
  readonly met: boolean;
  /** The bare part of the same run, with the ratio; empty when there is none. */
  readonly against: string;
}

/** The table for docs/performance.md and for people: one line a figure, budgets marked. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, budget, met, against }) => [
    name,
    `${value.toLocaleString('en-US', { maximumFractionDigits: 2 })} ${unit}`,
    budget === '' ? '' : `${budget} ${met ? '✓' : '✗ **missed**'}`,
    against,
  ]);
  const lines = [['what', 'figure', 'budget', 'beside it in the same run'], ['---', '---:', '---', '---'], ...rows];
  return lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}

export const missedOf = (figures: readonly Figure[]): readonly Figure[] => figures.filter(({ met }) => !met);
