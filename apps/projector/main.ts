import 'reflect-metadata';
import { loadConfig, Logger, startTracing } from '@hoptac/platform';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ProjectorModule } from './projector.module';

const STOP_WITHIN_MS = 10_000;

/** Folds events into read models: health and metrics on `HOPTAC_PROJECTOR_HEALTH_PORT`; SIGTERM finishes the batches in work. */
async function main(): Promise<void> {
  const config = loadConfig();
  startTracing('projector');
  const app = await NestFactory.create<NestFastifyApplication>(ProjectorModule.forRoot(config), new FastifyAdapter(), {
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
  await app.listen(config.projectorHealthPort, '127.0.0.1');
  log.info('projector is up', { port: config.projectorHealthPort });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
