/**
 * Configuration of the node. Every key has a default, so that the node starts without any.
 *
 * | key | meaning | default |
 * | --- | --- | --- |
 * | `HOPTAC_EVENTSTORE_PORT` | port for gRPC and HTTP | 2113 (with `HOPTAC_PORT_BASE=n`: n + 2) |
 * | `HOPTAC_EVENTSTORE_HOST` | address to bind; anything but 127.0.0.1 needs TLS and a password | 127.0.0.1 |
 * | `HOPTAC_DATA_DIR` | data folder; the store lies in `<dir>/eventstore/` | `data` |
 * | `HOPTAC_EVENTSTORE_PROJECTIONS` | `system` links events into `$ce-`, `$et-`, `$bc-`, `$streams` from the first start | `none` |
 * | `HOPTAC_EVENTSTORE_MAX_APPEND_SIZE` | largest append in bytes | 1048576 |
 * | `HOPTAC_EVENTSTORE_TLS_CERT`, `HOPTAC_EVENTSTORE_TLS_KEY` | PEM files; with them the node speaks TLS only | none |
 * | `HOPTAC_EVENTSTORE_USERS` | JSON file of users (see docs/event-node.md); switches authentication on | none |
 * | `HOPTAC_EVENTSTORE_ADMIN_PASSWORD` | password of the user `admin`; switches authentication on | none |
 * | `HOPTAC_EVENTSTORE_SLOW_COMMIT_MS` | average commit time above which health says degraded | 100 |
 * | `HOPTAC_LOG_LEVEL` | fatal, error, warn, info, debug or trace | info |
 */
import { resolve } from 'node:path';

/** TLS files. */
export interface TlsFiles {
  cert: string;
  key: string;
}

export interface NodeConfig {
  port: number;
  host: string;
  dataDir: string;
  projections: 'none' | 'system';
  /** Bytes. */
  maxAppendSize: number;
  tls: TlsFiles | null;
  usersFile: string | null;
  adminPassword: string | null;
  /** Milliseconds. */
  slowCommitMs: number;
  logLevel: string;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** The configuration cannot be used; the message names the key. */
export class ConfigError extends Error {}

function integer(env: NodeJS.ProcessEnv, key: string, fallback: number, min: number, max: number): number {
  const text = env[key];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new ConfigError(`${key} must be a whole number from ${min} to ${max}, not "${text}"`);
  return value;
}

/** Reads and checks the configuration. Throws `ConfigError`. */
export function readConfig(env: NodeJS.ProcessEnv): NodeConfig {
  const base = integer(env, 'HOPTAC_PORT_BASE', 0, 0, 65_000);
  const cert = env['HOPTAC_EVENTSTORE_TLS_CERT'] || null;
  const key = env['HOPTAC_EVENTSTORE_TLS_KEY'] || null;
  if ((cert === null) !== (key === null))
    throw new ConfigError('HOPTAC_EVENTSTORE_TLS_CERT and HOPTAC_EVENTSTORE_TLS_KEY belong together');
  const projections = env['HOPTAC_EVENTSTORE_PROJECTIONS'] || 'none';
  if (projections !== 'none' && projections !== 'system')
    throw new ConfigError('HOPTAC_EVENTSTORE_PROJECTIONS must be "none" or "system"');
  const logLevel = env['HOPTAC_LOG_LEVEL'] || 'info';
  if (!LOG_LEVELS.includes(logLevel)) throw new ConfigError(`HOPTAC_LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`);
  const config: NodeConfig = {
    port: integer(env, 'HOPTAC_EVENTSTORE_PORT', base > 0 ? base + 2 : 2113, 0, 65_535),
    host: env['HOPTAC_EVENTSTORE_HOST'] || '127.0.0.1',
    dataDir: resolve(env['HOPTAC_DATA_DIR'] || 'data'),
    projections,
    maxAppendSize: integer(env, 'HOPTAC_EVENTSTORE_MAX_APPEND_SIZE', 1024 * 1024, 1024, 64 * 1024 * 1024),
    tls: cert && key ? { cert, key } : null,
    usersFile: env['HOPTAC_EVENTSTORE_USERS'] || null,
    adminPassword: env['HOPTAC_EVENTSTORE_ADMIN_PASSWORD'] || null,
    logLevel,
    slowCommitMs: integer(env, 'HOPTAC_EVENTSTORE_SLOW_COMMIT_MS', 100, 1, 60_000),
  };
  const local = config.host === '127.0.0.1' || config.host === '::1' || config.host === 'localhost';
  if (!local && (!config.tls || !(config.usersFile || config.adminPassword))) {
    throw new ConfigError(
      `HOPTAC_EVENTSTORE_HOST=${config.host} is reachable from outside: set TLS files and a password, or bind to 127.0.0.1`,
    );
  }
  return config;
}
