import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Logger, createPino, loadConfig, startTracing, unknownKeys } from '@hoptac/platform';
import { AppModule } from './app.module';
import { createApp } from './create-app';

/** Open streams (live pages) are cut after this; everything else has been answered long before. */
const STOP_WITHIN_MS = 9_000;

async function start(): Promise<void> {
  const config = loadConfig();
  const logger = new Logger(createPino('api', config.logLevel));
  const unknown = unknownKeys();
  if (unknown.length > 0) logger.warn('Keys that nothing reads, see docs/configuration.md', { keys: unknown });
  const tracing = startTracing('api', config.otlpUrl);

  // dist/apps/api → dist/web
  const webRoot = join(__dirname, '../../web');
  const app = await createApp(AppModule.forRoot(config, logger), {
    ...(existsSync(join(webRoot, 'index.html')) ? { webRoot } : {}),
    ...(config.trustedProxies === undefined ? {} : { trustedProxies: config.trustedProxies }),
  });
  await app.listen(config.apiPort, config.listenAddress);
  logger.info('API listens', { address: config.publicUrl, port: config.apiPort });

  const stop = (signal: string): void => {
    logger.info('Stopping', { signal });
    const late = setTimeout(() => {
      logger.warn('Not stopped in time');
      process.exit(1);
    }, STOP_WITHIN_MS);
    app
      .close()
      .then(() => tracing.stop())
      .then(() => {
        clearTimeout(late);
        process.exit(0);
      })
      .catch((error: unknown) => {
        logger.error('Did not stop cleanly', error);
        process.exit(1);
      });
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
