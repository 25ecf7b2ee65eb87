import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from './find-browser';
import { failureText, Notice } from '../notice';
import { startScratchStack, reusedStack, type ScratchStack } from './scratch-stack';
import { runSuite, summaryOf, type SuiteResult } from './suite-run';
import { isPresent, SUITES, type Suite } from './suites';

const root = process.env['HOPTAC_ROOT'] ?? process.cwd();

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string' }, 'stack-only': { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (values['stack-only']) return stackOnly(values.only);
  const ends = process.argv.indexOf('--');
  const rest = ends === -1 ? [] : process.argv.slice(ends + 1);
  const named = positionals.filter((word) => !rest.includes(word));
  const suites = chosen(named).filter((suite) => named.length > 0 || isPresent(root, suite));
  const results = await runAll(suites, rest);
  process.stdout.write(`${summaryOf(results)}\n`);
  return results.length > 0 && results.every((result) => result.failed === 0) ? 0 : 1;
}

function chosen(names: readonly string[]): readonly Suite[] {
  if (names.length === 0) return SUITES;
  const unknown = names.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length === 0) return SUITES.filter((suite) => names.includes(suite.name));
  const known = SUITES.map((suite) => suite.name).join(', ');
  throw new Notice({
    vi: `Không có bộ thử ${unknown.join(', ')}. Các bộ thử: ${known}. Tham số của jest đặt sau \`--\`.`,
    en: `There is no suite ${unknown.join(', ')}. Suites: ${known}. Words for jest go after \`--\`.`,
  });
}

async function runAll(suites: readonly Suite[], rest: readonly string[]): Promise<readonly SuiteResult[]> {
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
            env: await environmentOf(suite, stack),
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
async function stackOnly(only: string | undefined): Promise<number> {
  const interrupt = interrupted();
  const scratch = await startScratchStack({ root, only, said: say, signal: interrupt });
  const quoted = Object.entries(scratch.env).map(([key, value]) => `export ${key}='${value.replaceAll("'", `'\\''`)}'`);
  process.stdout.write(`${[...quoted, 'export HOPTAC_REUSE_STACK=1'].join('\n')}\n`);
  say('\nCtrl-C để dừng và xóa / to stop and remove');
  if (!interrupt.aborted) await once(interrupt, 'abort');
  await scratch.end();
  return 0;
}

/** Aborted by the first signal, or when the process that started this one ends. */
function interrupted(): AbortSignal {
  const interrupt = new AbortController();
  const parent = process.ppid;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      interrupt.abort();
    });
  }
  setInterval(() => {
    if (process.ppid !== parent) interrupt.abort();
  }, 1_000).unref();
  return interrupt.signal;
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    process.stderr.write(`\n${failureText(error)}\n`);
    process.exit(1);
  },
);
