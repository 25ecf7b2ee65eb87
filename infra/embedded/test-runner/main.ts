import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './find-browser';
import { interrupted } from '../interrupt';
import { failureText } from '../notice';
import { startScratchStack, reusedStack, type ScratchStack } from './scratch-stack';
import { runSuite, summaryOf, withSecondRun, worthAgain, type SuiteResult } from './suite-run';
import { isPresent, SUITES, type Suite } from './suites';
import { asked } from './words';

const root = process.env['HOPTAC_ROOT'] ?? process.cwd();

/** Long forms of experiments take their time; each has a limit of its own. */
const LONG_LIMIT_MINUTES = 180;

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function main(): Promise<number> {
  const { suites: named, stackOnly, only, long, ...given } = asked(process.argv.slice(2), root);
  if (stackOnly) return holdStack(only);
  const suites = (named.length > 0 ? named : SUITES.filter((suite) => isPresent(root, suite))).map((suite) =>
    long ? { ...suite, limitMinutes: LONG_LIMIT_MINUTES } : suite,
  );
  const results = await runAll(suites, given);
  process.stdout.write(`${summaryOf(results)}\n`);
  return results.length > 0 && results.every((result) => result.failed === 0) ? 0 : 1;
}

/** What every suite of this run is given. */
interface Run {
  /** Words for jest as they are. */
  readonly rest: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly again: boolean;
  readonly reports: string;
  readonly signal: AbortSignal;
}

async function runAll(
  suites: readonly Suite[],
  given: Omit<Run, 'reports' | 'signal'>,
): Promise<readonly SuiteResult[]> {
  const run: Run = { ...given, reports: mkdtempSync(join(tmpdir(), 'hoptac-reports-')), signal: interrupted() };
  const results: SuiteResult[] = [];
  try {
    for (const suite of suites) {
      if (run.signal.aborted) break;
      say(`\n── ${suite.name} ──`);
      try {
        results.push(await runWithSecondChance(suite, run));
      } catch (error) {
        const trouble = failureText(error);
        say(trouble);
        const nothing = { passed: 0, failed: 1, skipped: 0, seconds: 0 };
        results.push({ name: suite.name, ...nothing, trouble: trouble.split('\n')[0] ?? trouble });
      }
    }
  } finally {
    rmSync(run.reports, { recursive: true, force: true });
  }
  return results;
}

/** ADR 0016: only where asked for, only some files, and the summary names what failed the first time. */
async function runWithSecondChance(suite: Suite, run: Run): Promise<SuiteResult> {
  const first = await runOnStack(suite, run, run.rest);
  const files = run.again && !run.signal.aborted ? worthAgain(suite, first) : [];
  if (files.length === 0) return first;
  say(`\n── ${suite.name}: chạy lại / once more: ${files.join(', ')} ──`);
  return withSecondRun(first, await runOnStack(suite, run, ['--runTestsByPath', ...files]));
}

/** Each run gets a stack of its own: a clock that was moved or a part that was struck is nobody else's concern. */
async function runOnStack(suite: Suite, run: Run, rest: readonly string[]): Promise<SuiteResult> {
  const own = suite.needsStack && process.env['HOPTAC_REUSE_STACK'] !== '1';
  let stack: ScratchStack | undefined;
  try {
    if (own) stack = await startScratchStack({ root, only: undefined, said: say, signal: run.signal });
    return await runSuite(suite, {
      root,
      reportFile: join(mkdtempSync(join(run.reports, `${suite.name}-`)), 'report.json'),
      env: { ...(await environmentOf(suite, stack)), ...run.env },
      rest,
      signal: run.signal,
    });
  } finally {
    await stack?.end();
  }
}

async function environmentOf(
  suite: Suite,
  stack: ScratchStack | undefined,
): Promise<Record<string, string | undefined>> {
  const addresses = suite.needsStack ? (stack?.env ?? reusedStack(root)) : {};
  const browser = suite.needsBrowser ? { HOPTAC_BROWSER: await findBrowser(say) } : {};
  return { ...process.env, ...addresses, ...browser, NODE_ENV: 'test' };
}

/** For developers: a scratch stack that stays until Ctrl-C; its addresses as lines for a shell on stdout. */
async function holdStack(only: string | undefined): Promise<number> {
  const interrupt = interrupted();
  const scratch = await startScratchStack({ root, only, said: say, signal: interrupt });
  const quoted = Object.entries(scratch.env).map(([key, value]) => `export ${key}='${value.replaceAll("'", `'\\''`)}'`);
  process.stdout.write(`${[...quoted, 'export HOPTAC_REUSE_STACK=1'].join('\n')}\n`);
  say('\nCtrl-C để dừng và xóa / to stop and remove');
  if (!interrupt.aborted) await once(interrupt, 'abort');
  await scratch.end();
  return 0;
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    process.stderr.write(`\n${failureText(error)}\n`);
    process.exit(1);
  },
);
