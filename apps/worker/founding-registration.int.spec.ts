import type { Instant } from '@hoptac/kernel';
import { TemporalCaseDelivery, openCases, retryCase, type CaseFact, type CaseProgress } from '@hoptac/temporal';
import { foundingCategory } from '@workflows/founding-registration/founding-registration.category';
import { foundingRegistrationWorkflowId as workflowIdOf } from '@workflows/founding-registration/founding-registration.contract';
import { Worker } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { CasesOfRecord, dueAfter } from './spec-support/cases-of-record';
import { Engine, bundleHere, soon } from './spec-support/engine';
import { Journey } from '../../test/replay/scenarios';

jest.setTimeout(120_000);

const cases = new CasesOfRecord();
const engine = new Engine(cases);
const category = { ...foundingCategory, taskQueue: engine.taskQueue };
const newJourney = (): Journey => new Journey(engine, randomUUID());
const handle = (caseId: string) => engine.temporal.client.workflow.getHandle(workflowIdOf(caseId));
const progress = (caseId: string): Promise<CaseProgress> => handle(caseId).query<CaseProgress>('progress');
const deliver = (caseId: string, facts: readonly CaseFact[], skewMs = 0) =>
  new TemporalCaseDelivery(engine.temporal, () => skewMs).deliver(category, caseId, facts);
const triedAgain = (caseId: string) => {
  const delivery = new TemporalCaseDelivery(engine.temporal, () => 0);
  return retryCase({ temporal: engine.temporal, delivery, eventStore: cases }, category, caseId);
};
const DAY_MS = 86_400_000;
const now = (): Instant => new Date().toISOString() as Instant;

beforeAll(() => engine.start());
afterAll(() => engine.stop());
afterEach(() => {
  cases.tax = 'answers';
  cases.refusedChecks.clear();
});

it('goes from filing to certificate; each step of its own is recorded once, under an id of case, step and occurrence', async () => {
  const journey = newJourney();
  await journey.filed();
  await journey.proposed();
  await journey.granted();
  expect(cases.types(journey.caseId)).toEqual([
    'DossierFiled',
    'DossierChecked',
    'DossierExamined',
    'DossierTaxCodeReceived',
    'DossierGranted',
    'DossierCertificateIssued',
  ]);
  expect(cases.commandIds.filter((id) => id.includes(journey.caseId))).toEqual([
    `${journey.workflowId}/DossierChecked/0`,
    `${journey.workflowId}/DossierTaxCodeReceived/0`,
    `${journey.workflowId}/DossierCertificateIssued/0`,
    `${journey.workflowId}/publishRegistration/0`,
  ]);
});

it('marks a passed limit once at its own instant, goes on waiting, and lapses after sixty days without an answer', async () => {
  const journey = newJourney();
  const { caseId } = journey;
  await journey.filed();
  const filedAt = Date.parse(cases.occurredAt(caseId, 'DossierFiled') ?? '');
  await journey.days(10);
  const late = Date.parse(cases.occurredAt(caseId, 'DossierDeadlinePassed') ?? '') - filedAt - 3 * DAY_MS;
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThan(2_500);
  await journey.tell(cases.correction(caseId, journey.now()));
  await journey.waits('DossierResubmitted');
  await journey.days(61);
  await journey.ends();
  expect(cases.types(caseId)).toEqual([
    'DossierFiled',
    'DossierChecked',
    'DossierDeadlinePassed',
    'DossierDelayExplained',
    'DossierCorrectionRequested',
    'DossierLapsed',
  ]);
  expect(cases.released).toContain(caseId);
});

it('shows a refused step as stuck, without failing, and goes on when told to try again', async () => {
  const [bad, good] = [newJourney(), newJourney()];
  cases.refusedChecks.add(bad.caseId);
  await bad.tell(cases.file(bad.caseId, now()));
  const stuck = await soon('stuck', async () => (await progress(bad.caseId)).stuck);
  expect(stuck).toMatchObject({
    step: 'DossierChecked/0',
    reason: 'DOSSIERS.CHECKS_IMPOSSIBLE: The name register cannot be read',
  });
  await good.filed();
  await soon('listed as stuck', async () =>
    (await openCases(engine.temporal)).some(
      ({ caseId, stuck: why }) => caseId === bad.caseId && why?.step === stuck.step,
    ),
  );
  cases.refusedChecks.clear();
  await triedAgain(bad.caseId);
  await bad.seen('DossierChecked');
  await soon('moves again', async () => (await progress(bad.caseId)).stuck === undefined);
});

