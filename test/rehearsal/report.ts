import type { DomainEvent } from '@hoptac/kernel';

/** Millions of đồng, for people. */
export const million = (amount: number): string =>
  Math.round(amount / 1_000_000)
    .toLocaleString('vi-VN')
    .padStart(8);

/** How far it is, on a terminal only. */
export function progress(month: number, months: number): void {
  if (!process.stderr.isTTY) return;
  const done = Math.round((month / months) * 40);
  process.stderr.write(`\r[${'#'.repeat(done)}${'.'.repeat(40 - done)}] ${String(month)}/${String(months)}`);
}

/** Cash that a fact moved, read from what it says and not from what it booked. */
export function cashOf({ type, data }: DomainEvent): number {
  const { amount = 0 } = data as { amount?: number };
  if (type === 'LoanReceiptRecorded') return amount;
  return type === 'LoanDisbursed' || type === 'LoanCreditRefunded' ? -amount : 0;
}
