/** Officers stepping; the event node stopped (10 s, 2 min in the long form); 503 with Retry-After, no false "done", then it goes on (faults.md). */
import type { ApiAnswer } from '@hoptac/demo';
import { setTimeout as pause } from 'node:timers/promises';
import { refusal } from '../support/province';
import type { StepAnswer } from '../support/founding-case';
import { experiment, isLong } from './experiment';
import { accepted, file, persist, theCast } from './people';
import { startPart, stopPart } from './parts';

const DOWN_MS = isLong ? 120_000 : 10_000;
const CASES = 4;
/** Longest that a person may wait for "come again". */
const ANSWER_WITHIN_MS = 12_000;

experiment('store-down', async (e) => {
  const cast = await theCast();
  const cases = await Promise.all(Array.from({ length: CASES }, () => file(e, cast.applicant)));
  const presses = cases.map(({ id }) => ({ id, key: e.freshId() }));
  const claim = ({ id, key }: { id: string; key: string }): Promise<ApiAnswer<StepAnswer>> =>
    cast.officer.post<StepAnswer>(`/api/dossiers/${id}/claims`, {}, { key });

  await stopPart('event-node');
  e.say('event node stopped');
  const stoppedAt = Date.now();
  let refused = 0;
  let pagesRead = 0;
  let slowest = 0;
  while (Date.now() - stoppedAt < DOWN_MS) {
    const begun = performance.now();
    const answers = await Promise.all(presses.map(claim));
    slowest = Math.max(slowest, performance.now() - begun);
    for (const answer of answers) {
      expect(refusal(answer).status).toBe(503);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      refused += 1;
    }
    // Reading needs the read models only.
    const list = await cast.officer.get('/api/dossiers');
    if (list.status === 200) pagesRead += 1;
    await pause(e.between(100, 800));
  }
  await startPart('event-node');
  e.say(
    `event node back; ${String(refused)} presses answered 503, the slowest after ${slowest.toFixed(0)} ms; ${String(pagesRead)} lists read`,
  );
  expect(slowest).toBeLessThan(ANSWER_WITHIN_MS);
  for (const one of presses) accepted(e, 'claim', await persist(e, 'claim', () => claim(one)));
  const again = await Promise.all(presses.map(claim));
  expect(again.map(({ status }) => status)).toEqual(presses.map(() => 200));
  e.floor('presses refused while it was down', refused, 2 * CASES);
  e.floor('lists read while it was down', pagesRead, 2);
  e.floor('steps answered', e.answered.length, 2 * CASES);
});
