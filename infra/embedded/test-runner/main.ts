import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './find-browser';
import { interrupted } from '../interrupt';
import { failureText } from '../notice';
import { startScratchStack, reusedStack, type ScratchStack } from './scratch-stack';
import { runSuite, summaryOf, type SuiteResult } from './suite-run';
import { isPresent, SUITES, type Suite } from './suites';
import { asked } from './words';

const root = process.env['HOPTAC_ROOT'] ?? process.cwd();

/** Long forms of experiments take their time; each has a limit of its own. */
const LONG_LIMIT_MINUTES = 180;

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function main(): Promise<number> {
  const { suites: named, rest, stackOnly, only, long, env } = asked(process.argv.slice(2), root);
  if (stackOnly) return holdStack(only);
  const suites = (named.length > 0 ? named : SUITES.filter((suite) => isPresent(root, suite))).map((suite) =>
    long ? { ...suite, limitMinutes: LONG_LIMIT_MINUTES } : suite,
  );
  const results = await runAll(suites, rest, env);
  process.stdout.write(`${summaryOf(results)}\n`);
  return results.length > 0 && results.every((result) => result.failed === 0) ? 0 : 1;
}

async function runAll(
  suites: readonly Suite[],
  rest: readonly string[],
  more: Readonly<Record<string, string>>,
): Promise<readonly SuiteResult[]> {
  const reports = mkdtempSync(join(tmpdir(), 'hoptac-reports-'));
  const results: SuiteResult[] = [];
  const interrupt = interrupted();
  let stack: ScratchStack | undefined;
  try {
    for (const suite of suites) {
      if (interrupt.aborted) break;
      say(`\n── ${suite.name} ──`);
      try {
        if (suite.needsStack && process.env['HOPTAC_REUSE_STACK'] !== '1') {
          stack ??= await startScratchStack({ root, only: undefined, said: say, signal: interrupt });
        }
        results.push(
          await runSuite(suite, {
            root,
            reportFile: join(reports, `${suite.name}.json`),
            env: { ...(await environmentOf(suite, stack)), ...more },
            rest,
            signal: interrupt,
          }),
        );
        // Each suite gets a stack of its own: a clock that was moved or a part that was struck is nobody else's concern.
        await stack?.end();
        stack = undefined;
      } catch (error) {
        const trouble = failureText(error);
        say(trouble);
        results.push({
          name: suite.name,
          passed: 0,
          failed: 1,
          skipped: 0,
          seconds: 0,
          trouble: trouble.split('\n')[0] ?? trouble,
        });
      }
    }
  } finally {
    await stack?.end();
    rmSync(reports, { recursive: true, force: true });
  }
  return results;
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
