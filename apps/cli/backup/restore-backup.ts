import { EventStoreDbStore } from '@hoptac/event-store';
import type { Clock, Instant } from '@hoptac/kernel';
import { FileMasterKey, KeyRows, PersonVault, personalDataCatalogue, type KeyLine } from '@hoptac/personal-data';
import { ReadDb } from '@hoptac/read-db';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { LAYOUT_VERSION } from '../../../infra/embedded/layout-version';
import { Notice } from '../../../infra/embedded/notice';
import { freeBase } from '../../../infra/embedded/ports';
import { readSettings } from '../../../infra/embedded/settings';
import { Stack } from '../../../infra/embedded/stack';
import { PLACES, readSoundBackup, type Manifest } from './manifest';
import { eventNodeTool } from './node-tool';

export interface RestoreOrder {
  readonly root: string;
  readonly backup: string;
  /** Data folder to be made; absent or empty. */
  readonly dataDir: string;
  readonly masterKey: string;
  readonly said: (text: string) => void;
}

const CLOCK: Clock = { now: () => new Date().toISOString() as Instant };

/**
 * Makes a data folder from a backup. All of it happens beside, in `<data folder>.restoring`, and gets the folder's name at the end: what stops half-way leaves nothing
 * that looks restored. The keys of persons go into a PostgreSQL that the launcher's own code starts here for a moment; erasures that are facts are enforced again.
 * @throws Notice when the backup is damaged or newer, the folder is in use, or the master key is another one.
 */
export async function restoreBackup({ root, backup, dataDir, masterKey, said }: RestoreOrder): Promise<Manifest> {
  const source = resolve(backup);
  const target = resolve(dataDir);
  refuseUsed(target);
  const manifest = await readSoundBackup(source, LAYOUT_VERSION);
  said(`✓ Bản sao lưu nguyên vẹn / the backup is sound: ${manifest.madeAt}`);
  const beside = `${target}.restoring`;
  rmSync(beside, { recursive: true, force: true });
  try {
    await layFiles(source, beside, masterKey, manifest);
    await eventNodeTool(root, beside, ['restore', join(source, PLACES.events)]);
    said(`✓ Sự kiện / events: ${String(manifest.events.records)}`);
    const keys = await restoreKeys(root, beside, join(source, PLACES.keys));
    said(`✓ Khóa dữ liệu cá nhân / keys of persons: ${String(keys)}`);
  } catch (error) {
    // It holds the master key.
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
  if (existsSync(target)) rmdirSync(target);
  renameSync(beside, target);
  return manifest;
}

function refuseUsed(target: string): void {
  if (!existsSync(target) || readdirSync(target).length === 0) return;
  throw new Notice({
    vi: `Thư mục dữ liệu ${target} không trống; khôi phục không bao giờ ghi đè. Hãy chuyển nó đi, hoặc đặt HOPTAC_DATA_DIR sang thư mục khác.`,
    en: `The data folder ${target} is not empty; restoring never replaces anything. Move it away, or set HOPTAC_DATA_DIR to another folder.`,
  });
}

async function layFiles(source: string, folder: string, masterKey: string, manifest: Manifest): Promise<void> {
  const keyFile = join(folder, 'keys', 'master.key');
  mkdirSync(join(folder, 'keys'), { recursive: true, mode: 0o700 });
  if (!existsSync(masterKey))
    throw new Notice({
      vi: `Không thấy tệp khóa chủ ${masterKey}.`,
      en: `There is no master key file ${masterKey}.`,
    });
  copyFileSync(masterKey, keyFile);
  chmodSync(keyFile, 0o600);
  if ((await new FileMasterKey(keyFile, true).id()) !== manifest.masterKeyId)
    throw new Notice({
      vi: `${masterKey} không phải là khóa chủ của bản sao lưu này; họ tên và số định danh sẽ không đọc được. Không khôi phục gì.`,
      en: `${masterKey} is not the master key of this backup; names and identity numbers could not be read. Nothing was restored.`,
    });
  const places = [
    [PLACES.documents, join('files', 'documents')],
    [PLACES.identity, join('identity', PLACES.identity)],
    [PLACES.taxAuthority, join('tax-authority', PLACES.taxAuthority)],
  ] as const;
  for (const [from, to] of places)
    if (existsSync(join(source, from))) cpSync(join(source, from), join(folder, to), { recursive: true });
  // Or the next start would load the demo province into it.
  writeFileSync(join(folder, 'demo.json'), JSON.stringify({ restored: manifest.madeAt }));
}

/** Starts event node and PostgreSQL on the folder, on free ports, for as long as the keys take. */
async function restoreKeys(root: string, dataDir: string, file: string): Promise<number> {
  // An environment of its own: a stack that runs beside keeps its doors.
  const environment = { HOPTAC_DATA_DIR: dataDir, HOPTAC_PORT_BASE: String(await freeBase()) };
  const settings = readSettings(environment, { root, only: 'postgres,event-node' });
  const stack = await Stack.start(settings, () => undefined);
  const db = new ReadDb({ url: stack.env['HOPTAC_POSTGRES_URL'] ?? '', applicationName: 'hoptac-restore' });
  const events = new EventStoreDbStore({
    url: stack.env['HOPTAC_EVENTSTORE_URL'] ?? '',
    catalogues: [personalDataCatalogue],
  });
  try {
    const master = new FileMasterKey(join(dataDir, 'keys', 'master.key'), true);
    return await new PersonVault(new KeyRows(db), master, events, CLOCK).importKeys(keyLines(file));
  } finally {
    await events.close();
    await db.close();
    await stack.stop();
  }
}

async function* keyLines(file: string): AsyncGenerator<KeyLine> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
    yield JSON.parse(line) as KeyLine;
}
