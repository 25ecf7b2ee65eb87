import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AppConfig } from './config/app-config';
import { loadConfig } from './config/load-config';
import { Logger } from './logging/logger';
import type { Service } from './platform.module';
import { startTracing } from './tracing/tracing';

const STOP_WITHIN_MS = 10_000;

/**
 * Runs a program that serves nobody but its watchers: health and metrics on the port, until SIGTERM or SIGINT, which let what is under way end
 * within ten seconds. Ends the process with status 1 when it cannot start or stop.
 */
export function runProgram(
  service: Service,
  moduleOf: (config: AppConfig) => DynamicModule,
  portOf: (config: AppConfig) => number,
): void {
  start(service, moduleOf, portOf).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  });
}

async function start(
  service: Service,
  moduleOf: (config: AppConfig) => DynamicModule,
  portOf: (config: AppConfig) => number,
): Promise<void> {
  const config = loadConfig();
  const tracing = startTracing(service, config.otlpUrl);
  const app = await NestFactory.create<NestFastifyApplication>(moduleOf(config), new FastifyAdapter(), {
    bufferLogs: true,
  });
  const log = app.get(Logger);
  app.useLogger(log);
  const stop = (signal: string): void => {
    log.info(`stops on ${signal}`);
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    app
      .close()
      // What was seen last is sent too.
      .then(() => tracing.stop())
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        log.error('did not stop cleanly', error);
        process.exit(1);
      });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await app.listen(portOf(config), config.listenAddress);
  log.info(`${service} is up`, { port: portOf(config) });
}
