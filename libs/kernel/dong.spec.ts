import { dong } from './dong';
import { isDomainError } from './domain-error';

describe('đồng', () => {
  it('takes whole amounts', () => {
    expect(dong(0)).toBe(0);
    expect(dong(Number.MAX_SAFE_INTEGER)).toBe(Number.MAX_SAFE_INTEGER);
  });

  it.each([-1, -0, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY])('refuses %p', (amount) => {
    let refusal: unknown;
    try {
      dong(amount);
    } catch (error) {
      refusal = error;
    }
    expect(isDomainError(refusal) && refusal.code).toBe('KERNEL.DONG_INVALID');
  });
});
