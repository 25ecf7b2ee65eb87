import { AggregateStore, EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { dossierDefinition, type DossierCommand, type DossierEvent, type DossierState } from '@hoptac/dossiers/domain';
import { systemActor, type Instant } from '@hoptac/kernel';
import { HealthChecks, loadConfig, newId } from '@hoptac/platform';
import { ReadDb } from '@hoptac/read-db';
import {
  PgFeederStore,
  RehearsalClock,
  RehearsalService,
  TemporalCaseDelivery,
  TemporalClient,
  caseProgress,
  resurrectCases,
  retryCases,
  stuckCases,
} from '@hoptac/temporal';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { CASE_CATEGORIES } from '@workflows/categories';
import { foundingRegistrationWorkflowId } from '@workflows/founding-registration/founding-registration.contract';
import { APPLICATION, dueAfter } from './spec-support/cases-of-record';
import { bundleHere, soon } from './spec-support/engine';
import { WorkerModule } from './worker.module';

jest.setTimeout(120_000);
// A built worker bundles its own build; here the sources are the truth.
jest.mock('./bundle', () => ({ builtBundle: () => bundleHere() }));

/** The whole worker over the stack's event node, PostgreSQL and engine: nothing is simulated but the people. */
let app: NestFastifyApplication;
let eventStore: EventStore;
let dossiers: AggregateStore<DossierState, DossierCommand, DossierEvent>;
let clock: RehearsalClock;
let temporal: TemporalClient;

beforeAll(async () => {
  const config = loadConfig({ ...process.env, HOPTAC_EMBEDDED: '1', HOPTAC_REHEARSAL: '1', HOPTAC_LOG_LEVEL: 'warn' });
  app = await NestFactory.create<NestFastifyApplication>(WorkerModule.forRoot(config), new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  await app.init();
  eventStore = app.get<EventStore>(EVENT_STORE);
  dossiers = new AggregateStore(eventStore, dossierDefinition);
  clock = app.get(RehearsalClock);
  temporal = app.get(TemporalClient);
});
afterAll(() => app.close());

const categoryOf = (name: string) => CASE_CATEGORIES.find(({ category }) => category === name)!;

type Body = DossierCommand extends infer C ? (C extends DossierCommand ? Omit<C, 'metadata'> : never) : never;
async function act(id: string, personId: string, body: Body): Promise<void> {
  const metadata = { now: clock.now(), actor: { personId, role: 'officer' }, commandId: newId() };
  await dossiers.execute(id, { ...body, metadata }, { correlationId: id });
}
async function file(): Promise<string> {
  const id = newId();
  await act(id, 'person-1', {
    type: 'FileDossier',
    data: {
      dossierId: id,
      caseCode: `H01-${id}`,
      regime: 'R4',
      channel: 'online',
      receivingOfficeId: 'office-30760',
      decidingOfficeId: 'office-30760',
      applicantId: 'person-1',
      application: { ...APPLICATION, ownName: `Tân Phú ${id.slice(-6)}` },
      documents: [],
      requiredDocuments: [],
      due: dueAfter(clock.now(), 3, 'L23 Art. 42.4'),
    },
  });
  return id;
}
const types = async (id: string): Promise<readonly string[]> =>
  (await eventStore.readStream(`dossier-${id}`)).events.map(({ event }) => event.type);
const has = (id: string, type: string) =>
  soon(`${type} of ${id}`, async () => (await types(id)).includes(type), 20_000);

it('follows a filed dossier by itself: feeder, workflow, command, fact', async () => {
  const id = await file();
  await has(id, 'DossierChecked');
  const { events } = await eventStore.readStream(`dossier-${id}`);
  expect(events[1]?.metadata).toMatchObject({
    commandId: `${foundingRegistrationWorkflowId(id)}/DossierChecked/0`,
    recordedBy: { personId: 'system:registration' },
    correlationId: id,
  });
  const report = await soon('waits for people', async () => {
    const found = await caseProgress(temporal, CASE_CATEGORIES, id);
    return found.progress?.waitsFor.includes('DossierExamined') && found;
  });
  expect(report.progress).toMatchObject({ by: 'fact', revision: 1 });
});

it('moves the whole province: limits pass, cases lapse, new ones start with the skew', async () => {
  const [waiting, correcting] = [await file(), await file()];
  await has(waiting, 'DossierChecked');
  await has(correcting, 'DossierChecked');
  const defects = [{ subject: 'document:charter', reason: 'Thiếu chữ ký', article: 'L23 Art. 40' }];
  const due = dueAfter(clock.now(), 60, 'D295 Art. 19.6');
  await act(correcting, 'officer-1', { type: 'RequestCorrection', data: { defects, due } });
  await soon(
    'the workflow knows',
    async () => (await caseProgress(temporal, CASE_CATEGORIES, correcting)).progress?.until === due.dueAt,
  );
  const before = Date.parse(clock.now());
  const commandId = newId();
  const request = { byMs: 61 * 86_400_000, actor: systemActor('spec'), commandId, limitMs: 20_000 };
  const advanced = await app.get(RehearsalService).advance(request);
  // Other specs have cases on this stack too; how long those take is not asked here.
  for (const id of [waiting, correcting]) expect(advanced.unfinished).not.toContain(foundingRegistrationWorkflowId(id));
  expect(Date.parse(clock.now()) - before).toBeGreaterThanOrEqual(request.byMs);
  expect(await types(waiting)).toEqual(['DossierFiled', 'DossierChecked', 'DossierDeadlinePassed']);
  expect((await types(correcting)).at(-1)).toBe('DossierLapsed');
  expect((await app.get(RehearsalService).advance(request)).offsetMs).toBe(advanced.offsetMs);

  const later = await file();
  await has(later, 'DossierChecked');
  const { events } = await eventStore.readStream(`dossier-${later}`);
  const checkedAt: Instant | undefined = events[1]?.metadata.occurredAt;
  expect(Math.abs(Date.parse(checkedAt ?? '') - Date.parse(clock.now()))).toBeLessThan(60_000);
});

it('brings lost workflows back from their facts and appends nothing twice', async () => {
  const ids = [await file(), await file()];
  for (const id of ids) await has(id, 'DossierChecked');
  for (const id of ids) await temporal.client.workflow.getHandle(foundingRegistrationWorkflowId(id)).terminate('lost');
  const before = await Promise.all(ids.map(types));
  const delivery = new TemporalCaseDelivery(temporal, () => clock.offsetMs);
  const result = await resurrectCases({ eventStore, delivery, categories: CASE_CATEGORIES });
  expect(result.failed).toEqual([]);
  expect(result.fed).toBeGreaterThanOrEqual(ids.length);
  for (const id of ids) {
    await soon('waits again', async () => {
      const { status, progress } = await caseProgress(temporal, CASE_CATEGORIES, id);
      return status === 'RUNNING' && progress?.waitsFor.includes('DossierExamined');
    });
  }
  expect(await Promise.all(ids.map(types))).toEqual(before);
});

it('has one case tried again: starts the workflow that an operator ended, and says of which case nothing can be tried', async () => {
  const id = await file();
  await has(id, 'DossierChecked');
  await temporal.client.workflow.getHandle(foundingRegistrationWorkflowId(id)).terminate('lost');
  const before = await types(id);
  const parts = { temporal, eventStore, delivery: new TemporalCaseDelivery(temporal, () => clock.offsetMs) };
  expect(await retryCases(parts, CASE_CATEGORIES, `dossier-${id}`)).toEqual([foundingRegistrationWorkflowId(id)]);
  await soon('waits again', async () => {
    const { status, progress } = await caseProgress(temporal, CASE_CATEGORIES, `dossier-${id}`);
    return status === 'RUNNING' && progress?.waitsFor.includes('DossierExamined');
  });
  expect(await retryCases(parts, CASE_CATEGORIES, id)).toContain(foundingRegistrationWorkflowId(id));
  expect(await types(id)).toEqual(before);
  await expect(retryCases(parts, CASE_CATEGORIES, newId())).rejects.toMatchObject({ code: 'TEMPORAL.CASE_UNKNOWN' });
  await act(id, 'person-1', {
    type: 'RequestWithdrawal',
    data: { reason: 'Thành viên rút', due: dueAfter(clock.now(), 3, 'D295 Art. 19.7') },
  });
  await act(id, 'head-1', { type: 'DecideWithdrawal', data: { outcome: 'accept' } });
  await expect(retryCases(parts, CASE_CATEGORIES, `dossier-${id}`)).rejects.toMatchObject({
    code: 'TEMPORAL.CASE_CLOSED',
  });
});

it('has a case tried again whose code fails on its own history: a new run takes its place', async () => {
  const id = await file();
  await has(id, 'DossierChecked');
  const workflowId = foundingRegistrationWorkflowId(id);
  await temporal.client.workflow.getHandle(workflowId).terminate('to make room');
  // A type that no worker knows fails as a history does that no replay passes: its task, again and again.
  const broken = { workflowId, taskQueue: categoryOf('dossier').taskQueue, args: [] };
  const { firstExecutionRunId } = await temporal.client.workflow.start('nobodyKnowsIt', broken);
  const task = async (): Promise<number> =>
    (await temporal.client.workflow.getHandle(workflowId).describe()).raw.pendingWorkflowTask?.attempt ?? 0;
  await soon('fails again and again', async () => (await task()) >= 3, 60_000);
  const before = await types(id);
  const parts = { temporal, eventStore, delivery: new TemporalCaseDelivery(temporal, () => clock.offsetMs) };
  await retryCases(parts, CASE_CATEGORIES, `dossier-${id}`);
  await soon('waits again', async () => {
    const { status, progress } = await caseProgress(temporal, CASE_CATEGORIES, `dossier-${id}`);
    return status === 'RUNNING' && progress?.waitsFor.includes('DossierExamined');
  });
  const ended = await temporal.client.workflow.getHandle(workflowId, firstExecutionRunId).describe();
  expect([ended.status.name, await types(id)]).toEqual(['TERMINATED', before]);
});

it('says what does not move: nothing, when everything does', async () => {
  const id = await file();
  await has(id, 'DossierChecked');
  const feederStore = new PgFeederStore(app.get(ReadDb).pool);
  const report = await soon('all delivered', async () => {
    const found = await stuckCases({ temporal, eventStore, feederStore, categories: CASE_CATEGORIES });
    return found.feeder.backlog === 0 && found;
  });
  expect(report.open).toBeGreaterThan(0);
  // Its correspondence may be among the stuck by now: a dossier of this file names no representative to write to.
  const ofProcedure = report.cases.filter(({ workflowId }) => workflowId === foundingRegistrationWorkflowId(id));
  expect([ofProcedure, report.aside]).toEqual([[], []]);
});

it('answers health with a line for each part', async () => {
  const health = await soon('ready', async () => {
    const found = await app.get(HealthChecks).all();
    return found.status === 'ready' && found;
  });
  expect(health.parts.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'worker registration ok',
    'worker correspondence ok',
    'worker support-fund ok',
    'engine ok',
    'feeder ok',
    'correspondence ok',
    'mail ok',
  ]);
});
