import { invalidInput } from './domain-error';

/** Vietnamese đồng, a whole number within ±(2^53 − 1). */
export type Dong = number;

/** @throws DomainError `KERNEL.DONG_INVALID` unless a safe, non-negative whole number. */
export function dong(amount: number): Dong {
  if (!Number.isSafeInteger(amount) || amount < 0 || Object.is(amount, -0)) {
    throw invalidInput('KERNEL.DONG_INVALID', `Not an amount of đồng: ${String(amount)}`, { amount: String(amount) });
  }
  return amount;
}