it('shows an outage as stuck after some tries, and goes on by itself when it is over', async () => {
  const journey = newJourney();
  cases.brokenChecks.add(journey.caseId);
  await journey.tell(cases.file(journey.caseId, now()));
  const stuck = await soon('stuck', async () => (await progress(journey.caseId)).stuck, 20_000);
  expect(stuck.reason).toBe('Error: The event store is away');
  cases.brokenChecks.clear();
  await soon('checked', () => cases.types(journey.caseId).includes('DossierChecked'), 20_000);
  await soon('moves again', async () => (await progress(journey.caseId)).stuck === undefined);
});

it('marks the limit even while a step is stuck', async () => {
  const journey = newJourney();
  cases.refusedChecks.add(journey.caseId);
  await journey.tell(cases.file(journey.caseId, now()));
  await soon('stuck', async () => (await progress(journey.caseId)).stuck);
  await journey.days(4);
  expect(cases.types(journey.caseId)).toEqual(['DossierFiled', 'DossierDeadlinePassed']);
  await soon('stuck again', async () => (await progress(journey.caseId)).stuck?.step === 'DossierChecked/0');
});

it('ignores facts it has seen and reads the stream at a gap', async () => {
  const journey = newJourney();
  const { caseId } = journey;
  await journey.filed();
  cases.act(caseId, now(), 'officer-1', { type: 'ClaimDossier', data: {} });
  cases.correction(caseId, now());
  const resubmitted = cases.resubmission(caseId, now());
  await deliver(caseId, [...resubmitted, ...resubmitted]);
  await deliver(caseId, cases.facts(caseId));
  await soon('checked again', () => cases.types(caseId).filter((type) => type === 'DossierChecked').length === 2);
  await journey.waits('DossierExamined');
  expect((await progress(caseId)).revision).toBe(5);
});

it('lets the person win who acts before the workflow’s own command, and looks again', async () => {
  const journey = newJourney();
  const { caseId } = journey;
  await journey.filed();
  await journey.tell(cases.correction(caseId, journey.now()));
  await journey.waits('DossierResubmitted');
  // The answer is recorded at the last moment; its signal has not come when the sixty days end.
  cases.resubmission(caseId, new Date(Date.now() + 59 * DAY_MS).toISOString() as Instant);
  await journey.days(61);
  await soon('checked again', () => cases.types(caseId).filter((type) => type === 'DossierChecked').length === 2);
  expect(cases.types(caseId)).not.toContain('DossierLapsed');
  expect((await handle(caseId).describe()).status.name).toBe('RUNNING');
});

it('waits for a tax authority that is down, and stops asking once the dossier is withdrawn', async () => {
  const journey = newJourney();
  const { caseId } = journey;
  await journey.filed();
  cases.tax = 'is down';
  await journey.tell(cases.proposal(caseId, now()));
  await journey.waits('DossierTaxCodeReceived | DossierTaxCodeRefused');
  await journey.days(5);
  expect(cases.types(caseId)).toContain('DossierDeadlinePassed');
  const reason = 'Thành viên rút';
  const due = dueAfter(journey.now(), 3, 'D295 Art. 19.7');
  await journey.tell(
    cases.act(caseId, journey.now(), 'person-1', { type: 'RequestWithdrawal', data: { reason, due } }),
  );
  await journey.tell(
    cases.act(caseId, journey.now(), 'officer-1', { type: 'DecideWithdrawal', data: { outcome: 'accept' } }),
  );
  await journey.ends();
  expect(cases.released).toContain(caseId);
});

it('begins an exchange anew when told to, instead of waiting for its next turn', async () => {
  const journey = newJourney();
  const { caseId } = journey;
  const asked = async (): Promise<number> =>
    ((await handle(caseId).fetchHistory()).events ?? []).filter(
      ({ activityTaskScheduledEventAttributes: task }) => task?.activityType?.name === 'requestTaxCode',
    ).length;
  await journey.filed();
  cases.tax = 'is down';
  await journey.tell(cases.proposal(caseId, now()));
  await journey.waits('DossierTaxCodeReceived | DossierTaxCodeRefused');
  // Tries of one exchange are one entry of the history; told twice, it was begun three times.
  for (const times of [1, 2, 3]) {
    await soon(`asked ${String(times)} times`, async () => (await asked()) === times);
    if (times < 3) await triedAgain(caseId);
  }
  expect((await progress(caseId)).waitsFor).toBe('DossierTaxCodeReceived | DossierTaxCodeRefused');
  cases.tax = 'answers';
  await triedAgain(caseId);
  await journey.seen('DossierTaxCodeReceived');
  await journey.waits('DossierGranted');
  await journey.granted();
  const history = await handle(caseId).fetchHistory();
  await Worker.runReplayHistory({ workflowBundle: await bundleHere() }, history, journey.workflowId);
});

