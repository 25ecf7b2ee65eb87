import { FastForward, TemporalCaseDelivery, type CaseFact, type CaseProgress } from '@hoptac/temporal';
import type { Instant } from '@hoptac/kernel';
import { randomUUID } from 'node:crypto';
import { CasesOfRecord } from './spec-support/cases-of-record';
import { Engine, soon } from './spec-support/engine';
import { foundingCategory } from '@workflows/founding-registration/founding-registration.category';

jest.setTimeout(60_000);

const DAY_MS = 86_400_000;
const cases = new CasesOfRecord();
const engine = new Engine(cases);
let skewMs = 0;
const now = (): Instant => new Date(Date.now() + skewMs).toISOString() as Instant;
const category = { ...foundingCategory, taskQueue: engine.taskQueue };

async function deliver(caseId: string, facts: readonly CaseFact[], skew = 0): Promise<void> {
  await new TemporalCaseDelivery(engine.temporal, () => skew).deliver(category, caseId, facts);
}
const handle = (caseId: string) => engine.temporal.client.workflow.getHandle(category.workflowIdOf(caseId));
const progress = (caseId: string): Promise<CaseProgress> => handle(caseId).query<CaseProgress>('progress');
const forward = (caseId: string, offsetMs: number) =>
  new FastForward(engine.temporal.client.workflowService, engine.config.temporalNamespace).to(
    { workflowId: category.workflowIdOf(caseId) },
    offsetMs,
    20_000,
  );
const newCase = (): string => randomUUID();
const until = (caseId: string, type: string) => soon(`${type} of ${caseId}`, () => cases.types(caseId).includes(type));

beforeAll(() => engine.start());
afterAll(() => engine.stop());

it('goes from filing to certificate, with every step of its own recorded once', async () => {
  const id = newCase();
  await deliver(id, cases.file(id, now()));
  await until(id, 'DossierChecked');
  await deliver(id, cases.proposal(id, now()));
  await until(id, 'DossierTaxCodeReceived');
  await deliver(id, cases.act(id, now(), 'head-1', { type: 'GrantDossier', data: {} }));
  await handle(id).result();
  expect(cases.types(id)).toEqual([
    'DossierFiled',
    'DossierChecked',
    'DossierExamined',
    'DossierTaxCodeReceived',
    'DossierGranted',
    'DossierCertificateIssued',
  ]);
});

it('marks the passed limit at its very instant and lapses after sixty days, in a moment', async () => {
  const id = newCase();
  const filedAt = now();
  await deliver(id, cases.file(id, filedAt, 3));
  await until(id, 'DossierChecked');
  expect(await forward(id, 4 * DAY_MS)).toBe('forwarded');
  expect(cases.types(id)).toContain('DossierDeadlinePassed');
  expect(
    Date.parse(cases.occurredAt(id, 'DossierDeadlinePassed') ?? '') - Date.parse(filedAt) - 3 * DAY_MS,
  ).toBeLessThan(2_500);
  const later = new Date(Date.now() + 4 * DAY_MS).toISOString() as Instant;
  await deliver(id, cases.correction(id, later));
  await soon(
    'waits for the answer',
    async () => (await progress(id)).until === new Date(Date.parse(later) + 60 * DAY_MS).toISOString(),
  );
  await forward(id, 70 * DAY_MS);
  await handle(id).result();
  expect(cases.types(id)).toEqual([
    'DossierFiled',
    'DossierChecked',
    'DossierDeadlinePassed',
    'DossierCorrectionRequested',
    'DossierLapsed',
  ]);
  expect(cases.released).toContain(id);
});
