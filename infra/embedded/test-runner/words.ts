import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Notice } from '../notice';
import { SUITES, type Suite } from './suites';

/** What the words after `npm test` ask for. */
export interface Asked {
  /** Empty = every suite. */
  readonly suites: readonly Suite[];
  /** Words for jest as they are. */
  readonly rest: readonly string[];
  readonly stackOnly: boolean;
  /** Parts of a stack that is to stay; all when undefined. */
  readonly only: string | undefined;
  /** The long form of experiments: no short limit on the suite. */
  readonly long: boolean;
  /** What fails on a shared stack runs a second time on a fresh one, and says so. */
  readonly again: boolean;
  /** For the tests' environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** Rounds of the long form where `--rounds` says nothing. */
const LONG_ROUNDS = '5';
const SUFFIX = '.spec.ts';
const SHARED_CHAOS_KEYS = ['long', 'rounds', 'seed'] as const;

/**
 * `[suite …] [name …] [--long] [--rounds n] [--seed n] [--again] [-- words for jest]`: after a single suite, names choose files in it; an experiment is
 * called by its own name (`chaos kill-between-steps`). @throws Notice for a suite or an experiment that is not there.
 */
export function asked(args: readonly string[], root: string): Asked {
  const ends = args.indexOf('--');
  const { values, positionals } = parseArgs({
    args: ends === -1 ? [...args] : args.slice(0, ends),
    options: {
      only: { type: 'string' },
      'stack-only': { type: 'boolean', default: false },
      long: { type: 'boolean', default: false },
      again: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      seed: { type: 'string' },
    },
    allowPositionals: true,
  });
  const { suites, names } = suitesOf(positionals);
  const isChaos = suites.length === 1 && suites[0]?.name === 'chaos';
  for (const key of SHARED_CHAOS_KEYS)
    if (!isChaos && values[key] !== undefined && values[key] !== false) throw notForThis(key);
  const rounds = values.rounds === undefined ? (values.long ? LONG_ROUNDS : undefined) : whole('rounds', values.rounds);
  return {
    suites,
    rest: [...(isChaos ? experimentsOf(names, root) : pathsOf(names)), ...(ends === -1 ? [] : args.slice(ends + 1))],
    stackOnly: values['stack-only'],
    only: values.only,
    long: rounds !== undefined,
    again: values.again,
    env: {
      ...(rounds === undefined ? {} : { HOPTAC_CHAOS_ROUNDS: rounds }),
      ...(values.seed === undefined ? {} : { HOPTAC_CHAOS_SEED: whole('seed', values.seed) }),
    },
  };
}

function suitesOf(positionals: readonly string[]): { suites: readonly Suite[]; names: readonly string[] } {
  const isSuite = (word: string): boolean => SUITES.some(({ name }) => name === word);
  const unknown = positionals.filter((word) => !isSuite(word));
  const named = positionals.filter(isSuite);
  if (unknown.length > 0 && named.length !== 1) {
    const known = SUITES.map(({ name }) => name).join(', ');
    throw new Notice({
      vi: `Không có bộ thử ${unknown.join(', ')}. Các bộ thử: ${known}. Tham số của jest đặt sau \`--\`.`,
      en: `There is no suite ${unknown.join(', ')}. Suites: ${known}. Words for jest go after \`--\`.`,
    });
  }
  return { suites: SUITES.filter(({ name }) => named.includes(name)), names: unknown };
}

const pathsOf = (names: readonly string[]): readonly string[] =>
  names.length === 0 ? [] : ['--testPathPatterns', names.join('|')];

/** Names of experiments: their files without the suffix, those of the event node behind `event-node/`. */
export function experimentNames(root: string): readonly string[] {
  const folder = join(root, 'test/chaos');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length).replaceAll('\\', '/'))
    .sort();
}

function experimentsOf(names: readonly string[], root: string): readonly string[] {
  const known = experimentNames(root);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Notice({
      vi: `Không có thí nghiệm ${unknown.join(', ')}. Các thí nghiệm: ${known.join(', ')}.`,
      en: `There is no experiment ${unknown.join(', ')}. Experiments: ${known.join(', ')}.`,
    });
  return names.length === 0 ? [] : ['--testPathPatterns', `/chaos/(${names.join('|')})\\.spec\\.ts$`];
}

function whole(key: string, text: string): string {
  if (/^[1-9]\d{0,9}$/.test(text)) return text;
  throw new Notice({
    vi: `--${key} nhận một số nguyên dương (đang là "${text}").`,
    en: `--${key} takes a positive whole number (it is "${text}").`,
  });
}

function notForThis(key: string): Notice {
  return new Notice({
    vi: `--${key} chỉ dành cho các thí nghiệm: npm run test:chaos -- <tên> --${key} …`,
    en: `--${key} is for experiments only: npm run test:chaos -- <name> --${key} …`,
  });
}
