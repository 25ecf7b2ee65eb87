import 'reflect-metadata';
import { join } from 'node:path';
import { demoAccounts } from '@hoptac/identity';
import { Logger, createPino, loadConfig } from '@hoptac/platform';
import { createProvider } from './provider';
import { createIdentityServer } from './server';
import { loadKeys } from './signing-keys';
import { IdentityDatabase } from './sqlite-adapter';

const STOP_WITHIN_MS = 5_000;

/** Demo accounts without passwords must never meet real data. */
class NotEmbedded extends Error {
  constructor() {
    super('The embedded identity provider has demo accounts without passwords and only starts with HOPTAC_EMBEDDED=1');
  }
}

async function start(): Promise<void> {
  const config = loadConfig();
  const logger = new Logger(createPino('identity', config.logLevel));
  if (!config.embedded) throw new NotEmbedded();
  // The library speaks to the console; our log is JSON lines.
  console.info = (text: string) => logger.debug(text);
  console.warn = (text: string) => logger.debug(text);

  const folder = join(config.dataDir, 'identity');
  const keys = await loadKeys(folder, { rotate: process.argv.includes('--rotate-keys') });
  const database = new IdentityDatabase(join(folder, 'identity.sqlite'));
  const provider = createProvider({
    issuer: config.oidcIssuer,
    publicUrl: config.publicUrl,
    pagesClientId: config.oidcClientId,
    audience: config.oidcAudience,
    accounts: demoAccounts,
    keys,
    database,
  });
  provider.on('server_error', (_context, error) => {
    logger.error('Provider failed', error);
  });
  const server = createIdentityServer(provider, demoAccounts, config.oidcIssuer, logger);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(config.identityPort, '127.0.0.1', resolve);
  });
  logger.info('Identity provider listens', { issuer: config.oidcIssuer, port: config.identityPort });

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    const late = setTimeout(() => {
      server.closeAllConnections();
    }, STOP_WITHIN_MS);
    server.close(() => {
      clearTimeout(late);
      database.close();
      logger.info('Stopped');
    });
    server.closeIdleConnections();
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
