import { daysOverdue, debtGroup, provisionFor, scaleOn } from './debt-group';

const C14 = scaleOn('2026-01-01');
const group = (overdue: number, restructurings = 0, waivedCannotPay = false) =>
  debtGroup({ overdue, restructurings, waivedCannotPay }, C14);

describe('debt groups of Circular 14/2024 Art. 5, at every boundary', () => {
  it.each([
    [0, 1],
    [9, 1],
    [10, 2],
    [29, 2],
    [30, 3],
    [89, 3],
    [90, 4],
    [179, 4],
    [180, 5],
    [1_000, 5],
  ])('never restructured, %d days overdue: group %d', (days, expected) => {
    expect(group(days)).toBe(expected);
  });

  it.each([
    [0, 2],
    [1, 3],
    [29, 3],
    [30, 4],
    [89, 4],
    [90, 5],
    [180, 5],
  ])('restructured once, %d days overdue on the new schedule: group %d', (days, expected) => {
    expect(group(days, 1)).toBe(expected);
  });

  it.each([
    [0, 4],
    [1, 5],
    [10, 5],
    [180, 5],
  ])('restructured twice, %d days overdue: group %d', (days, expected) => {
    expect(group(days, 2)).toBe(expected);
  });

  it.each([[0], [1], [180]])('restructured three times, %d days overdue: group 5', (days) => {
    expect(group(days, 3)).toBe(5);
    expect(group(days, 4)).toBe(5);
  });

  it.each([
    [0, 0, 3],
    [29, 0, 3],
    [30, 0, 3],
    [90, 0, 4],
    [0, 1, 3],
    [30, 1, 4],
    [0, 2, 4],
    [180, 0, 5],
  ])(
    'interest waived because the borrower cannot pay, %d days, %d restructurings: group %d',
    (days, times, expected) => {
      expect(group(days, times, true)).toBe(expected);
    },
  );
});

it('is not overdue on the due day, by one day on the next', () => {
  expect([daysOverdue('2026-03-15', '2026-03-15'), daysOverdue('2026-03-15', '2026-03-16')]).toEqual([0, 1]);
  expect([daysOverdue(undefined, '2026-03-15'), daysOverdue('2026-03-16', '2026-03-15')]).toEqual([0, 0]);
});

it('says of every day which scale holds, and how sure it is', () => {
  expect([scaleOn('2024-08-11').groups.evidence, scaleOn('2024-08-12').groups]).toEqual([
    'to_confirm',
    { article: 'C14 Art. 5', evidence: 'verified' },
  ]);
});

it.each([
  [1, 0, 1_000_000_000, 0, 5_000_000],
  [2, 0, 1_000_000_000, 20_000_000, 5_000_000],
  [3, 400_000_000, 1_000_000_000, 150_000_000, 5_000_000],
  [4, 0, 1_000_000_000, 500_000_000, 5_000_000],
  [5, 0, 1_000_000_000, 1_000_000_000, 0],
  [5, 2_000_000_000, 1_000_000_000, 0, 0],
  [2, 0, 25, 1, 0],
] as const)(
  'provisions of group %d with security of %d for %d: %d specific, %d general',
  (of, deductible, owed, specific, general) => {
    expect(provisionFor(of, owed, deductible, C14)).toEqual({ specific, general });
  },
);
