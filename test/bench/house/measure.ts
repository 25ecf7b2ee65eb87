/** What the benches of the house share: lanes of callers, percentiles, figures. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Figure } from '../bench.types';

/** Base length of a measurement in seconds; `HOPTAC_BENCH_SECONDS` (or `npm run bench -- --seconds N`) for shorter or longer runs. */
export const SECONDS = Number(process.env['HOPTAC_BENCH_SECONDS'] ?? 4);

/** Latencies in milliseconds and what was reached per second. */
export interface Spread {
  readonly count: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export function spreadOf(latencies: readonly number[], elapsedMs: number): Spread {
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const perSecond = elapsedMs > 0 ? (sorted.length * 1000) / elapsedMs : 0;
  return { count: sorted.length, perSecond, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** So many lanes at once, each doing one thing after another without a pause, for so many milliseconds or while it is so. */
export async function flatOut(
  lanes: number,
  goesOn: number | (() => boolean),
  act: (lane: number) => Promise<unknown>,
): Promise<Spread> {
  const latencies: number[] = [];
  const begun = performance.now();
  const more = typeof goesOn === 'number' ? (): boolean => performance.now() - begun < goesOn : goesOn;
  const lane = async (number: number): Promise<void> => {
    while (more()) {
      const from = performance.now();
      await act(number);
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_none, number) => lane(number)));
  return spreadOf(latencies, performance.now() - begun);
}

/**
 * So many lanes, each acting every `everyMs` from an instant of its own, however long the answer takes: who is late
 * does not thin out the load, and acts at once when the instant has passed.
 */
export async function paced(
  lanes: number,
  everyMs: number,
  ms: number,
  act: (lane: number) => Promise<unknown>,
): Promise<void> {
  const begun = performance.now();
  const lane = async (number: number): Promise<void> => {
    for (let at = (everyMs * number) / lanes; at < ms; at += everyMs) {
      await pause(Math.max(0, begun + at - performance.now()));
      await act(number);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_none, number) => lane(number)));
}

const round = (value: number): number => Math.round(value * 100) / 100;

export interface Promised {
  /** Budget that is met at or below this value. */
  readonly atMost?: number;
  /** Budget that is met at or above this value. */
  readonly atLeast?: number;
  /** Said after the budget's number. */
  readonly condition?: string;
  readonly against?: string;
}

/** A figure with its budget; one without budget is only shown. */
export function figure(name: string, value: number, unit: string, promised: Promised = {}): Figure {
  const { atMost, atLeast, condition = '', against = '' } = promised;
  const limit = atMost === undefined ? (atLeast === undefined ? '' : `≥ ${atLeast} ${unit}`) : `≤ ${atMost} ${unit}`;
  const met = (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast);
  return { name, value: round(value), unit, budget: [limit, condition].filter(Boolean).join(' '), met, against };
}

/** What stands beside a percentile of so many milliseconds. */
export type Beside = (which: 'p50' | 'p95' | 'p99', value: number) => string;

/** p50, p95 and p99 as three figures. */
export function percentiles(
  name: string,
  spread: Spread,
  limits: { readonly p50?: number; readonly p95?: number; readonly p99?: number },
  { beside, condition = '' }: { readonly beside?: Beside; readonly condition?: string } = {},
): Figure[] {
  return (['p50', 'p95', 'p99'] as const).map((which) => {
    const atMost = limits[which];
    const against = beside?.(which, spread[which]) ?? '';
    const budget = atMost === undefined ? { against } : { against, atMost, condition };
    return figure(`${name}, ${which}`, spread[which], 'ms', budget);
  });
}

/** Asks every 100 ms until it is so. @returns seconds it took. @throws Error after the limit. */
export async function secondsUntil(what: string, limitMs: number, isSo: () => Promise<boolean>): Promise<number> {
  const begun = performance.now();
  while (!(await isSo())) {
    if (performance.now() - begun > limitMs) throw new Error(`Not so within ${limitMs} ms: ${what}`);
    await pause(100);
  }
  return (performance.now() - begun) / 1000;
}

export function say(text: string): void {
  process.stderr.write(`    ${text}\n`);
}
