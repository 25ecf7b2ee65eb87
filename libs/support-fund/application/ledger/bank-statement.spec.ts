import type { DomainError } from '@hoptac/kernel';
import { readStatement } from './bank-statement';

it('reads quoted fields, both ways of dates, thousands and money going out', () => {
  const csv = [
    '\uFEFFdate,reference,text,amount',
    '15/02/2026,FT-1,"HTX Bình Minh, trả nợ ""HD-1""",53.057.534',
    '2026-02-16,FT-2,Phí,-11000',
    '',
    '2026-02-17,FT-3,HD-2,"1,000"',
  ].join('\r\n');
  expect(readStatement(csv)).toEqual([
    { reference: 'FT-1', on: '2026-02-15', amount: 53_057_534, text: 'HTX Bình Minh, trả nợ "HD-1"' },
    { reference: 'FT-3', on: '2026-02-17', amount: 1_000, text: 'HD-2' },
  ]);
});

it.each([
  ['reference,date,amount\nA,2026-01-01,5', 1, 'text'],
  ['reference,date,amount,text\nA,2026-02-30,5,x', 2, 'date'],
  ['reference,date,amount,text\nA,2026-02-20,5.5,x', 2, 'amount'],
  ['reference,date,amount,text\n,2026-02-20,5,x', 2, 'reference'],
  ['reference,date,amount,text\nA,2026-02-20,5,"x', 2, 'quotes'],
])('refuses %j at line %d: %s', (csv, line, field) => {
  let refused: DomainError | undefined;
  try {
    readStatement(csv);
  } catch (error) {
    refused = error as DomainError;
  }
  expect(refused?.code).toBe('SUPPORT_FUND.STATEMENT_INVALID');
  expect(refused?.details).toEqual({ line, field });
});
