import { EventStoreDbStore, type EventStore } from '@hoptac/event-store';
import { loadAreas } from '@hoptac/identity';
import { systemActor, type Clock, type Instant, type LocalDate } from '@hoptac/kernel';
import { FileMasterKey, KeyRows, PersonVault, personalDataCatalogue } from '@hoptac/personal-data';
import { loadConfig } from '@hoptac/platform';
import { OrganisationStore, RegisterImport, registryCatalogue, type ImportProgress } from '@hoptac/registry';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withBenchDatabase, type Figure } from '../projections/bench-stack';

const ROWS = 10_000;
const BUDGET_S = 120;
const AT_ONCE = 64;
const TODAY: LocalDate = '2026-11-22';
const NOW: Instant = '2026-11-22T03:00:00.000Z';
const BY = { actor: systemActor('bench'), now: NOW, asOf: TODAY };
const CLOCK: Clock = { now: () => NOW };

/** A province's register as .csv: every row with a code of this run, a commune and a representative to be sealed. */
function register(run: string): Uint8Array {
  const communes = loadAreas()
    .areasOn(TODAY)
    .filter(({ kind }) => kind === 'commune');
  const lines = Array.from({ length: ROWS }, (_none, n) => {
    const commune = communes[n % communes.length]?.name ?? '';
    return `${run}${String(n).padStart(6, '0')},"Hợp tác xã Nông nghiệp ${run} ${String(n)}","${commune}",Ấp ${String(n % 9)},05/07/2019,1.200.000.000,64,0111,"Nguyễn Văn ${String(n)}",Đang hoạt động`;
  });
  const headers =
    'Mã số,Tên HTX,Xã,Địa chỉ,Ngày cấp,Vốn điều lệ,Số thành viên,Mã ngành,Người đại diện,Tình trạng pháp lý';
  return new TextEncoder().encode([headers, ...lines].join('\n'));
}

/** Seconds that the node alone takes for as many new streams of one event, offered by as many hands. */
async function bareAppends(store: EventStore): Promise<number> {
  const data = { text: 'x'.repeat(1_000) };
  const left = Array.from({ length: ROWS }, () => randomUUID()).values();
  const started = performance.now();
  const lane = async (): Promise<void> => {
    for (const id of left) {
      await store.append(`benchRow-${id}`, 'no-stream', [{ type: 'BenchRowStored', data }], {
        commandId: id,
        occurredAt: NOW,
        actor: BY.actor,
        correlationId: 'bench',
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return (performance.now() - started) / 1000;
}

/** The import as the command line and the API run it; keys of persons go into a database of the bench's own, the facts stay in the event node. */
async function importThreeTimes(): Promise<Figure[]> {
  const store = new EventStoreDbStore({
    url: loadConfig().eventStoreUrl,
    catalogues: [registryCatalogue, personalDataCatalogue, { versions: { BenchRowStored: 1 }, upcasters: [] }],
  });
  const folder = await mkdtemp(join(tmpdir(), 'hoptac-bench-'));
  try {
    const bare = await bareAppends(store);
    return await withBenchDatabase(async (db) => {
      const master = new FileMasterKey(join(folder, 'keys', 'master.key'), true);
      const vault = new PersonVault(new KeyRows(db), master, store, CLOCK);
      await vault.onModuleInit();
      const bytes = register(randomUUID().slice(0, 8).toUpperCase());
      const once = async (): Promise<{ readonly seconds: number; readonly done: ImportProgress }> => {
        // A new program each time: nothing is remembered from the import before.
        const importing = new RegisterImport(new OrganisationStore(store), vault, loadAreas());
        const started = performance.now();
        const prepared = await importing.prepare({ bytes, fileName: 'so.csv', asOf: TODAY }, TODAY);
        const done = await importing.run(prepared, BY);
        return { seconds: (performance.now() - started) / 1000, done };
      };
      const first = await once();
      const again = [await once(), await once()];
      return figures(first, again, bare);
    });
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

function figures(
  first: { readonly seconds: number; readonly done: ImportProgress },
  again: readonly { readonly seconds: number; readonly done: ImportProgress }[],
  bare: number,
): Figure[] {
  const against = `the event node alone ${bare.toFixed(1)} s`;
  const changed = again.reduce(
    (sum, { done }) => sum + done.imported + done.differing.length,
    ROWS - first.done.imported,
  );
  const slowest = Math.max(...again.map(({ seconds }) => seconds));
  return [
    {
      name: `import of ${String(ROWS)} rows`,
      value: tenth(first.seconds),
      unit: 's',
      budget: `≤ ${String(BUDGET_S)}`,
      met: first.seconds <= BUDGET_S,
      against: `${against}, ratio ${(first.seconds / bare).toFixed(1)}`,
    },
    {
      name: 'the same file again, slower of two',
      value: tenth(slowest),
      unit: 's',
      budget: `≤ ${String(BUDGET_S)}`,
      met: slowest <= BUDGET_S,
      against,
    },
    {
      name: 'rows that three imports did not bring to one result',
      value: changed,
      unit: 'rows',
      budget: '0',
      met: changed === 0,
      against: `${String(ROWS)} rows in the file`,
    },
  ];
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** For the common runner. Needs the running event node and PostgreSQL; its streams stay there. */
export const benches = [{ name: 'import-register', run: importThreeTimes }];
