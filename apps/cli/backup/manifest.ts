import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Notice } from '../../../infra/embedded/notice';

/** Raised when a backup is laid out so that an older program would misread it. */
export const BACKUP_FORMAT = 1;
const MANIFEST = 'manifest.json';

/** Names inside a backup. */
export const PLACES = {
  events: 'events.db',
  keys: 'person-keys.jsonl',
  documents: 'documents',
  identity: 'identity.sqlite',
  taxAuthority: 'tax-authority.sqlite',
} as const;

export interface BackedUpFile {
  /** Path inside the backup, with `/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
}

/** What a backup says of itself. */
export interface Manifest {
  readonly format: number;
  /** Layout of the data folder that it came from (infra/embedded/layout-version.ts). */
  readonly layoutVersion: number;
  /** Instant, UTC. */
  readonly madeAt: string;
  /** Events copied, and the position of the last. */
  readonly events: { readonly records: number; readonly head: number };
  /** Lines of keys, destroyed ones included. */
  readonly keys: number;
  /** Name of the master key that wrapped the keys; never the key. */
  readonly masterKeyId: string;
  /** False when the documents lie in a bucket, which is backed up there. */
  readonly documents: boolean;
  readonly files: readonly BackedUpFile[];
}

/** Every file under the folder with size and hash, the manifest itself left out. */
export async function describeFiles(folder: string): Promise<BackedUpFile[]> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => path !== MANIFEST)
    .sort();
  const files: BackedUpFile[] = [];
  for (const path of paths) {
    const file = join(folder, path);
    files.push({ path: path.split(sep).join('/'), size: statSync(file).size, sha256: await hashOf(file) });
  }
  return files;
}

export function writeManifest(folder: string, manifest: Manifest): void {
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
}

/**
 * Reads the manifest and holds every file against it.
 * @throws Notice when this is no backup, a newer one, or a damaged one: which file, and how.
 */
export async function readSoundBackup(folder: string, layoutVersion: number): Promise<Manifest> {
  if (!existsSync(join(folder, MANIFEST)))
    throw new Notice({
      vi: `${folder} không phải là một bản sao lưu hoàn chỉnh (thiếu ${MANIFEST}).`,
      en: `${folder} is not a complete backup (${MANIFEST} is missing).`,
    });
  const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;
  if (manifest.format > BACKUP_FORMAT || manifest.layoutVersion > layoutVersion)
    throw new Notice({
      vi: `Bản sao lưu do một bản mới hơn tạo (bố cục ${String(manifest.layoutVersion)}, bản này hiểu đến ${String(layoutVersion)}). Hãy cập nhật mã nguồn rồi khôi phục.`,
      en: `The backup was made by a newer version (layout ${String(manifest.layoutVersion)}, this one understands up to ${String(layoutVersion)}). Update the source, then restore.`,
    });
  const found = new Map((await describeFiles(folder)).map((file) => [file.path, file]));
  for (const { path, size, sha256 } of manifest.files) {
    const file = found.get(path);
    if (file?.sha256 === sha256) continue;
    const how =
      file === undefined ? 'missing' : `${String(file.size)} bytes instead of ${String(size)}, or other content`;
    throw new Notice({
      vi: `Bản sao lưu bị hỏng ở tệp ${path}; không khôi phục gì. Hãy dùng bản sao khác.`,
      en: `The backup is damaged at ${path} (${how}); nothing was restored. Use another copy.`,
    });
  }
  return manifest;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
