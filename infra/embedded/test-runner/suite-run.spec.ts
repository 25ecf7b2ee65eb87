import { summaryOf } from './suite-run';

describe('the summary of a test run', () => {
  it('ends with the plain sum over the suites and names what went wrong', () => {
    const text = summaryOf([
      { name: 'unit', passed: 3, failed: 0, skipped: 1, seconds: 2 },
      { name: 'int', passed: 2, failed: 1, skipped: 0, seconds: 9, trouble: 'longer than 10 minutes' },
    ]);
    expect(text.split('\n').at(-1)).toBe('5 passed, 1 failed');
    expect(text).toContain('longer than 10 minutes');
  });

  it('of nothing is zero', () => {
    expect(summaryOf([])).toContain('0 passed, 0 failed');
  });
});