it('gives the case back to the officer when the tax authority refuses, and asks again in the next round', async () => {
  const journey = newJourney();
  const { caseId } = journey;
  await journey.filed();
  cases.tax = 'refuses';
  await journey.tell(cases.proposal(caseId, now()));
  await journey.seen('DossierTaxCodeRefused');
  await journey.waits('DossierReturned');
  cases.tax = 'answers';
  await journey.tell(cases.act(caseId, now(), 'head-1', { type: 'ReturnDossier', data: { reason: 'Sửa thông tin' } }));
  await journey.tell(cases.correction(caseId, now()));
  await journey.tell(cases.resubmission(caseId, now()));
  await soon('checked again', () => cases.types(caseId).filter((type) => type === 'DossierChecked').length === 2);
  await journey.proposed();
  await journey.granted();
  expect(cases.types(caseId).at(-1)).toBe('DossierCertificateIssued');
});

it('follows each case by its own clock: the skew given at the start', async () => {
  const [present, ahead] = [newJourney(), newJourney()];
  await deliver(
    ahead.caseId,
    cases.file(ahead.caseId, new Date(Date.now() + 40 * DAY_MS).toISOString() as Instant),
    40 * DAY_MS,
  );
  await present.filed();
  await ahead.seen('DossierChecked');
  const checkedAt = (caseId: string): number =>
    Date.parse(cases.occurredAt(caseId, 'DossierChecked') ?? '') - Date.now();
  expect(Math.round(checkedAt(ahead.caseId) / DAY_MS)).toBe(40);
  expect(Math.abs(checkedAt(present.caseId))).toBeLessThan(DAY_MS);
});

it('takes up a terminated case from its facts and repeats nothing', async () => {
  const journey = newJourney();
  const { caseId } = journey;
  await journey.filed();
  await journey.proposed();
  await handle(caseId).terminate('the engine’s database is lost');
  const before = cases.commandIds.length;
  await deliver(caseId, cases.facts(caseId));
  await journey.waits('DossierGranted');
  expect(cases.commandIds).toHaveLength(before);
  await journey.granted();
  expect(await deliver(caseId, cases.facts(caseId))).toBe('closed');
});

it('goes on in a fresh run when its history has grown long, with all it knows', async () => {
  const journey = newJourney();
  const { caseId } = journey;
  await journey.filed();
  const { runId } = await handle(caseId).describe();
  const [fact] = cases.facts(caseId);
  // Facts already seen change nothing, but four megabytes of them make the engine suggest a fresh run.
  const heavy = { ...fact, data: { padding: 'x'.repeat(150_000) } } as CaseFact;
  for (let n = 0; n < 32; n += 1) await deliver(caseId, [heavy]);
  await soon('a fresh run', async () => (await handle(caseId).describe()).runId !== runId);
  await journey.waits('DossierExamined');
  expect((await progress(caseId)).revision).toBe(1);
  await journey.days(5);
  expect(cases.types(caseId)).toContain('DossierDeadlinePassed');
  await journey.proposed();
  await journey.granted();
});

it('tells the same story however often it is asked meanwhile, and every such run replays', async () => {
  const journeys = Array.from({ length: 8 }, newJourney);
  await Promise.all(journeys.map((journey, index) => underQuestions(journey, index % 2 === 0)));
  for (const { caseId, workflowId } of journeys) {
    expect(cases.types(caseId).at(-1)).toBe('DossierCertificateIssued');
    const history = await handle(caseId).fetchHistory();
    await Worker.runReplayHistory({ workflowBundle: await bundleHere() }, history, workflowId);
  }
});

/** From filing to certificate while somebody asks for the progress all the time; checks are refused at first where `stuck`. */
async function underQuestions(journey: Journey, stuck: boolean): Promise<void> {
  const { caseId, cases: record } = journey;
  const questions = { over: false };
  const asking = (async () => {
    for (; !questions.over; await new Promise((resolve) => setTimeout(resolve, 50)))
      await progress(caseId).catch(() => undefined);
  })();
  try {
    if (stuck) record.refusedChecks.add(caseId);
    await journey.tell(record.file(caseId, journey.now()));
    await journey.waits(stuck ? 'DossierChecked' : 'DossierExamined');
    record.refusedChecks.delete(caseId);
    await journey.tell(record.act(caseId, journey.now(), 'officer-1', { type: 'ClaimDossier', data: {} }));
    await journey.seen('DossierChecked');
    await journey.proposed();
    await journey.granted();
  } finally {
    questions.over = true;
    await asking;
  }
}
