import { summaryOf, withSecondRun, worthAgain, type SuiteResult } from './suite-run';
import { SUITES, type Suite } from './suites';

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

describe('a second run of what failed', () => {
  const failedFiles = [{ file: '/a.int.spec.ts', passed: 4, tests: ['says what does not move'] }];
  const first: SuiteResult = { name: 'int', passed: 20, failed: 1, skipped: 2, seconds: 60, failedFiles };
  const suite = (name: string) => SUITES.find((one) => one.name === name) as Suite;

  it('counts the files once, by the second run, and names what failed the first time', () => {
    const both = withSecondRun(first, { name: 'int', passed: 5, failed: 0, skipped: 0, seconds: 9, failedFiles: [] });
    expect(both).toMatchObject({ passed: 21, failed: 0, skipped: 2, seconds: 69 });
    expect(both.trouble).toContain('says what does not move');
  });

  it('leaves what fails twice failed', () => {
    const again = { name: 'int', passed: 4, failed: 1, skipped: 0, seconds: 9, failedFiles };
    expect(withSecondRun(first, again)).toMatchObject({ passed: 20, failed: 1 });
  });

  it('is not for tests without a stack, nor when much failed', () => {
    expect(worthAgain(suite('int'), first)).toEqual(['/a.int.spec.ts']);
    expect(worthAgain(suite('unit'), first)).toEqual([]);
    const many = Array.from({ length: 4 }, (_, n) => ({ file: `/${String(n)}.spec.ts`, passed: 0, tests: [] }));
    expect(worthAgain(suite('int'), { ...first, failedFiles: many })).toEqual([]);
  });
});
