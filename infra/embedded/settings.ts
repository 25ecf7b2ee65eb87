import { resolve } from 'node:path';
import { Notice } from './notice';
import { type Door, planPorts, PortPlanError, type Ports } from './ports';

/** Parts in the order they start. */
export const PART_NAMES = [
  'postgres',
  'event-node',
  'temporal',
  'tax-authority',
  'identity',
  'api',
  'worker',
  'projector',
] as const;
export type PartName = (typeof PART_NAMES)[number];

type Environment = Readonly<Record<string, string | undefined>>;

/** Which Temporal the bootstrap found: a build of infra/temporal, or the `temporal` command. */
interface TemporalTool {
  readonly kind: 'server' | 'command';
  readonly path: string;
}

export interface StackSettings {
  readonly root: string;
  readonly dataDir: string;
  readonly ports: Ports;
  /** The stack's clock may be moved; marked on every page. */
  readonly rehearsal: boolean;
  /** Parts to start here; the others are left out or live elsewhere (see `elsewhere`). */
  readonly parts: readonly PartName[];
  /** Addresses given from outside: that part is not started here. */
  readonly elsewhere: Readonly<Partial<Record<PartName, string>>>;
  readonly temporalTool: TemporalTool | null;
  readonly environment: Environment;
}

/** The key that says a part runs elsewhere, and where. */
export const ELSEWHERE_KEYS: Readonly<Partial<Record<PartName, string>>> = {
  postgres: 'HOPTAC_POSTGRES_URL',
  'event-node': 'HOPTAC_EVENTSTORE_URL',
  temporal: 'HOPTAC_TEMPORAL_ADDRESS',
  'tax-authority': 'HOPTAC_TAX_AUTHORITY_URL',
  identity: 'HOPTAC_OIDC_ISSUER',
};

export const DOORS_OF: Readonly<Record<PartName, readonly Door[]>> = {
  postgres: ['postgres'],
  'event-node': ['eventNode'],
  temporal: ['temporal', 'temporalPage', 'temporalMetrics'],
  'tax-authority': ['taxAuthority'],
  identity: ['identity'],
  api: ['api'],
  worker: ['worker'],
  projector: ['projector'],
};

export function readSettings(environment: Environment, options: { only?: string; root: string }): StackSettings {
  const elsewhere: Partial<Record<PartName, string>> = {};
  for (const name of PART_NAMES) {
    const key = ELSEWHERE_KEYS[name];
    const address = key === undefined ? undefined : environment[key]?.trim();
    if (address !== undefined && address !== '') elsewhere[name] = address;
  }
  const rehearsal = environment['HOPTAC_REHEARSAL'] ?? '';
  if (!['', '0', '1'].includes(rehearsal)) {
    throw new Notice({
      vi: `HOPTAC_REHEARSAL chỉ nhận 0 hoặc 1 (đang là "${rehearsal}").`,
      en: `HOPTAC_REHEARSAL takes 0 or 1 only (it is "${rehearsal}").`,
    });
  }
  const tool = environment['HOPTAC_TEMPORAL_TOOL'];
  return {
    root: options.root,
    dataDir: resolve(options.root, environment['HOPTAC_DATA_DIR'] ?? 'data'),
    ports: portsOrNotice(environment),
    rehearsal: rehearsal === '1',
    parts: chosenParts(options.only).filter((name) => !(name in elsewhere)),
    elsewhere,
    temporalTool: tool === undefined ? null : (JSON.parse(tool) as TemporalTool),
    environment,
  };
}

function chosenParts(only: string | undefined): readonly PartName[] {
  if (only === undefined) return PART_NAMES;
  const wanted = only.split(',').map((name) => name.trim());
  const unknown = wanted.filter((name) => !(PART_NAMES as readonly string[]).includes(name));
  if (unknown.length > 0) {
    throw new Notice({
      vi: `--only: không có bộ phận ${unknown.join(', ')}. Các bộ phận: ${PART_NAMES.join(', ')}.`,
      en: `--only: there is no part ${unknown.join(', ')}. The parts are: ${PART_NAMES.join(', ')}.`,
    });
  }
  return PART_NAMES.filter((name) => wanted.includes(name));
}

function portsOrNotice(environment: Environment): Ports {
  try {
    return planPorts(environment);
  } catch (error) {
    if (!(error instanceof PortPlanError)) throw error;
    const keys = error.keys.join(', ');
    throw error.reason === 'notAPort'
      ? new Notice({
          vi: `${keys}="${error.value}" không phải là một cổng dùng được (1–65535; HOPTAC_PORT_BASE cần chỗ cho mười cổng).`,
          en: `${keys}="${error.value}" is no usable port (1–65535; HOPTAC_PORT_BASE needs room for ten).`,
        })
      : new Notice({
          vi: `${keys} cùng chỉ một cổng ${error.value}. Mỗi bộ phận cần cổng riêng.`,
          en: `${keys} all name port ${error.value}. Each part needs its own.`,
        });
  }
}

/** Addresses of every part, for the parts themselves and for tests. `postgresUrl` carries the password. */
export function addresses(settings: StackSettings, postgresUrl: string | undefined): Record<string, string> {
  const { ports, elsewhere } = settings;
  const at = (door: Door): string => `127.0.0.1:${String(ports[door])}`;
  const postgres = elsewhere.postgres ?? postgresUrl;
  return {
    HOPTAC_EMBEDDED: '1',
    HOPTAC_DATA_DIR: settings.dataDir,
    HOPTAC_REHEARSAL: settings.rehearsal ? '1' : '0',
    HOPTAC_API_PORT: String(ports.api),
    HOPTAC_IDENTITY_PORT: String(ports.identity),
    HOPTAC_OIDC_ISSUER: elsewhere.identity ?? `http://${at('identity')}`,
    HOPTAC_EVENTSTORE_PORT: String(ports.eventNode),
    HOPTAC_EVENTSTORE_URL: elsewhere['event-node'] ?? `esdb://${at('eventNode')}?tls=false`,
    HOPTAC_TEMPORAL_PORT: String(ports.temporal),
    HOPTAC_TEMPORAL_ADDRESS: elsewhere.temporal ?? at('temporal'),
    HOPTAC_TEMPORAL_UI_PORT: String(ports.temporalPage),
    HOPTAC_POSTGRES_PORT: String(ports.postgres),
    ...(postgres === undefined ? {} : { HOPTAC_POSTGRES_URL: postgres }),
    HOPTAC_WORKER_HEALTH_PORT: String(ports.worker),
    HOPTAC_PROJECTOR_HEALTH_PORT: String(ports.projector),
    HOPTAC_TAX_AUTHORITY_PORT: String(ports.taxAuthority),
    HOPTAC_TAX_AUTHORITY_URL: elsewhere['tax-authority'] ?? `http://${at('taxAuthority')}`,
  };
}
