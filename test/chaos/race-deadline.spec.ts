/** The correction is answered at the very second at which its limit passes: one of both wins, the other is told; never both (faults.md; D295 Art. 21). */
import { setTimeout as pause } from 'node:timers/promises';
import { advanceTo, provinceNow } from '../support/clock';
import { closeRecord, factsOf } from '../support/record';
import { persona, refusal } from '../support/province';
import type { StepAnswer } from '../support/founding-case';
import { experiment, isLong } from './experiment';
import { accepted, correctionAsked, file, pageSays, press, theCast } from './people';

const CASES = isLong ? 60 : 8;
/** Answers are spread over so long around the limit, milliseconds. */
const SPREAD_MS = 400;
/** What pressing needs to be made ready, beside the time that the clock's own last step takes. */
const READY_MS = 4_000;
const MINUTE_MS = 60_000;

afterAll(closeRecord);

experiment('race-deadline', async (e) => {
  const cast = await theCast();
  const administrator = await persona('administrator');
  const cases = [];
  for (let made = 0; made < CASES; made += 1) {
    const { id } = await file(e, cast.applicant);
    await press(e, cast.officer, id, 'claims');
    cases.push({ id, body: await correctionAsked(e, cast, id) });
  }
  const { correctionDue } = await pageSays(
    e,
    cast.applicant,
    cases[0]?.id ?? '',
    'due',
    (page) => page.correctionDue !== undefined,
  );
  const dueAt = Date.parse(correctionDue?.dueAt ?? '');
  // Time goes on while every open workflow is moved: a first step of half an hour shows how long the last one will take.
  await advanceTo(administrator, correctionDue?.dueAt ?? '', -60);
  const begun = Date.now();
  await advanceTo(administrator, correctionDue?.dueAt ?? '', -30);
  const before = 2 * (Date.now() - begun) + READY_MS;
  await advanceTo(administrator, correctionDue?.dueAt ?? '', -before / MINUTE_MS);
  const skew = (await provinceNow(cast.officer)) - Date.now();
  const left = dueAt - skew - Date.now();
  e.say(`${String(CASES)} corrections lapse in ${(left / 1000).toFixed(1)} s`);
  expect(left).toBeGreaterThan(SPREAD_MS);
  expect(left).toBeLessThanOrEqual(before + 1_000);
  const outcomes = await Promise.all(
    cases.map(async ({ id, body }) => {
      await pause(Math.max(0, left + e.between(-SPREAD_MS, SPREAD_MS)));
      return { id, answer: await cast.applicant.post<StepAnswer>(`/api/dossiers/${id}/resubmissions`, body) };
    }),
  );
  let answeredInTime = 0;
  for (const { id, answer } of outcomes) {
    const isIn = answer.status < 300;
    if (isIn) accepted(e, 'resubmission', answer);
    else expect([409, 412, 422]).toContain(refusal(answer).status);
    answeredInTime += isIn ? 1 : 0;
    await pageSays(e, cast.officer, id, isIn ? 'resubmitted' : 'lapsed', ({ status, round }) =>
      isIn ? round === 1 : status === 'Lapsed',
    );
    const types = (await factsOf(`dossier-${id}`)).map(({ type }) => type);
    const both = ['DossierResubmitted', 'DossierLapsed'].filter((type) => types.includes(type));
    expect(both).toEqual([isIn ? 'DossierResubmitted' : 'DossierLapsed']);
  }
  e.say(`${String(answeredInTime)} answered in time, ${String(CASES - answeredInTime)} lapsed`);
  e.floor('races', outcomes.length, CASES);
});
