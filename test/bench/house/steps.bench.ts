/** People's steps over HTTP with real logins and rights, everything on the one machine, beside the bare parts of the same run. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench, Figure } from '../bench.types';
import { bareParts, besideLatencies, besideRates } from './bare';
import { workflowLag } from './lag';
import { figure, flatOut, paced, percentiles, say, SECONDS, secondsUntil, spreadOf, type Spread } from './measure';
import { controlOfStack, cpuByPart, feederBacklog, sumOf } from './parts';
import { Desk, fileDossiers, rolesGranted } from './pool';

const OFFICERS = 20;
const CASES_OF_AN_OFFICER = 2;
const FILING_CALLERS = 8;
/** Programs that have just started run code that is not compiled yet. */
const WARM_UP_MS = Math.max(2_000, SECONDS * 1_000);
const DRAINED_WITHIN_MS = 180_000;
/** Histories read for the lag; enough for a 95th percentile without a flood of reads. */
const HISTORIES = 60;

interface PacedRun {
  readonly step: Spread;
  readonly list: Spread;
  readonly lag: Spread;
}

/** Twenty officers with a step every so often each; with or without looking at their list after it. */
async function pacedRun(everyMs: number, ms: number, looking: boolean): Promise<PacedRun> {
  const { ids } = await fileDossiers(OFFICERS * CASES_OF_AN_OFFICER, FILING_CALLERS);
  const desks = await Desk.open(OFFICERS, ids);
  const steps: number[] = [];
  const lists: number[] = [];
  const act = async (lane: number): Promise<void> => {
    const desk = desks[lane]!;
    const from = performance.now();
    const { position } = await desk.step();
    steps.push(performance.now() - from);
    if (!looking) return;
    await desk.listAfter(position);
    lists.push(performance.now() - from);
  };
  await paced(OFFICERS, everyMs, WARM_UP_MS, act);
  steps.length = lists.length = 0;
  const since = Date.now();
  await paced(OFFICERS, everyMs, ms, act);
  await secondsUntil(
    'the feeder has delivered everything',
    DRAINED_WITHIN_MS,
    async () => (await feederBacklog()) === 0,
  );
  await pause(500);
  for (const desk of desks) desk.close();
  return {
    step: spreadOf(steps, ms),
    list: spreadOf(lists, ms),
    lag: await workflowLag(ids.slice(0, HISTORIES), since),
  };
}

async function officersStep(): Promise<readonly Figure[]> {
  await rolesGranted();
  const bare = await bareParts(1);
  const { step, list, lag } = await pacedRun(2_000, SECONDS * 5_000, true);
  say(`${step.count} steps`);
  const beside = besideLatencies(bare);
  return [
    ...percentiles('step, 20 officers, one every 2 s each', step, { p50: 15, p95: 40, p99: 100 }, { beside }),
    ...percentiles('the same until it stands on the list', list, { p50: 30, p95: 80, p99: 150 }, { beside }),
    ...lagFigures('the workflow has seen it, 10 steps/s', lag),
  ];
}

async function workflowAtForty(): Promise<readonly Figure[]> {
  await rolesGranted();
  const { step, lag } = await pacedRun(500, SECONDS * 2_500, false);
  return [
    ...percentiles('step, 20 officers, 40 steps/s', step, {}),
    ...lagFigures('the workflow has seen it, 40 steps/s', lag),
  ];
}

const lagFigures = (name: string, lag: Spread): Figure[] =>
  percentiles(name, lag, { p95: 250 }, { beside: () => `${lag.count} facts, to the end of the workflow's task` });

/** The flood: as many steps as the stack takes, what they cost each part, and what the engine has still to do. */
async function flood(callers: number, atLeast: number): Promise<readonly Figure[]> {
  const bare = await bareParts(callers);
  const { ids } = await fileDossiers(Math.max(40, callers * 3), FILING_CALLERS);
  const desks = await Desk.open(callers, ids);
  const control = controlOfStack();
  const act = (lane: number): Promise<unknown> => desks[lane]!.step();
  await flatOut(callers, WARM_UP_MS, act);
  const [before, own] = [await cpuByPart(control), process.cpuUsage()];
  const steps = await flatOut(callers, SECONDS * 2_000, act);
  const [after, ours] = [await cpuByPart(control), process.cpuUsage(own)];
  const backlog = await feederBacklog();
  const drained = await secondsUntil(
    'the feeder catches up',
    DRAINED_WITHIN_MS,
    async () => (await feederBacklog()) === 0,
  );
  for (const desk of desks) desk.close();

  const used = new Map([...after].map(([name, seconds]) => [name, seconds - (before.get(name) ?? 0)]));
  used.set('callers', (ours.user + ours.system) / 1e6);
  const msPerStep = (seconds: number): string => ((seconds * 1000) / steps.count).toFixed(2);
  const costs = [...used].map(([name, seconds]) => `${name} ${msPerStep(seconds)}`).join(', ');
  const name = `steps flat out, ${callers} callers`;
  const beside = besideLatencies(bare);
  const p99 = callers === 64 ? { atMost: 300 } : {};
  return [
    figure(name, steps.perSecond, 'steps/s', { atLeast, against: besideRates(bare, steps.perSecond) }),
    figure(`${name}, p50`, steps.p50, 'ms', { against: beside('p50', steps.p50) }),
    figure(`${name}, p99`, steps.p99, 'ms', { ...p99, against: beside('p99', steps.p99) }),
    figure(`${name}, CPU of a step`, (sumOf(used) * 1000) / steps.count, 'ms', { against: costs }),
    figure(`${name}, facts waiting for the feeder at the end`, backlog, 'facts'),
    ...(backlog < 100 ? [] : [figure(`${name}, feeder catches up`, backlog / drained, 'facts/s', { atLeast: 150 })]),
  ];
}

async function floods(): Promise<readonly Figure[]> {
  await rolesGranted();
  const figures: Figure[] = [];
  for (const [callers, atLeast] of [
    [4, 300],
    [20, 700],
    [64, 700],
  ] as const) {
    figures.push(...(await flood(callers, atLeast)));
  }
  return figures;
}

async function newCases(): Promise<readonly Figure[]> {
  await rolesGranted();
  await fileDossiers(20, FILING_CALLERS);
  const bare = await bareParts(FILING_CALLERS);
  const { filing, behind, caughtUpPerSecond } = await fileDossiers(Math.round(SECONDS * 50), FILING_CALLERS);
  const name = `filing flat out, ${FILING_CALLERS} callers`;
  return [
    figure(name, filing.perSecond, 'dossiers/s', { against: besideRates(bare, filing.perSecond) }),
    ...percentiles(name, filing, {}, { beside: besideLatencies(bare) }),
    figure('new cases caught up after the flood', caughtUpPerSecond, 'cases/s', {
      atLeast: 40,
      against: `${behind} cases were still to be checked; ${besideRates(bare, caughtUpPerSecond)}`,
    }),
  ];
}

export const benches: readonly Bench[] = [
  { name: 'house/paced', run: officersStep },
  { name: 'house/workflow', run: workflowAtForty },
  { name: 'house/flat-out', run: floods },
  { name: 'house/new-cases', run: newCases },
];
