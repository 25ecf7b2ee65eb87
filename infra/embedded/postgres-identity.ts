import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';
import { Notice } from './notice';

/** How to run a PostgreSQL program: PostgreSQL refuses to run as root. */
export interface PostgresIdentity {
  /** Words before the program's path. */
  readonly prefix: readonly string[];
  /** Account to run as, when the folder was given to it. */
  readonly uid?: number;
  readonly gid?: number;
}

const NAMESPACE = ['unshare', '-U', '--map-user=1000', '--map-group=1000'];
const ACCOUNTS = ['postgres', 'nobody'];

/**
 * As root: another face of ourselves in a user namespace (files stay root's, any path can be reached); where that is
 * forbidden, an account without rights that can reach programs and data; else a clear message. Others run as they are.
 */
export function postgresIdentity(program: string, dataPath: string): PostgresIdentity {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const [unshare = '', ...rest] = NAMESPACE;
  if (spawnSync(unshare, [...rest, program, '--version'], { stdio: 'ignore' }).status === 0)
    return { prefix: NAMESPACE };

  for (const account of ACCOUNTS) {
    const ids = idsOf(account);
    if (!ids) continue;
    const reaches =
      spawnSync(program, ['--version'], { ...ids, stdio: 'ignore' }).status === 0 &&
      spawnSync('test', ['-x', dataPath], { ...ids, stdio: 'ignore' }).status === 0;
    if (reaches) return { prefix: [], ...ids };
  }
  throw new Notice({
    vi: 'PostgreSQL không chạy dưới quyền root, và máy này không cho tạo user namespace (unshare -U). Hãy chạy bằng một tài khoản thường; hoặc đặt mã nguồn và HOPTAC_DATA_DIR ở nơi tài khoản `postgres`/`nobody` đọc được; hoặc đặt HOPTAC_POSTGRES_URL của một máy chủ sẵn có.',
    en: 'PostgreSQL does not run as root, and this machine forbids user namespaces (unshare -U). Run as an ordinary user; or put the clone and HOPTAC_DATA_DIR where the account `postgres` or `nobody` can read them; or set HOPTAC_POSTGRES_URL of a server you have.',
  });
}

/** Gives a folder (and what is in it, which we made) to the account the server runs as. */
export function handOver(paths: readonly string[], identity: PostgresIdentity): void {
  if (identity.uid === undefined || identity.gid === undefined) return;
  for (const path of paths) chownSync(path, identity.uid, identity.gid);
}

function idsOf(account: string): { uid: number; gid: number } | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${account}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}
