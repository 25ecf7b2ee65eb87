import { AppConfig, HealthChecks, Logger } from '@hoptac/platform';
import { TemporalClient, WorkflowWorker } from '@hoptac/temporal';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { builtBundle } from './bundle';
import { REGISTRATIONS } from './registrations';

/** A worker for each task queue, for as long as the program runs. */
@Injectable()
export class QueueWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private workers: readonly WorkflowWorker[] = [];

  constructor(
    @Inject(AppConfig) private readonly config: AppConfig,
    @Inject(Logger) private readonly logger: Logger,
    @Inject(HealthChecks) private readonly health: HealthChecks,
    @Inject(TemporalClient) private readonly temporal: TemporalClient,
    @Inject(ModuleRef) private readonly container: ModuleRef,
  ) {}

  onApplicationBootstrap(): void {
    const logger = this.logger.for('worker');
    const log = (level: 'info' | 'warn', message: string): void => {
      logger[level](message);
    };
    // One bundle for all queues, made or found once; a failure is not remembered.
    let bundle: Promise<{ readonly codePath: string }> | undefined;
    const bundleOnce = (): Promise<{ readonly codePath: string }> =>
      (bundle ??= builtBundle((line) => {
        logger.info(line);
      }).catch((error: unknown) => {
        bundle = undefined;
        throw error;
      }));
    this.workers = REGISTRATIONS.map((registration) => {
      const { taskQueue } = registration;
      const worker = new WorkflowWorker({
        address: this.config.temporalAddress,
        namespace: this.config.temporalNamespace,
        taskQueue,
        ...(registration.atOnce === undefined ? {} : { atOnce: registration.atOnce }),
        activities: registration.activities(this.container),
        bundle: bundleOnce,
        log,
      });
      this.health.add(`worker ${taskQueue}`, () => Promise.resolve(worker.check()));
      worker.start();
      return worker;
    });
    this.health.add('engine', async () => `${(await this.temporal.ping()).toFixed(0)} ms`);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop()));
  }
}
