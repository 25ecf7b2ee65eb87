import {
  CASE_READING,
  TemporalClient,
  WorkflowWorker,
  activitiesOf,
  workflowBundle,
  type WorkflowWorkerOptions,
} from '@hoptac/temporal';
import { loadConfig } from '@hoptac/platform';
import { FOUNDING_COMMANDS, FOUNDING_EXCHANGES } from '@workflows/founding-registration/founding-registration.contract';
import { LOAN_APPLICATION_COMMANDS } from '@workflows/loan-application/loan-application.contract';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtBundle } from '../bundle';
import type { CasesOfRecord } from './cases-of-record';
import type { LoanApplicationsOfRecord } from './loan-applications-of-record';

const ROOT = join(__dirname, '../../..');

/** The workflows' bundle: of the build when this file is a built one, else made from the sources, for suites that run without a build. */
export function bundleHere(): Promise<{ readonly codePath: string }> {
  if (__filename.endsWith('.js')) return builtBundle();
  return workflowBundle({
    workflowsPath: join(ROOT, 'workflows/index.ts'),
    sources: [
      'workflows',
      'libs/temporal',
      'libs/kernel',
      'libs/correspondence/domain',
      'libs/dossiers/domain',
      'libs/registry/domain',
      'libs/support-fund/domain',
      'libs/loan-schedules',
    ].map((room) => join(ROOT, room)),
    cacheFolder: join(tmpdir(), 'hoptac-workflow-bundles'),
    aliases: {
      '@hoptac/kernel$': join(ROOT, 'libs/kernel/index.ts'),
      '@hoptac/temporal/workflow$': join(ROOT, 'libs/temporal/workflow.ts'),
      '@hoptac/correspondence/domain$': join(ROOT, 'libs/correspondence/domain/index.ts'),
      '@hoptac/dossiers/domain$': join(ROOT, 'libs/dossiers/domain/index.ts'),
      '@hoptac/registry/domain$': join(ROOT, 'libs/registry/domain/index.ts'),
      '@hoptac/support-fund/domain$': join(ROOT, 'libs/support-fund/domain/index.ts'),
      '@hoptac/loan-schedules$': join(ROOT, 'libs/loan-schedules/index.ts'),
    },
  });
}

type Activities = WorkflowWorkerOptions['activities'];

/** A worker of its own task queue on the running Temporal server, over cases kept in memory. */
export class EngineOf<Cases> {
  readonly config = loadConfig({ ...process.env, HOPTAC_EMBEDDED: '1', HOPTAC_REHEARSAL: '1' });
  readonly temporal = new TemporalClient(this.config.temporalAddress, this.config.temporalNamespace);
  private worker!: WorkflowWorker;

  constructor(
    readonly cases: Cases,
    private readonly activities: Activities,
    readonly taskQueue = `spec-${randomUUID()}`,
  ) {}

  async start(maxCachedWorkflows = 100): Promise<void> {
    const bundle = await bundleHere();
    this.worker = new WorkflowWorker({
      address: this.config.temporalAddress,
      namespace: this.config.temporalNamespace,
      taskQueue: this.taskQueue,
      bundle: () => Promise.resolve(bundle),
      maxCachedWorkflows,
      log: () => undefined,
      activities: this.activities,
    });
    this.worker.start();
  }

  /** Ends what is still open first: nobody would work on it any more, and whoever moves the clock after us would wait for it. */
  async stop(): Promise<void> {
    const open = this.temporal.client.workflow.list({
      query: `ExecutionStatus = 'Running' AND TaskQueue = '${this.taskQueue}'`,
    });
    for await (const { workflowId, runId } of open) {
      await this.temporal.client.workflow.getHandle(workflowId, runId).terminate('the spec is over');
    }
    await this.worker.stop();
    await this.temporal.onApplicationShutdown();
  }
}

/** The engine over dossiers of founding registrations. */
export class Engine extends EngineOf<CasesOfRecord> {
  constructor(cases: CasesOfRecord, taskQueue?: string) {
    const activities = {
      ...activitiesOf(cases, FOUNDING_COMMANDS),
      ...activitiesOf(cases, FOUNDING_EXCHANGES),
      ...activitiesOf(cases, CASE_READING),
    };
    super(cases, activities, taskQueue);
  }
}

/** The engine over applications for loans. */
export class LoanApplicationEngine extends EngineOf<LoanApplicationsOfRecord> {
  constructor(cases: LoanApplicationsOfRecord, taskQueue?: string) {
    const activities = { ...activitiesOf(cases, LOAN_APPLICATION_COMMANDS), ...activitiesOf(cases, CASE_READING) };
    super(cases, activities, taskQueue);
  }
}

/** Waits for something that the engine is about to do, at most `limitMs`. */
export async function soon<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  limitMs = 30_000,
): Promise<T> {
  for (const end = Date.now() + limitMs; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
  }
  throw new Error(`Not within ${String(limitMs)} ms: ${what}`);
}
