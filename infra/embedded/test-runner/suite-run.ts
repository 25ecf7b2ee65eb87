import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { signalGroup } from '../processes';
import { type Suite } from './suites';

export interface SuiteResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** Why the suite counts as failed although no test says so; or what a second run changed. */
  readonly trouble?: string;
  /** Files of which something failed, with how many of their tests passed all the same. */
  readonly failedFiles?: readonly FailedFile[];
}

export interface FailedFile {
  readonly file: string;
  readonly passed: number;
  /** Full names of the tests that failed; none when the file did not load. */
  readonly tests: readonly string[];
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: 'passed' | 'failed';
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

interface SuiteOptions {
  readonly root: string;
  readonly reportFile: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Words for jest as they are. */
  readonly rest: readonly string[];
  readonly signal: AbortSignal;
}

/** How jest ended: by itself; after its report but not by itself (something was left open); or cut short, and why. */
type Ending = 'ended' | 'lingered' | { readonly cutShort: string };

/** Time for jest to end by itself once its report is written. */
const LINGER_MS = 10_000;

/** Runs one suite by jest with its output passed through. */
export async function runSuite(suite: Suite, options: SuiteOptions): Promise<SuiteResult> {
  const begun = Date.now();
  const ending = await runJest(suite, options);
  return summarise(suite.name, options.reportFile, Math.round((Date.now() - begun) / 1000), ending);
}

function runJest(suite: Suite, { root, reportFile, env, rest, signal }: SuiteOptions): Promise<Ending> {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const args = [jest, '--selectProjects', suite.name, '--json', `--outputFile=${reportFile}`];
  if (suite.inBand) args.push('--runInBand');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args, ...rest], {
      cwd: root,
      env,
      detached: true,
      // jest's own words go to stderr; with --json its stdout is the report, which we read from the file.
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const over = (ending: Ending): void => {
      clearTimeout(limit);
      clearInterval(watch);
      signal.removeEventListener('abort', interrupted);
      if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
      resolve(ending);
    };
    const interrupted = (): void => {
      over({ cutShort: 'bị ngắt / interrupted' });
    };
    const minutes = String(suite.limitMinutes);
    const limit = setTimeout(() => {
      over({ cutShort: `quá ${minutes} phút / longer than ${minutes} minutes` });
    }, suite.limitMinutes * 60_000);
    const watch = setInterval(() => {
      const written = statSync(reportFile, { throwIfNoEntry: false })?.mtimeMs;
      if (written !== undefined && Date.now() - written > LINGER_MS) over('lingered');
    }, 1_000);
    signal.addEventListener('abort', interrupted, { once: true });
    child.once('error', reject);
    child.once('close', () => {
      over('ended');
    });
  });
}

/** A file that could not be loaded counts as one failure; so does a suite without a report or without a test. */
function summarise(name: string, reportFile: string, seconds: number, ending: Ending): SuiteResult {
  const trouble = typeof ending === 'object' ? ending.cutShort : undefined;
  if (!existsSync(reportFile)) {
    return {
      name,
      passed: 0,
      failed: 1,
      skipped: 0,
      seconds,
      trouble: trouble ?? 'jest không để lại báo cáo / jest left no report',
    };
  }
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as JestReport;
  const broken = report.numRuntimeErrorTestSuites;
  const nothing = report.numTotalTests === 0 && broken === 0;
  const why =
    trouble ??
    (broken > 0
      ? `${String(broken)} tệp không chạy được / files did not load`
      : nothing
        ? 'không có bài thử nào / no tests'
        : ending === 'lingered'
          ? 'còn kết nối chưa đóng / something was left open'
          : undefined);
  return {
    name,
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken + (trouble !== undefined || nothing ? 1 : 0),
    skipped: report.numPendingTests + report.numTodoTests,
    seconds,
    failedFiles: trouble === undefined ? failedFilesOf(report) : [],
    ...(why === undefined ? {} : { trouble: why }),
  };
}

function failedFilesOf({ testResults }: JestReport): readonly FailedFile[] {
  return testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name, assertionResults }) => ({
      file: name,
      passed: assertionResults.filter(({ status }) => status === 'passed').length,
      tests: assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    }));
}

/** At most so many failed files are worth a second run: more is not chance. */
const MOST_AGAIN = 3;

/** The files of a suite on a shared stack that may run a second time (ADR 0016); none when too much failed. */
export function worthAgain(suite: Suite, { failedFiles = [] }: SuiteResult): readonly string[] {
  return suite.needsStack && failedFiles.length <= MOST_AGAIN ? failedFiles.map(({ file }) => file) : [];
}

/** Both runs as one result: what failed twice has failed, and what passed the second time is named, never passed over. */
export function withSecondRun(first: SuiteResult, second: SuiteResult): SuiteResult {
  const { failedFiles = [] } = first;
  const names = failedFiles.flatMap(({ file, tests }) => (tests.length > 0 ? tests : [file]));
  const again = `chạy lại lần hai / ran a second time: ${names.join('; ')}`;
  return {
    name: first.name,
    passed: first.passed - failedFiles.reduce((sum, { passed }) => sum + passed, 0) + second.passed,
    failed: second.failed,
    skipped: first.skipped,
    seconds: first.seconds + second.seconds,
    trouble: second.trouble === undefined ? again : `${second.trouble}; ${again}`,
  };
}

/** A table for people and the plain line for machines. */
export function summaryOf(results: readonly SuiteResult[]): string {
  const rows = results.map((r) => {
    const counts = [r.passed, r.failed, r.skipped].map((n) => String(n).padStart(7)).join(' ');
    return `  ${r.name.padEnd(12)}${counts} ${`${String(r.seconds)} s`.padStart(8)}${r.trouble === undefined ? '' : `   ${r.trouble}`}`;
  });
  const sum = (pick: (result: SuiteResult) => number): string =>
    String(results.reduce((total, result) => total + pick(result), 0));
  return [
    `\n  ${'suite'.padEnd(12)} passed  failed skipped     time`,
    ...rows,
    `\n${sum((r) => r.passed)} passed, ${sum((r) => r.failed)} failed`,
  ].join('\n');
}
