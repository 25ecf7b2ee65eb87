import 'reflect-metadata';
import { loadConfig, Logger, startTracing } from '@hoptac/platform';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { WorkerModule } from './worker.module';

const STOP_WITHIN_MS = 10_000;

/** Workflows, activities and the case feeder: health and metrics on `HOPTAC_WORKER_HEALTH_PORT`; SIGTERM lets what is under way end. */
async function main(): Promise<void> {
  const config = loadConfig();
  startTracing('worker');
  const app = await NestFactory.create<NestFastifyApplication>(WorkerModule.forRoot(config), new FastifyAdapter(), {
    bufferLogs: true,
  });
  const log = app.get(Logger);
  app.useLogger(log);
  const stop = (signal: string): void => {
    log.info(`stops on ${signal}`);
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    app
      .close()
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        log.error('did not stop cleanly', error);
        process.exit(1);
      });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await app.listen(config.workerHealthPort, '127.0.0.1');
  log.info('worker is up', { port: config.workerHealthPort });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
