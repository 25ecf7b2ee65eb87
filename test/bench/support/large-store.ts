/** A large province, written fast: facts of organisations and of dossiers brought to their end, appended through the official client. */
import { EventStoreDbStore } from '@hoptac/event-store';
import { houseCatalogues } from '@hoptac/house';
import { loadAreas } from '@hoptac/identity';
import { systemActor, type DomainEvent, type Instant } from '@hoptac/kernel';
import { loadConfig, nameId } from '@hoptac/platform';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LargeStoreSizes {
  /** One event each. */
  readonly organisations: number;
  /** Eleven events each; every fiftieth is left open after its third. */
  readonly dossiers: number;
  /**
   * Declaration of a dossier that was really filed (`applicationOf`): its persons are sealed with keys that exist, so that pages can open them. Without it the
   * frozen sample's is used, whose boxes nobody can open.
   */
  readonly application?: Readonly<Record<string, unknown>>;
  /** Keeps the ids, codes and names of several loads apart; the same word again appends nothing new. */
  readonly run?: string;
}

export interface LoadedStore {
  readonly events: number;
  readonly perSecond: number;
  /** Commit position of the newest event appended. */
  readonly position: bigint;
}

type Data = Record<string, unknown>;

const AT_ONCE = 64;
const NOW: Instant = '2026-11-22T03:00:00.000Z';
const ACTOR = systemActor('bench');
/** Of this many dossiers one is the demo officers' own, so that their lists are the longest. */
const OWN_SHARE = 10;
const DEMO_COMMUNE = '91001';
const OPEN_SHARE = 50;

const WORDS = {
  sector: ['Nông nghiệp', 'Thủy sản', 'Dịch vụ', 'Vận tải', 'Tín dụng', 'Lâm nghiệp', 'Thương mại', 'Xây dựng'],
  first: ['Tân', 'Phú', 'Minh', 'Thạnh', 'Vĩnh', 'Hòa', 'An', 'Bình', 'Đông', 'Mỹ', 'Long', 'Giồng'],
  second: ['Phú', 'Lợi', 'Thuận', 'Hưng', 'Phát', 'Riềng', 'Tiến', 'Thành', 'Lộc', 'Châu', 'Hải', 'Sơn'],
};
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
const ownName = (n: number): string =>
  `${pick(WORDS.sector, n)} ${pick(WORDS.first, n >> 3)} ${pick(WORDS.second, n >> 5)} ${String(n)}`;

const LIFE = [
  'DossierFiled',
  'DossierChecked',
  'DossierAssigned',
  'DossierCorrectionRequested',
  'DossierResubmitted',
  'DossierExamined',
  'DossierReturned',
  'DossierExamined',
  'DossierGranted',
  'DossierTaxCodeReceived',
  'DossierCertificateIssued',
] as const;

