import type { AnsweredStep, Finding, LedgerReport } from '@hoptac/audit';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { addressOf } from '../support/province';

const LEDGER_WITHIN_MS = 150_000;
/** Workflows and late marks follow the facts by themselves; so long may they take. */
const SETTLE_WITHIN_MS = 90_000;
const LOOK_AGAIN_MS = 2_000;

const keyOf = ({ law, where }: Finding): string => `${String(law)} ${where}`;

async function takeLedger(answered: readonly AnsweredStep[]): Promise<LedgerReport> {
  const program = join(__dirname, '../../dist/test/chaos/take-ledger.js');
  const child = spawn(process.execPath, [program], { stdio: 'pipe', timeout: LEDGER_WITHIN_MS });
  child.stdin.end(JSON.stringify(answered));
  const [out, err, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  if (status !== 0) throw new Error(`The ledger could not be taken (${String(status)}): ${err.slice(-2_000)}`);
  return JSON.parse(out.trim().split('\n').at(-1) ?? '') as LedgerReport;
}

/**
 * What other suites left behind in this stack's store before the first experiment (bare streams of integration tests, for instance) is not
 * held against an experiment; it is kept beside the data and said aloud.
 */
async function before(): Promise<ReadonlySet<string>> {
  const file = join(addressOf('HOPTAC_DATA_DIR'), 'chaos-baseline.json');
  if (!existsSync(file)) writeFileSync(file, JSON.stringify((await takeLedger([])).findings.map(keyOf)));
  return new Set(JSON.parse(readFileSync(file, 'utf8')) as string[]);
}

export const rememberWhatWasThere = before;

/** Takes the ledger until it agrees, at most a minute and a half. @throws Error with the findings that stay. */
export async function ledgerAgrees(
  answered: readonly AnsweredStep[],
): Promise<LedgerReport['counted'] & { readonly foreign: number }> {
  const known = await before();
  const end = Date.now() + SETTLE_WITHIN_MS;
  for (;;) {
    const { findings, counted } = await takeLedger(answered);
    const ours = findings.filter((finding) => !known.has(keyOf(finding)));
    if (ours.length === 0) return { ...counted, foreign: findings.length };
    if (Date.now() > end) {
      const lines = ours.slice(0, 20).map(({ law, where, what }) => `  law ${String(law)} · ${where}: ${what}`);
      throw new Error(`The ledger of truth does not agree, ${String(ours.length)} findings:\n${lines.join('\n')}`);
    }
    await pause(LOOK_AGAIN_MS);
  }
}
