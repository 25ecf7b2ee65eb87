import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DataFolder } from './data-folder';
import { httpProbe } from './health';
import { Notice } from './notice';
import { type PartPlan } from './part-plan';
import { type Door } from './ports';
import { EmbeddedPostgres } from './postgres';
import { type PartName, type StackSettings } from './settings';
import { temporalPlan } from './temporal';

/** A part that is one of our own programs under `dist/`. */
interface OwnProgram {
  readonly title: string;
  readonly main: string;
  readonly door: Door;
  readonly health: string;
  readonly readyWithinMs: number;
  readonly nice?: number;
}

const OWN: Readonly<Partial<Record<PartName, OwnProgram>>> = {
  'event-node': {
    title: 'Kho sự kiện / event node',
    main: 'dist/apps/event-node/main.js',
    door: 'eventNode',
    health: '/health/live',
    readyWithinMs: 60_000,
  },
  'tax-authority': {
    title: 'Cơ quan thuế (mô phỏng) / tax authority (simulated)',
    main: 'dist/infra/embedded/tax-authority/main.js',
    door: 'taxAuthority',
    health: '/health/live',
    readyWithinMs: 20_000,
  },
  identity: {
    title: 'Đăng nhập / identity',
    main: 'dist/infra/embedded/identity/main.js',
    door: 'identity',
    health: '/.well-known/openid-configuration',
    readyWithinMs: 30_000,
  },
  api: {
    title: 'Trang và API / pages and API',
    main: 'dist/apps/api/main.js',
    door: 'api',
    health: '/health/ready',
    readyWithinMs: 60_000,
  },
  worker: {
    title: 'Quy trình / worker',
    main: 'dist/apps/worker/main.js',
    door: 'worker',
    health: '/health/ready',
    readyWithinMs: 90_000,
    nice: 10,
  },
  projector: {
    title: 'Bảng đọc / projector',
    main: 'dist/apps/projector/main.js',
    door: 'projector',
    health: '/health/ready',
    readyWithinMs: 60_000,
  },
};

/** Parts that start together; a tier waits for the one before it, and they stop in the other order. */
export const TIERS: readonly (readonly PartName[])[] = [
  ['postgres', 'event-node', 'temporal', 'tax-authority', 'identity'],
  ['api'],
  ['worker', 'projector'],
];

export interface PlannedStack {
  readonly plans: readonly PartPlan[];
  /** Address of the embedded PostgreSQL with its password; undefined when it runs elsewhere or is left out. */
  readonly postgresUrl: string | undefined;
}

/** Everything that must be there before anything is started: programs, tools, accounts. */
export function planParts(settings: StackSettings, data: DataFolder, said: (text: string) => void): PlannedStack {
  refuseMissingPrograms(settings);
  let postgresUrl: string | undefined;
  const plans = settings.parts.map((name): PartPlan => {
    if (name === 'temporal') return temporalPlan(settings, data.file('temporal'));
    if (name !== 'postgres') return ownPlan(name, settings);
    const postgres = new EmbeddedPostgres(settings.root, data, settings.ports.postgres);
    postgresUrl = postgres.url;
    return {
      name,
      label: `PostgreSQL 127.0.0.1:${String(settings.ports.postgres)}`,
      ...postgres.launch,
      probe: postgres.probe,
      readyWithinMs: 120_000,
      // Fast shutdown: open connections are ended, nothing committed is lost.
      stopSignal: 'SIGINT',
      stopWithinMs: 20_000,
      prepare: () => {
        postgres.prepare();
      },
      furnish: async () => {
        const { missingExtensions } = await postgres.furnish();
        if (missingExtensions.length > 0) said(`postgres: thiếu / missing extensions ${missingExtensions.join(', ')}`);
      },
    };
  });
  return { plans, postgresUrl };
}

function ownPlan(name: PartName, settings: StackSettings): PartPlan {
  const own = OWN[name];
  if (!own) throw new Error(`no program for part ${name}`);
  const url = `http://127.0.0.1:${String(settings.ports[own.door])}`;
  return {
    name,
    label: `${own.title} ${url}`,
    command: process.execPath,
    args: [join(settings.root, own.main)],
    ...(own.nice === undefined ? {} : { nice: own.nice }),
    probe: httpProbe(url + own.health),
    readyWithinMs: own.readyWithinMs,
    stopSignal: 'SIGTERM',
    stopWithinMs: 12_000,
  };
}

function refuseMissingPrograms(settings: StackSettings): void {
  const missing = settings.parts.flatMap((name) => {
    const main = OWN[name]?.main;
    return main !== undefined && !existsSync(join(settings.root, main)) ? [`${name}: ${main}`] : [];
  });
  if (missing.length === 0) return;
  throw new Notice({
    vi: 'Thiếu chương trình của các bộ phận dưới đây. Hãy chạy lại `npm run build`; hoặc chỉ khởi động một số bộ phận: `npm start -- --only postgres,event-node,temporal`.',
    en: 'The programs of the parts below are missing. Run `npm run build` again; or start some parts only: `npm start -- --only postgres,event-node,temporal`.',
    detail: missing.join('\n'),
  });
}
