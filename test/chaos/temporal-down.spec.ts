/** Officers stepping; Temporal stopped (12 s, 5 min in the long form); steps are answered as before, waits go on afterwards (faults.md). */
import { setTimeout as pause } from 'node:timers/promises';
import { experiment, isLong } from './experiment';
import { CORRECTION, file, pageSays, press, theCast, toCertificate } from './people';
import { startPart, stopPart } from './parts';
import { resubmissionOf } from '@hoptac/demo';

const DOWN_MS = isLong ? 300_000 : 12_000;
const percentile95 = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

experiment('temporal-down', async (e) => {
  const cast = await theCast();
  const timed = async <T>(times: number[], step: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    const answer = await step();
    times.push(performance.now() - begun);
    return answer;
  };
  /** Filed, claimed, sent back and answered: everything that people do before the engine's checks are needed. */
  const peoplesPart = async (times: number[]): Promise<string> => {
    const { id } = await timed(times, () => file(e, cast.applicant));
    await timed(times, () => press(e, cast.officer, id, 'claims'));
    const { position } = await timed(times, () => press(e, cast.officer, id, 'correction-requests', CORRECTION));
    const body = await resubmissionOf(cast.applicant, id, 'Số 12, ấp Minh Phú', position);
    await timed(times, () => press(e, cast.applicant, id, 'resubmissions', body));
    return id;
  };

  const usual: number[] = [];
  const cases = [await peoplesPart(usual), await peoplesPart(usual)];
  await stopPart('temporal');
  e.say('Temporal stopped');
  const stoppedAt = Date.now();
  const without: number[] = [];
  while (Date.now() - stoppedAt < DOWN_MS) {
    cases.push(await peoplesPart(without));
    await pause(e.between(100, 1_500));
  }
  expect(e.pressedAgain).toBe(0);
  const steps = e.answeredSince(stoppedAt);
  await startPart('temporal');
  e.say(
    `Temporal is back; ${String(steps)} steps without it, 95th percentile ${percentile95(without).toFixed(0)} ms (before: ${percentile95(usual).toFixed(0)} ms)`,
  );
  const backAt = Date.now();
  await Promise.all(
    cases.map((id) =>
      pageSays(e, cast.officer, id, 'checked', ({ round, checks }) => round === 1 && (checks?.length ?? 0) > 0),
    ),
  );
  e.say(`every case checked ${((Date.now() - backAt) / 1000).toFixed(1)} s after it was back`);
  await Promise.all(cases.slice(0, 4).map((id) => toCertificate(e, cast, id, 1)));
  e.floor('steps answered without Temporal', steps, 8);
  e.floor('cases to the certificate afterwards', Math.min(4, cases.length), 3);
});
