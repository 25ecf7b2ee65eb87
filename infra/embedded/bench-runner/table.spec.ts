import { missedOf, tableOf, type Figure } from './table';

const figure = (about: Partial<Figure>): Figure => ({
  name: 'step, p50',
  value: 12.345,
  unit: 'ms',
  budget: '≤ 15 ms',
  met: true,
  against: 'bare append 2 ms (× 6.2)',
  ...about,
});

describe('the table of a bench', () => {
  it('has a line a figure, with what was missed marked', () => {
    const lines = tableOf([figure({}), figure({ value: 20, met: false }), figure({ budget: '', against: '' })]).split(
      '\n',
    );
    expect(lines.slice(2)).toEqual([
      '| step, p50 | 12.35 ms | ≤ 15 ms ✓ | bare append 2 ms (× 6.2) |',
      '| step, p50 | 20 ms | ≤ 15 ms ✗ **missed** | bare append 2 ms (× 6.2) |',
      '| step, p50 | 12.35 ms |  |  |',
    ]);
  });

  it('keeps its columns when a text holds a bar', () => {
    expect(tableOf([figure({ name: 'a|b' })])).toContain('| a\\|b |');
  });

  it('counts what was missed', () => {
    expect(missedOf([figure({}), figure({ met: false })])).toHaveLength(1);
  });
});
