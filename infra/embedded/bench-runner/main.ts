import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { interrupted } from '../interrupt';
import { failureText, Notice } from '../notice';
import { freeBase } from '../ports';
import { startScratchStack, type ScratchStack } from '../test-runner/scratch-stack';
import { loadText, machineLoad, quietMachine } from './load';
import { missedOf, tableOf, type Figure } from './table';

const root = process.env['HOPTAC_ROOT'] ?? process.cwd();
const PROGRAM = join(root, 'dist/test/bench/program.js');

interface Listed {
  readonly name: string;
  /** It brings what it needs; the common stack does not run beside it. */
  readonly alone: boolean;
}
/** What the program of a bench sends. */
interface Sent {
  readonly benches?: readonly Listed[];
  readonly figures?: readonly Figure[];
  readonly trouble?: string;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      json: { type: 'string' },
      seconds: { type: 'string' },
      anyway: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
    },
  });
  const benches = chosen(await listed(), values.only);
  if (values.list) {
    process.stdout.write(`${benches.map(({ name }) => name).join('\n')}\n`);
    return 0;
  }
  const seconds = values.seconds === undefined ? {} : { HOPTAC_BENCH_SECONDS: secondsOf(values.seconds) };
  const before = values.anyway ? await machineLoad() : await quietMachine(say);
  say(`trước khi đo / before: ${loadText(before)}`);
  const { figures, troubles } = await runAll(benches, seconds);
  say(`sau khi đo / after: ${loadText(await machineLoad())} (the bench itself counts in the last minute)`);
  process.stdout.write(`\n${tableOf(figures)}\n`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  const missed = missedOf(figures);
  process.stdout.write(
    `\n${String(figures.length)} figures, ${String(missed.length)} budgets missed, ${String(troubles.length)} benches failed\n`,
  );
  for (const trouble of troubles) say(trouble);
  return troubles.length > 0 || (values.strict && missed.length > 0) ? 1 : 0;
}

function secondsOf(text: string): string {
  if (Number(text) > 0) return text;
  throw new Notice({
    vi: `--seconds nhận một số dương (đang là "${text}").`,
    en: `--seconds takes a positive number (it is "${text}").`,
  });
}

async function listed(): Promise<readonly Listed[]> {
  return (await program('--list', {})).benches ?? [];
}

/** Those whose names begin with one of the words; all without words. Those that run alone come first. */
function chosen(benches: readonly Listed[], words: readonly string[]): readonly Listed[] {
  const unknown = words.filter((word) => !benches.some(({ name }) => name.startsWith(word)));
  if (unknown.length > 0) {
    const names = benches.map(({ name }) => name).join(', ');
    throw new Notice({
      vi: `Không có phép đo ${unknown.join(', ')}. Các phép đo: ${names}.`,
      en: `There is no bench ${unknown.join(', ')}. Benches: ${names}.`,
    });
  }
  const wanted = benches.filter(({ name }) => words.length === 0 || words.some((word) => name.startsWith(word)));
  return [...wanted.filter(({ alone }) => alone), ...wanted.filter(({ alone }) => !alone)];
}

/** One after another; a bench that fails is told and does not take the others with it. */
async function runAll(
  benches: readonly Listed[],
  seconds: Readonly<Record<string, string>>,
): Promise<{ readonly figures: readonly Figure[]; readonly troubles: readonly string[] }> {
  const interrupt = interrupted();
  const figures: Figure[] = [];
  const troubles: string[] = [];
  let stack: ScratchStack | undefined;
  try {
    for (const { name, alone } of benches) {
      if (interrupt.aborted) break;
      if (!alone) stack ??= await startScratchStack({ root, only: undefined, said: say, signal: interrupt });
      say(`\n── ${name} ──`);
      const env = { ...seconds, ...(stack?.env ?? { HOPTAC_BENCH_PORT_BASE: String(await freeBase()) }) };
      const { figures: found = [], trouble } = await program(name, env, interrupt);
      figures.push(...found.map((figure) => ({ ...figure, name: `${name}: ${figure.name}` })));
      if (trouble !== undefined) troubles.push(`${name}: ${trouble}`);
    }
  } finally {
    await stack?.end();
  }
  return { figures, troubles };
}

/** One bench in a process of its own; its figures, or its trouble. */
function program(word: string, env: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const child = fork(PROGRAM, [word], {
      cwd: root,
      env: { ...process.env, ...env, HOPTAC_ROOT: root },
      ...(signal === undefined ? {} : { signal }),
    });
    let sent: Sent | undefined;
    child.on('message', (message) => {
      sent = message as Sent;
    });
    child.once('error', (error) => {
      if (signal?.aborted) resolve({ trouble: 'bị ngắt / interrupted' });
      else reject(error);
    });
    child.once('close', (status) => {
      resolve(sent ?? { trouble: `ended with status ${String(status)} and without figures` });
    });
  });
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    process.stderr.write(`\n${failureText(error)}\n`);
    process.exit(1);
  },
);
