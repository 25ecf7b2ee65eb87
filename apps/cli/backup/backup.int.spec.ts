import { EventStoreDbStore } from '@hoptac/event-store';
import { systemActor, type Clock, type Instant, type Recorded } from '@hoptac/kernel';
import { FileMasterKey, KeyRows, PersonVault, personalDataCatalogue, type Sealed } from '@hoptac/personal-data';
import { loadConfig } from '@hoptac/platform';
import { ReadDb } from '@hoptac/read-db';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freeBase } from '../../../infra/embedded/ports';
import { readSettings } from '../../../infra/embedded/settings';
import { Stack } from '../../../infra/embedded/stack';
import { makeBackup } from './make-backup';
import { PLACES, type Manifest } from './manifest';
import { restoreBackup } from './restore-backup';

const ROOT = resolve(__dirname, '../../..');
const CLOCK: Clock = { now: () => new Date().toISOString() as Instant };
const CATALOGUES = [personalDataCatalogue, { versions: { BackupPersonNoted: 1 }, upcasters: [] }];
const silent = (): void => undefined;

interface Doors {
  readonly events: EventStoreDbStore;
  readonly vault: PersonVault;
  close(): Promise<void>;
}

async function openDoors(eventStoreUrl: string, postgresUrl: string, masterKeyFile: string): Promise<Doors> {
  const events = new EventStoreDbStore({ url: eventStoreUrl, catalogues: CATALOGUES });
  const db = new ReadDb({ url: postgresUrl, applicationName: 'backup-spec' });
  const vault = new PersonVault(new KeyRows(db), new FileMasterKey(masterKeyFile, true), events, CLOCK);
  await vault.onModuleInit();
  return {
    events,
    vault,
    close: async () => {
      await events.close();
      await db.close();
    },
  };
}

/** Backup of the running stack, at any time, and what comes back. */
describe('hoptac backup and restore', () => {
  const config = loadConfig();
  const run = randomUUID().slice(0, 8);
  const category = `backupSpec${run}`;
  const folder = mkdtempSync(join(tmpdir(), 'hoptac-backup-'));
  const copy = join(folder, 'copy');
  const key = join(folder, 'apart', 'master.key');
  const paper = join(config.dataDir, 'files', 'documents', `backup-spec-${run}.txt`);
  const answered: string[] = [];
  let running: Doors;
  let manifest: Manifest;
  let answeredBefore: number;

  const note = async (): Promise<void> => {
    const id = randomUUID();
    const person = await running.vault.seal(id, { fullName: `Nguyễn Văn ${id}` });
    await running.events.append(`${category}-${id}`, 'no-stream', [{ type: 'BackupPersonNoted', data: { person } }], {
      commandId: id,
      occurredAt: CLOCK.now(),
      actor: systemActor('backup-spec'),
      correlationId: run,
    });
    answered.push(id);
  };

  beforeAll(async () => {
    running = await openDoors(config.eventStoreUrl, config.postgresUrl, config.masterKeyFile);
    mkdirSync(join(config.dataDir, 'files', 'documents'), { recursive: true });
    writeFileSync(paper, 'điều lệ');
    for (let n = 0; n < 50; n += 1) await note();
    await running.vault.destroy(answered[0] ?? '', 'retention-ended', systemActor('backup-spec'));
    const writing = new AbortController();
    const writer = (async () => {
      while (!writing.signal.aborted) await note();
    })();
    await pause(200);
    answeredBefore = answered.length;
    manifest = await makeBackup({ root: ROOT, config, target: copy, masterKeyTo: key, said: silent });
    writing.abort();
    await writer;
  }, 60_000);
  afterAll(async () => {
    await running.close();
    rmSync(paper, { force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  const restore = (dataDir: string, masterKey = key) =>
    restoreBackup({ root: ROOT, backup: copy, dataDir, masterKey, said: silent });

  it('says what it holds, without the master key', () => {
    expect(manifest.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([PLACES.events, PLACES.keys, `documents/backup-spec-${run}.txt`]),
    );
    const secret = readFileSync(key, 'utf8').trim().split(':').at(-1) ?? '';
    expect(secret).toHaveLength(43);
    for (const { path } of manifest.files) expect(readFileSync(join(copy, path)).includes(secret)).toBe(false);
  });

  it('brings back, of a copy made during writes, a whole beginning of the history with every name readable', async () => {
    const dataDir = join(folder, 'restored');
    await restore(dataDir);
    const environment = { HOPTAC_DATA_DIR: dataDir, HOPTAC_PORT_BASE: String(await freeBase()) };
    const stack = await Stack.start(readSettings(environment, { root: ROOT, only: 'postgres,event-node' }), silent);
    try {
      const restored = await openDoors(
        stack.env['HOPTAC_EVENTSTORE_URL'] ?? '',
        stack.env['HOPTAC_POSTGRES_URL'] ?? '',
        join(dataDir, 'keys', 'master.key'),
      );
      const filter = { eventTypes: ['BackupPersonNoted'] };
      const facts: Recorded[] = [];
      for await (const one of restored.events.readAll(filter)) if (one.stream.startsWith(category)) facts.push(one);
      const originals: Recorded[] = [];
      for await (const one of running.events.readAll(filter)) if (one.stream.startsWith(category)) originals.push(one);
      const names = await Promise.all(
        facts.map(({ event }) => restored.vault.open((event.data as unknown as { person: Sealed }).person)),
      );
      await restored.close();
      expect(facts.length).toBeGreaterThanOrEqual(answeredBefore);
      expect(facts).toEqual(originals.slice(0, facts.length));
      expect(names[0]).toBeNull();
      expect(names.slice(1)).toEqual(
        facts.slice(1).map(({ stream }) => ({ fullName: `Nguyễn Văn ${stream.slice(category.length + 1)}` })),
      );
      expect(restored.vault.fingerprint('089200000001')).toBe(running.vault.fingerprint('089200000001'));
      expect(readFileSync(join(dataDir, 'files', 'documents', `backup-spec-${run}.txt`), 'utf8')).toBe('điều lệ');
    } finally {
      await stack.stop();
    }
  }, 90_000);

  it('refuses a folder in use, another master key, a newer layout and a damaged copy, and restores nothing', async () => {
    const dataDir = join(folder, 'refused');
    await expect(restore(folder)).rejects.toThrow(/is not empty/);
    const other = join(folder, 'other', 'master.key');
    await new FileMasterKey(other, true).id();
    await expect(restore(dataDir, other)).rejects.toThrow(/not the master key of this backup/);
    const file = join(copy, 'manifest.json');
    const sound = readFileSync(file, 'utf8');
    writeFileSync(file, JSON.stringify({ ...manifest, layoutVersion: manifest.layoutVersion + 1 }));
    await expect(restore(dataDir)).rejects.toThrow(/newer version/);
    writeFileSync(file, sound);
    appendFileSync(join(copy, PLACES.keys), ' ');
    await expect(restore(dataDir)).rejects.toThrow(/damaged at person-keys\.jsonl/);
    expect([dataDir, `${dataDir}.restoring`].filter((path) => existsSync(path))).toEqual([]);
  });

  it('never writes over a backup', async () => {
    await expect(makeBackup({ root: ROOT, config, target: copy, said: silent })).rejects.toThrow(/never replaces/);
  });
});
