/** The embedded event node as a process: starts without flags, says what it is, stops on SIGTERM. */
import pino from 'pino';
import { ConfigError, readConfig } from './config';
import { startNode, type EventNode } from './node';
import { StoreRefused } from './store/database';

/**
 * Exit codes: the launcher starts the node again after 70 and 75 (something that passes: the port or the store is still
 * held, the disk is full), not after 78 (it would be refused again).
 */
const EXIT_COMMIT_FAILED = 70;
const EXIT_NOT_NOW = 75;
const EXIT_REFUSED = 78;
/** The longest a stop may take (milliseconds). */
const STOP_LIMIT_MS = 8_000;

const log = pino(
  { base: { part: 'event-node', pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ dest: 1, sync: true }),
);

/** Ends the process: memory is ahead of the disk now, and only a new start makes them equal again. */
function commitFailed(error: Error): never {
  log.fatal(
    { reason: error.message },
    'the event store could not commit; nothing of that batch was acknowledged; the process ends and can be started again once the cause is gone',
  );
  process.exit(EXIT_COMMIT_FAILED);
}

/** An error nobody expected: the store is as safe as after a failed commit, and so is the way on. */
function unexpected(error: unknown): never {
  log.fatal({ err: error }, 'an unexpected error; the process ends and can be started again');
  process.exit(EXIT_COMMIT_FAILED);
}

async function main(): Promise<void> {
  let node: EventNode;
  try {
    node = await startNode(readConfig(process.env), log, commitFailed);
  } catch (error) {
    const known = error instanceof ConfigError || error instanceof StoreRefused || 'code' in (error as object);
    log.fatal(known ? { reason: (error as Error).message } : { err: error }, 'the event node does not start');
    const passing = error instanceof StoreRefused ? error.passing : (error as { code?: string }).code === 'EADDRINUSE';
    process.exit(passing ? EXIT_NOT_NOW : EXIT_REFUSED);
  }
  const { config, store } = node.context;
  log.info(
    {
      address: `esdb://${config.host}:${node.port}?tls=${config.tls !== null}`,
      store: store.paths.database,
      position: store.head,
      kind: 'embedded node: one machine, no replication',
      cluster:
        'to move to an EventStoreDB or KurrentDB cluster: "hoptac-node export", then "hoptac-node import" with the address of the cluster, then set HOPTAC_EVENTSTORE_URL',
    },
    'event node ready',
  );
  // What it is, it says in any case.
  log.level = config.logLevel;
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'event node stops');
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    void node.stop().then(() => {
      log.info('event node stopped');
      process.exit(0);
    });
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
}

process.on('uncaughtException', unexpected);
process.on('unhandledRejection', unexpected);
void main();
