import { join, resolve } from 'node:path';
import { validateSync } from 'class-validator';
import { AppConfig } from './app-config';
import { type KeyDocumentation, documentedKeys } from './key.decorator';

type Values = Record<string, string | number | boolean | undefined>;

/** The environment names something we cannot start with; the message has one line per wrong key and no secret value. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  constructor(readonly problems: readonly string[]) {
    super(`Wrong configuration (see docs/configuration.md):\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/** Empty is as good as absent: compose files and shells pass empty variables. */
function parse(documentation: KeyDocumentation, text: string | undefined): string | number | boolean | undefined {
  if (text === undefined || text === '') return undefined;
  switch (documentation.kind) {
    case 'flag':
      if (['1', 'true', 'yes'].includes(text)) return true;
      return ['0', 'false', 'no'].includes(text) ? false : text;
    case 'port':
    case 'number':
      return /^\d{1,15}$/.test(text) ? Number(text) : text;
    case 'url':
      return text.replace(/\/+$/, '');
    case 'text':
    case 'secret':
      return text;
  }
}

function deriveAddresses(values: Values): void {
  const local = (port: unknown): string => `127.0.0.1:${String(port)}`;
  values['publicUrl'] ??= `http://${local(values['apiPort'])}`;
  values['oidcIssuer'] ??= `http://${local(values['identityPort'])}`;
  values['eventStoreUrl'] ??= `esdb://${local(values['eventStorePort'])}?tls=false`;
  values['temporalAddress'] ??= local(values['temporalPort']);
  values['postgresUrl'] ??= `postgres://hoptac@${local(values['postgresPort'])}/hoptac`;
  values['taxAuthorityUrl'] ??= `http://${local(values['taxAuthorityPort'])}`;
  values['dataDir'] = resolve(String(values['dataDir']));
  values['masterKeyFile'] ??= join(values['dataDir'], 'keys', 'master.key');
  values['sessionKeyFile'] ??= join(values['dataDir'], 'keys', 'session.key');
}

/** Rules between keys, which no single property can know. */
function contradictions(config: AppConfig): string[] {
  const problems: string[] = [];
  if (config.rehearsal && !config.embedded)
    problems.push('HOPTAC_REHEARSAL: only the embedded stack may rehearse (HOPTAC_EMBEDDED=1)');
  if (config.filesDriver === 's3' && config.s3Bucket === undefined)
    problems.push('HOPTAC_S3_BUCKET: needed with HOPTAC_FILES_DRIVER=s3');
  return problems;
}

/**
 * Reads and checks every key.
 * @throws ConfigurationError naming each wrong key at once.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): AppConfig {
  const documentation = documentedKeys();
  const values: Values = {};
  const base = parse(
    { key: 'HOPTAC_PORT_BASE', kind: 'port', about: '', property: 'portBase' },
    env['HOPTAC_PORT_BASE'],
  );
  for (const entry of documentation) {
    const moved = typeof base === 'number' && entry.portOffset !== undefined ? base + entry.portOffset : entry.fallback;
    const value = parse(entry, env[entry.key]) ?? moved;
    if (value !== undefined) values[entry.property] = value;
  }
  deriveAddresses(values);

  const config = Object.assign(new AppConfig(), values);
  const keyOf = new Map(documentation.map((entry) => [entry.property, entry]));
  const problems = validateSync(config).map((error) => {
    const entry = keyOf.get(error.property);
    const shown = entry?.kind === 'secret' ? '' : ` (is ${JSON.stringify(error.value)})`;
    return `${entry?.key ?? error.property}: ${Object.values(error.constraints ?? {}).join('; ')}${shown}`;
  });
  // Between keys only when each is sound by itself.
  if (problems.length === 0) problems.push(...contradictions(config));
  if (problems.length > 0) throw new ConfigurationError(problems);
  return Object.freeze(config);
}

/** Keys of the launcher and of test runs (docs/how-to/run-the-stack.md); programs pass over them. */
const TOOL_KEYS = /^HOPTAC_(CONTROL|TOOLS|BROWSER|REUSE|API_URL|TEMPORAL_METRICS|BENCH|ROOT|TEST|CHAOS|SEED|DEMO)/;

/** Keys of the embedded event node alone, which reads them by itself (apps/event-node/config.ts). */
const EVENT_NODE_KEYS =
  /^HOPTAC_EVENTSTORE_(HOST|PROJECTIONS|MAX_APPEND_SIZE|TLS_CERT|TLS_KEY|USERS|ADMIN_PASSWORD|SLOW_COMMIT_MS)$/;

/** `HOPTAC_…` variables that nobody knows: most often a slip of the pen. Warned about at start, never fatal. */
export function unknownKeys(env: NodeJS.ProcessEnv = process.env): string[] {
  const known = new Set(documentedKeys().map((entry) => entry.key));
  const isElsewhere = (key: string): boolean => TOOL_KEYS.test(key) || EVENT_NODE_KEYS.test(key);
  return Object.keys(env).filter((key) => key.startsWith('HOPTAC_') && !known.has(key) && !isElsewhere(key));
}
