import { FileMasterKey, KeyRows } from '@hoptac/personal-data';
import type { AppConfig } from '@hoptac/platform';
import { ReadDb } from '@hoptac/read-db';
import { copyFileSync, cpSync, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { DatabaseSync, backup } from 'node:sqlite';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LAYOUT_VERSION } from '../../../infra/embedded/layout-version';
import { Notice } from '../../../infra/embedded/notice';
import { BACKUP_FORMAT, PLACES, describeFiles, writeManifest, type Manifest } from './manifest';
import { eventNodeTool, type Checked } from './node-tool';

/** More pages than any of these databases has: one step, so one snapshot. */
const ALL_PAGES = 0x7fffffff;

export interface BackupOrder {
  /** Folder of the sources' build, for the event node's tool. */
  readonly root: string;
  readonly config: AppConfig;
  /** New folder for the backup. */
  readonly target: string;
  /** Where a copy of the master key goes; never inside the backup. */
  readonly masterKeyTo?: string;
  readonly said: (text: string) => void;
}

/**
 * Copies everything that cannot be rebuilt while the stack goes on working. Events first: whatever they name (a person's key, a paper, an account) was
 * stored before them, so the later copies hold at least that. The folder gets its name when all is there and hashed.
 */
export async function makeBackup({ root, config, target, masterKeyTo, said }: BackupOrder): Promise<Manifest> {
  const folder = resolve(target);
  refuse(folder, config, masterKeyTo);
  if (masterKeyTo !== undefined) mkdirSync(dirname(resolve(masterKeyTo)), { recursive: true, mode: 0o700 });
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  const checked = (await eventNodeTool(root, config.dataDir, ['backup', join(partial, PLACES.events)])) as Checked;
  said(`✓ Sự kiện / events: ${String(checked.records)}`);
  const keys = await copyKeys(config, join(partial, PLACES.keys));
  said(`✓ Khóa dữ liệu cá nhân (đã bọc) / keys of persons (wrapped): ${String(keys)}`);
  const documents = copyDocuments(config, join(partial, PLACES.documents));
  said(
    documents
      ? '✓ Giấy tờ / documents'
      : '– Giấy tờ nằm ở kho S3, sao lưu tại đó / documents lie in the bucket: back it up there',
  );
  await copyDatabase(join(config.dataDir, 'identity', PLACES.identity), join(partial, PLACES.identity));
  await copyDatabase(join(config.dataDir, 'tax-authority', PLACES.taxAuthority), join(partial, PLACES.taxAuthority));
  const manifest: Manifest = {
    format: BACKUP_FORMAT,
    layoutVersion: LAYOUT_VERSION,
    madeAt: new Date().toISOString(),
    events: { records: checked.records, head: checked.head },
    keys,
    masterKeyId: await new FileMasterKey(config.masterKeyFile, config.embedded).id(),
    documents,
    files: await describeFiles(partial),
  };
  writeManifest(partial, manifest);
  // Before the name: a backup that is there has its key where it was asked for.
  if (masterKeyTo !== undefined) copyFileSync(config.masterKeyFile, resolve(masterKeyTo));
  renameSync(partial, folder);
  return manifest;
}

function refuse(folder: string, config: AppConfig, masterKeyTo: string | undefined): void {
  if (existsSync(folder))
    throw new Notice({
      vi: `${folder} đã có; bản sao lưu không bao giờ ghi đè. Hãy chọn thư mục mới.`,
      en: `${folder} exists already; a backup never replaces anything. Choose a new folder.`,
    });
  if (!existsSync(join(config.dataDir, 'eventstore', 'events.db')))
    throw new Notice({
      vi: `Trong ${config.dataDir} không có kho sự kiện. Kho sự kiện ở nơi khác (EventStoreDB) có công cụ sao lưu của chính nó.`,
      en: `There is no event store in ${config.dataDir}. One that runs elsewhere (EventStoreDB) has a backup of its own.`,
    });
  if (!existsSync(config.masterKeyFile))
    throw new Notice({
      vi: `Không thấy khóa chủ ${config.masterKeyFile}.`,
      en: `The master key ${config.masterKeyFile} is not there.`,
    });
  if (masterKeyTo === undefined) return;
  if (existsSync(masterKeyTo) || resolve(masterKeyTo).startsWith(`${folder}${sep}`))
    throw new Notice({
      vi: `Khóa chủ phải nằm ngoài bản sao lưu và không ghi đè tệp nào: ${masterKeyTo}`,
      en: `The master key belongs outside of the backup and replaces no file: ${masterKeyTo}`,
    });
}

async function copyKeys(config: AppConfig, file: string): Promise<number> {
  const db = new ReadDb({ url: config.postgresUrl, applicationName: 'hoptac-backup' });
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const line of new KeyRows(db).lines()) {
      count += 1;
      yield `${JSON.stringify(line)}\n`;
    }
  }
  try {
    await pipeline(Readable.from(lines()), createWriteStream(file, { mode: 0o600 }));
  } finally {
    await db.close();
  }
  return count;
}

/** Papers are named by their content and never changed: copying them while others arrive is safe. */
function copyDocuments(config: AppConfig, target: string): boolean {
  if (config.filesDriver !== 'fs') return false;
  const source = join(config.dataDir, 'files', 'documents');
  if (existsSync(source)) cpSync(source, target, { recursive: true });
  return true;
}

/** Absent when that part runs elsewhere. */
async function copyDatabase(source: string, target: string): Promise<void> {
  if (!existsSync(source)) return;
  const database = new DatabaseSync(source, { readOnly: true });
  try {
    await backup(database, target, { rate: ALL_PAGES });
  } finally {
    database.close();
  }
}
