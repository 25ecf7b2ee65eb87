import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signalGroup } from '../processes';
import { type Suite } from './suites';

export interface SuiteResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** Why the suite counts as failed although no test says so. */
  readonly trouble?: string;
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly numTotalTests: number;
}

/** Runs one suite by jest with its output passed through; `rest` goes to jest as it is. */
export async function runSuite(
  suite: Suite,
  options: {
    root: string;
    reportFile: string;
    env: Readonly<Record<string, string | undefined>>;
    rest: readonly string[];
    signal: AbortSignal;
  },
): Promise<SuiteResult> {
  const begun = Date.now();
  const jest = join(options.root, 'node_modules/jest/bin/jest.js');
  const args = [
    jest,
    '--selectProjects',
    suite.name,
    '--json',
    `--outputFile=${options.reportFile}`,
    ...(suite.inBand ? ['--runInBand'] : []),
  ];
  const trouble = await new Promise<string | undefined>((resolve, reject) => {
    const child = spawn(process.execPath, [...args, ...options.rest], {
      cwd: options.root,
      env: options.env,
      detached: true,
      // jest's own words go to stderr; with --json its stdout is the report, which we read from the file.
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const end = (why: string): void => {
      if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
      resolve(why);
    };
    const limit = setTimeout(() => {
      end(`quá ${String(suite.limitMinutes)} phút / longer than ${String(suite.limitMinutes)} minutes`);
    }, suite.limitMinutes * 60_000);
    const interrupted = (): void => {
      end('bị ngắt / interrupted');
    };
    options.signal.addEventListener('abort', interrupted, { once: true });
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(limit);
      options.signal.removeEventListener('abort', interrupted);
      resolve(undefined);
    });
  });
  return summarise(suite.name, options.reportFile, Math.round((Date.now() - begun) / 1000), trouble);
}

/** A file that could not be loaded counts as one failure; so does a suite without a report or without a test. */
function summarise(name: string, reportFile: string, seconds: number, trouble: string | undefined): SuiteResult {
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
        : undefined);
  return {
    name,
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken + (trouble !== undefined || nothing ? 1 : 0),
    skipped: report.numPendingTests + report.numTodoTests,
    seconds,
    ...(why === undefined ? {} : { trouble: why }),
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
