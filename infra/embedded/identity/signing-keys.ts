import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JWK, exportJWK, generateKeyPair } from 'jose';

/** Keys of the embedded provider: made on first start, kept in the data folder, never in the repository. */
export interface IdentityKeys {
  /** Newest first; older ones stay published so that tokens under way still verify. */
  readonly keys: readonly JWK[];
  readonly cookieSecrets: readonly string[];
}

const KEPT = 2;

async function newKey(alg: 'RS256' | 'ES256'): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), use: 'sig', alg, kid: randomBytes(9).toString('base64url') };
}

function read(file: string): IdentityKeys | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as IdentityKeys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written beside and moved over, so that a crash leaves the old file or the new one. */
function write(file: string, keys: IdentityKeys): void {
  writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The keys of the data folder; made when missing. With `rotate`, new ones come first and the last generation stays for verification. */
export async function loadKeys(folder: string, options: { readonly rotate?: boolean } = {}): Promise<IdentityKeys> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'keys.json');
  const before = read(file);
  if (before !== undefined && options.rotate !== true) return before;
  const fresh = [await newKey('RS256'), await newKey('ES256')];
  const keys = {
    keys: [...fresh, ...(before?.keys ?? [])].slice(0, KEPT * fresh.length),
    cookieSecrets: [randomBytes(32).toString('base64url'), ...(before?.cookieSecrets ?? [])].slice(0, KEPT),
  };
  write(file, keys);
  return keys;
}