/** The frozen sample of an event's newest version: its shape is kept true by its own room. */
function sample(context: string, type: string): Data {
  const version = houseCatalogues.find(({ versions }) => type in versions)?.versions[type] ?? 1;
  const root = process.env['HOPTAC_ROOT'] ?? process.cwd();
  const file = join(root, 'libs', context, 'domain', '__samples__', `${type}.v${String(version)}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Data;
}

/**
 * Appends the facts, newest version of each, and says how fast. Keep the worker stopped while it runs and afterwards: it would open a workflow for every
 * dossier. Demo accounts keep their rights; the demo officers' commune has a tenth of the dossiers.
 */
export async function loadLargeStore(sizes: LargeStoreSizes): Promise<LoadedStore> {
  const store = new EventStoreDbStore({ url: loadConfig().eventStoreUrl, catalogues: houseCatalogues });
  const run = sizes.run ?? 'large';
  let [events, position] = [0, 0n];
  const append = async (category: string, id: string, facts: readonly DomainEvent[]): Promise<void> => {
    const context = { commandId: nameId(run, id), occurredAt: NOW, actor: ACTOR, correlationId: id };
    const appended = await store.append(`${category}-${id}`, 'no-stream', facts, context);
    events += facts.length;
    if (appended.position.commit > position) position = appended.position.commit;
  };
  const organisation = organisations(run, sizes.application);
  const dossier = dossiers(run, sizes.application);
  const work = (function* () {
    for (let n = 0; n < sizes.organisations; n += 1) yield () => append('organisation', ...organisation(n));
    for (let n = 0; n < sizes.dossiers; n += 1) yield () => append('dossier', ...dossier(n));
  })();
  const begun = performance.now();
  const lane = async (): Promise<void> => {
    for (const one of work) await one();
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  } finally {
    await store.close();
  }
  return { events, perSecond: (events * 1000) / (performance.now() - begun), position };
}

/** What was declared in a dossier, read from its first fact. @throws Error when there is no such dossier. */
export async function applicationOf(dossierId: string): Promise<Readonly<Record<string, unknown>>> {
  const store = new EventStoreDbStore({ url: loadConfig().eventStoreUrl, catalogues: houseCatalogues });
  try {
    const { events } = await store.readStream(`dossier-${dossierId}`);
    const application = (events[0]?.event.data as { application?: Data } | undefined)?.application;
    if (application === undefined) throw new Error(`There is no dossier ${dossierId}`);
    return application;
  } finally {
    await store.close();
  }
}

type Stream = (n: number) => [id: string, facts: readonly DomainEvent[]];

function organisations(run: string, declared: LargeStoreSizes['application']): Stream {
  const shape = sample('registry', 'OrganisationImported');
  const [member] = (declared?.['members'] ?? []) as readonly { readonly person: unknown }[];
  const content = {
    ...(shape['content'] as Data),
    ...(member === undefined ? {} : { legalRepresentative: member.person }),
  };
  const headOffice = (shape['content'] as { headOffice: Data }).headOffice;
  const communes = communesOfToday();
  return (n) => {
    const id = nameId(run, `organisation ${String(n)}`);
    const areaCode = pick(communes, n);
    const data = {
      ...shape,
      organisationId: id,
      code: `${run}-${String(n).padStart(9, '0')}`,
      content: {
        ...content,
        name: `Hợp tác xã ${ownName(n)}`,
        headOffice: { ...headOffice, areaCode, line: `Ấp ${String(n % 9)}` },
      },
      officeId: `office-${areaCode}`,
    };
    return [id, [{ type: 'OrganisationImported', data }]];
  };
}

function dossiers(run: string, declared: LargeStoreSizes['application']): Stream {
  const shapes = new Map(LIFE.map((type) => [type, sample('dossiers', type)]));
  const filed = shapes.get('DossierFiled') ?? {};
  const communes = communesOfToday();
  return (n) => {
    const id = nameId(run, `dossier ${String(n)}`);
    const areaCode = n % OWN_SHARE === 0 ? DEMO_COMMUNE : pick(communes, n);
    const application = (of: Data): Data => ({
      ...(declared ?? (of['application'] as Data)),
      ownName: ownName(n),
    });
    const own: Partial<Record<(typeof LIFE)[number], Data>> = {
      DossierFiled: {
        dossierId: id,
        caseCode: `H01.${areaCode}-261123-${String(n)}`,
        receivingOfficeId: `office-${areaCode}`,
        decidingOfficeId: `office-${areaCode}`,
        applicantId: `account-${String(n % 5_000)}`,
        application: application(filed),
      },
      DossierResubmitted: { application: application(shapes.get('DossierResubmitted') ?? {}) },
      DossierCertificateIssued: {
        organisationId: nameId(run, `organisation ${String(n)}`),
        certificateToken: nameId(run, `certificate ${String(n)}`),
      },
    };
    const life = n % OPEN_SHARE === 0 ? LIFE.slice(0, 3) : LIFE;
    return [id, life.map((type) => ({ type, data: { ...shapes.get(type), ...own[type] } }))];
  };
}

const communesOfToday = (): readonly string[] =>
  loadAreas()
    .areasOn('2026-11-22')
    .filter(({ kind }) => kind === 'commune')
    .map(({ code }) => code);
