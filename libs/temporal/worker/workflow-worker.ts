import { NativeConnection, Runtime, Worker, type LogMetadata } from '@temporalio/worker';
import { setTimeout as wait } from 'node:timers/promises';
import { isStopped } from '../feeder/case-queues';

export interface WorkflowWorkerOptions {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly activities: Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;
  readonly bundle: () => Promise<{ readonly codePath: string }>;
  readonly log: (level: 'info' | 'warn', message: string) => void;
  /** Workflows kept folded in memory between tasks; others are replayed. */
  readonly maxCachedWorkflows?: number;
  /** Ordinary activities at the same time. */
  readonly atOnce?: number;
}

const RETRY_MS = [500, 10_000] as const;
/** Activities under way get this long to end, then are left to the next worker. */
const GRACE_MS = 5_000;

/** Runs workflows and activities of one task queue; connects again by itself after the engine was away. */
export class WorkflowWorker {
  private readonly stopping = new AbortController();
  private worker: Worker | undefined;
  private running: Promise<void> = Promise.resolve();
  private trouble = 'starting';

  constructor(private readonly options: WorkflowWorkerOptions) {}

  start(): void {
    installRuntime(this.options.log);
    this.running = this.keepRunning();
  }

  /** Takes no more tasks, lets those under way end, at most seven seconds. */
  async stop(): Promise<void> {
    this.stopping.abort();
    if (this.worker?.getState() === 'RUNNING') this.worker.shutdown();
    await this.running;
  }

  /** What it does, for health. @throws Error saying why it does not work. */
  check(): string {
    const state = this.worker?.getState();
    if (state !== 'RUNNING') throw new Error(this.trouble);
    const status = this.worker?.getStatus();
    return `polls ${this.options.taskQueue}, ${String(status?.numCachedWorkflows ?? 0)} workflows in memory`;
  }

  private async keepRunning(): Promise<void> {
    const { signal } = this.stopping;
    for (let pauseMs: number = RETRY_MS[0]; !signal.aborted; pauseMs = Math.min(pauseMs * 2, RETRY_MS[1])) {
      try {
        await this.runOnce(() => (pauseMs = RETRY_MS[0]));
      } catch (error) {
        this.trouble = error instanceof Error ? error.message : String(error);
        if (!isStopped(signal)) this.options.log('warn', `The worker waits for the engine: ${this.trouble}`);
      }
      await wait(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async runOnce(onRunning: () => void): Promise<void> {
    const { address, namespace, taskQueue, activities, maxCachedWorkflows, atOnce, log } = this.options;
    const workflowBundle = await this.options.bundle();
    const connection = await NativeConnection.connect({ address });
    try {
      this.worker = await Worker.create({
        connection,
        namespace,
        taskQueue,
        workflowBundle,
        activities,
        maxCachedWorkflows: maxCachedWorkflows ?? 500,
        ...(atOnce === undefined ? {} : { maxConcurrentActivityTaskExecutions: atOnce }),
        shutdownGraceTime: GRACE_MS,
        shutdownForceTime: GRACE_MS + 2_000,
      });
      onRunning();
      if (this.stopping.signal.aborted) return;
      log('info', `The worker polls ${taskQueue}`);
      await this.worker.run();
    } finally {
      await connection.close();
    }
  }
}

let installed = false;

/** The engine's native runtime: one per program, without signal handlers of its own, speaking through our log. */
function installRuntime(log: (level: 'info' | 'warn', message: string) => void): void {
  if (installed) return;
  installed = true;
  const warn = (message: string, meta?: LogMetadata): void => {
    log('warn', [message, ...detailsOf(meta)].join(' · '));
  };
  const nothing = (): undefined => undefined;
  Runtime.install({
    shutdownSignals: [],
    telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } },
    logger: {
      log: (level, message, meta) => {
        if (level === 'WARN' || level === 'ERROR') warn(message, meta);
      },
      ...{ trace: nothing, debug: nothing, info: nothing, warn, error: warn },
    },
  });
}

/** Which activity of which workflow, and why; ids and codes only. */
function detailsOf(meta: LogMetadata | undefined): readonly string[] {
  const { activityType, workflowId, attempt, error } = meta ?? {};
  const why: unknown = error instanceof Error ? `${error.name}: ${error.message}` : error;
  return [activityType, workflowId, attempt === undefined ? undefined : `try ${String(attempt)}`, why]
    .filter((part): part is string => typeof part === 'string')
    .map((part) => part.slice(0, 300));
}
