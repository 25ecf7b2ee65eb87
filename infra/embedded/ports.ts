import { createServer } from 'node:net';

/** Every door of the stack: the key it is set by and its place without `HOPTAC_PORT_BASE`. The order is that of the base's offsets. */
export const DOORS = {
  api: { key: 'HOPTAC_API_PORT', standard: 3000 },
  identity: { key: 'HOPTAC_IDENTITY_PORT', standard: 3001 },
  eventNode: { key: 'HOPTAC_EVENTSTORE_PORT', standard: 2113 },
  temporal: { key: 'HOPTAC_TEMPORAL_PORT', standard: 7233 },
  temporalPage: { key: 'HOPTAC_TEMPORAL_UI_PORT', standard: 8233 },
  postgres: { key: 'HOPTAC_POSTGRES_PORT', standard: 5433 },
  worker: { key: 'HOPTAC_WORKER_HEALTH_PORT', standard: 3010 },
  projector: { key: 'HOPTAC_PROJECTOR_HEALTH_PORT', standard: 3011 },
  taxAuthority: { key: 'HOPTAC_TAX_AUTHORITY_PORT', standard: 3012 },
  temporalMetrics: { key: 'HOPTAC_TEMPORAL_METRICS_PORT', standard: 8234 },
} as const;

export type Door = keyof typeof DOORS;
export type Ports = Readonly<Record<Door, number>>;
const DOOR_NAMES = Object.keys(DOORS) as readonly Door[];

const HIGHEST_PORT = 65_535;

/** A value that cannot be a port, or one port given to two doors. */
export class PortPlanError extends Error {
  override readonly name = 'PortPlanError';
  constructor(
    readonly keys: readonly string[],
    readonly reason: 'notAPort' | 'givenTwice',
    readonly value: string,
  ) {
    super(`${keys.join(', ')}: ${value} (${reason})`);
  }
}

/** Ports from the environment: each key by itself, else base + offset, else the standard place. */
export function planPorts(env: Readonly<Record<string, string | undefined>>): Ports {
  const base = portOf(env, 'HOPTAC_PORT_BASE', HIGHEST_PORT - DOOR_NAMES.length + 1);
  const ports = Object.fromEntries(
    DOOR_NAMES.map((door, offset) => {
      const { key, standard } = DOORS[door];
      return [door, portOf(env, key) ?? (base === undefined ? standard : base + offset)];
    }),
  ) as Record<Door, number>;
  for (const port of Object.values(ports)) {
    const sharing = DOOR_NAMES.filter((door) => ports[door] === port);
    if (sharing.length > 1) {
      throw new PortPlanError(
        sharing.map((door) => DOORS[door].key),
        'givenTwice',
        String(port),
      );
    }
  }
  return ports;
}

function portOf(
  env: Readonly<Record<string, string | undefined>>,
  key: string,
  highest = HIGHEST_PORT,
): number | undefined {
  const text = env[key]?.trim();
  if (text === undefined || text === '') return undefined;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > highest) throw new PortPlanError([key], 'notAPort', text);
  return port;
}

/** Whether nothing listens there on 127.0.0.1; any other failure to listen is thrown. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}

/** Doors somebody else holds. */
export async function busyDoors(ports: Ports, doors: readonly Door[]): Promise<readonly Door[]> {
  const busy: Door[] = [];
  for (const door of doors) if (!(await isFree(ports[door]))) busy.push(door);
  return busy;
}

const LOWEST_SCRATCH = 20_000;
const HIGHEST_SCRATCH = 32_000;

/** A base whose ports are all free, below the range the system gives to outgoing connections, so that a part restarted later finds its port again. */
export async function freeBase(random: () => number = Math.random): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const base = LOWEST_SCRATCH + Math.floor((random() * (HIGHEST_SCRATCH - LOWEST_SCRATCH)) / 20) * 20;
    const ports = planPorts({ HOPTAC_PORT_BASE: String(base) });
    if ((await busyDoors(ports, DOOR_NAMES)).length === 0) return base;
  }
  throw new Error(`no free block of ports between ${String(LOWEST_SCRATCH)} and ${String(HIGHEST_SCRATCH)}`);
}
