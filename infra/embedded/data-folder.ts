import { mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { compareLayout, LAYOUT_VERSION } from './layout-version';
import { Notice } from './notice';
import { type ProcessMark } from './processes';

const FOLDERS = ['eventstore', 'temporal', 'files', 'mail', 'identity', 'tax-authority', 'logs'];
const SECRET_FOLDERS = ['keys'];
/** Less than this, and the databases would stop half-way through their first start. */
const LEAST_FREE_BYTES = 300 * 1024 * 1024;

const SQLITE_BUSY = 5;
const NOT_WRITABLE = ['EACCES', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EPERM', 'EROFS'];

/** What the running launcher leaves for others to read: who it is, its parts, how to talk to it. */
export interface Instance {
  readonly launcher: ProcessMark | null;
  readonly parts: Readonly<Record<string, ProcessMark>>;
  /** Address and token of the control door (see control.ts). */
  readonly control?: { readonly url: string; readonly token: string };
  /** The `HOPTAC_…` addresses of all parts, for `npm run hoptac`; with the database's password. */
  readonly addresses?: Readonly<Record<string, string>>;
}

/**
 * The folder that holds everything, ours alone while open. The lock is a lock of the operating system on
 * `lock.sqlite`, so that it ends with its holder, however that ended: nothing stale can be left behind.
 */
export class DataFolder {
  private constructor(
    readonly path: string,
    private readonly lock: DatabaseSync,
  ) {}

  static open(path: string): DataFolder {
    try {
      mkdirSync(path, { recursive: true });
      refuseWhenFull(path);
      const lock = takeLock(path);
      try {
        layOut(path);
        return new DataFolder(path, lock);
      } catch (error) {
        lock.close();
        throw error;
      }
    } catch (error) {
      throw asNotice(error, path);
    }
  }

  file(...names: string[]): string {
    return join(this.path, ...names);
  }

  /** The last instance's record; its processes may be dead or alive. */
  lastInstance(): Instance {
    return readInstance(this.path) ?? { launcher: null, parts: {} };
  }

  record(instance: Instance): void {
    writeWhole(this.file('instance.json'), JSON.stringify(instance, null, 2));
  }

  forgetInstance(): void {
    rmSync(this.file('instance.json'), { force: true });
  }

  /** Unknown (the folder is gone, for instance) counts as enough: other messages will say what is wrong. */
  freeBytes(): number {
    try {
      return freeBytesOf(this.path);
    } catch {
      return Number.MAX_SAFE_INTEGER;
    }
  }

  close(): void {
    this.lock.close();
  }
}

function readInstance(path: string): Instance | null {
  try {
    return JSON.parse(readFileSync(join(path, 'instance.json'), 'utf8')) as Instance;
  } catch {
    return null;
  }
}

function freeBytesOf(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

function refuseWhenFull(path: string): void {
  const free = freeBytesOf(path);
  if (free < LEAST_FREE_BYTES) throw diskFull(path, free);
}

/** `cause`: what failed for want of space, shown below. */
export function diskFull(path: string, free: number, cause?: unknown): Notice {
  const [has, needs] = [free, LEAST_FREE_BYTES].map((bytes) => String(Math.floor(bytes / 1024 / 1024)));
  return new Notice({
    vi: `Đĩa chứa ${path} gần đầy: còn ${has ?? ''} MB, cần ít nhất ${needs ?? ''} MB. Hãy giải phóng chỗ trống, hoặc đặt HOPTAC_DATA_DIR sang đĩa khác.`,
    en: `The disk that holds ${path} is almost full: ${has ?? ''} MB left, at least ${needs ?? ''} MB needed. Free some space, or set HOPTAC_DATA_DIR to another disk.`,
    ...(cause instanceof Error ? { detail: cause.message } : {}),
  });
}

function takeLock(path: string): DatabaseSync {
  const lock = new DatabaseSync(join(path, 'lock.sqlite'));
  try {
    lock.exec(
      'PRAGMA busy_timeout = 500; PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;',
    );
    return lock;
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    const holder = readInstance(path)?.launcher?.pid;
    throw new Notice({
      vi: `Thư mục dữ liệu ${path} đang được một phiên Hợp Tác khác dùng${holder === undefined ? '' : ` (tiến trình ${String(holder)})`}. Hãy dừng phiên đó (Ctrl-C), hoặc đặt HOPTAC_DATA_DIR và HOPTAC_PORT_BASE khác để chạy song song.`,
      en: `The data folder ${path} is in use by another running Hợp Tác${holder === undefined ? '' : ` (process ${String(holder)})`}. Stop that one (Ctrl-C), or set another HOPTAC_DATA_DIR and HOPTAC_PORT_BASE to run beside it.`,
    });
  }
}

/** Checks the layout's version and makes the folders. */
function layOut(path: string): void {
  const found = readVersion(path);
  if (found !== null && compareLayout(found) === 'newer') {
    throw new Notice({
      vi: `Dữ liệu trong ${path} do một bản mới hơn ghi (bố cục ${String(found)}, bản này hiểu đến ${String(LAYOUT_VERSION)}). Hãy cập nhật mã nguồn, hoặc đặt HOPTAC_DATA_DIR sang thư mục khác. Không có gì bị thay đổi.`,
      en: `The data in ${path} was written by a newer version (layout ${String(found)}, this one understands up to ${String(LAYOUT_VERSION)}). Update the source, or set HOPTAC_DATA_DIR to another folder. Nothing was changed.`,
    });
  }
  for (const name of FOLDERS) mkdirSync(join(path, name), { recursive: true });
  for (const name of SECRET_FOLDERS) mkdirSync(join(path, name), { recursive: true, mode: 0o700 });
  if (found === null) writeWhole(join(path, 'version.json'), JSON.stringify({ layoutVersion: LAYOUT_VERSION }));
}

function readVersion(path: string): number | null {
  let text: string;
  try {
    text = readFileSync(join(path, 'version.json'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const { layoutVersion } = JSON.parse(text) as { layoutVersion?: unknown };
  if (typeof layoutVersion !== 'number') throw new Error(`${join(path, 'version.json')} holds no layoutVersion`);
  return layoutVersion;
}

function asNotice(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC') return diskFull(path, 0);
  if (code !== undefined && NOT_WRITABLE.includes(code)) {
    return new Notice({
      vi: `Không ghi được vào thư mục dữ liệu ${path} (${code}). Hãy sửa quyền hoặc đặt HOPTAC_DATA_DIR sang thư mục khác.`,
      en: `The data folder ${path} cannot be written (${code}). Mend its permissions or set HOPTAC_DATA_DIR to another folder.`,
    });
  }
  return error;
}

/** Private to this account: the record holds the control door's token. */
function writeWhole(file: string, content: string): void {
  writeFileSync(`${file}.new`, content, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}
