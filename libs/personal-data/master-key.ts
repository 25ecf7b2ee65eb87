import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Injection token of the `MasterKey`. */
export const MASTER_KEY = Symbol('MasterKey');

/** Wraps the keys of persons. A file in the embedded stack; in production a key service (KMS, Vault) may stand behind it. */
export interface MasterKey {
  /** Names the key without telling it; stored beside what it wrapped. */
  id(): Promise<string>;
  /** `name` is authenticated: a wrapped key cannot be passed off as that of another name. */
  wrap(name: string, key: Uint8Array): Promise<Uint8Array>;
  /** @throws MasterKeyProblem when this key did not wrap it. */
  unwrap(name: string, wrapped: Uint8Array): Promise<Uint8Array>;
}

/** The master key is absent, readable by others, of the wrong kind, or not the one that wrapped the keys. The message says the way out. */
export class MasterKeyProblem extends Error {
  override readonly name = 'MasterKeyProblem';
}

const HEADER = 'hoptac-master-key:1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A master key in a file that only its owner may read: one line `hoptac-master-key:1:<embedded|production>:<32 bytes, base64url>`.
 * The embedded stack makes its own; elsewhere a key made by it, or none, is refused.
 */
export class FileMasterKey implements MasterKey {
  private key: Promise<KeyObject> | undefined;

  constructor(
    private readonly file: string,
    private readonly embedded: boolean,
  ) {}

  async id(): Promise<string> {
    return createHash('sha256')
      .update('hoptac/master-key-id')
      .update((await this.load()).export())
      .digest('hex')
      .slice(0, 16);
  }

  async wrap(name: string, key: Uint8Array): Promise<Uint8Array> {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', await this.load(), nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(`hoptac/wrapped/${name}`, 'utf8'));
    return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  }

  async unwrap(name: string, wrapped: Uint8Array): Promise<Uint8Array> {
    // What is wrapped already was wrapped by a key that must be there: making another one now would only hide the loss.
    const decipher = createDecipheriv('aes-256-gcm', await this.load(false), wrapped.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(`hoptac/wrapped/${name}`, 'utf8'));
    decipher.setAuthTag(wrapped.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(wrapped.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    } catch (cause) {
      throw new MasterKeyProblem(
        `The keys of persons were wrapped by another master key than ${this.file}; put back the key file that belongs to this data`,
        { cause },
      );
    }
  }

  /** Read once; a failure is not remembered, so that a key put in place later is found. */
  private load(mayCreate = this.embedded): Promise<KeyObject> {
    this.key ??= this.read(mayCreate).catch((error: unknown) => {
      this.key = undefined;
      throw error;
    });
    return this.key;
  }

  private async read(mayCreate: boolean): Promise<KeyObject> {
    const line = (await this.existing()) ?? (mayCreate ? await this.create() : undefined);
    if (line === undefined) {
      throw new MasterKeyProblem(
        `No master key at ${this.file}. It is made by itself only in a new embedded stack: restore it from its backup, or for a new installation ` +
          `write one line "${HEADER}:production:<32 random bytes, base64url>" with mode 0600 (HOPTAC_MASTER_KEY_FILE names another place)`,
      );
    }
    const [, kind, secret] =
      new RegExp(`^${HEADER}:(embedded|production):([A-Za-z0-9_-]{43})$`).exec(line.trim()) ?? [];
    if (kind === undefined || secret === undefined)
      throw new MasterKeyProblem(`${this.file} is not a master key of this program`);
    if (kind === 'embedded' && !this.embedded)
      throw new MasterKeyProblem(`${this.file} was made by the embedded stack; it is refused outside of it`);
    const bytes = Buffer.from(secret, 'base64url');
    const key = createSecretKey(bytes);
    bytes.fill(0);
    return key;
  }

  private async existing(): Promise<string | undefined> {
    try {
      const { mode } = await stat(this.file);
      if (process.platform !== 'win32' && (mode & 0o077) !== 0)
        throw new MasterKeyProblem(`${this.file} is open to others; run: chmod 600 on it`);
      return await readFile(this.file, 'utf8');
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined;
      throw error;
    }
  }

  /** Written whole beside its place, then linked: of several programs starting at once exactly one's key stands, and never half of one. */
  private async create(): Promise<string> {
    await mkdir(dirname(this.file), { recursive: true, mode: 0o700 });
    const draft = `${this.file}.${randomBytes(6).toString('hex')}`;
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(`${HEADER}:embedded:${randomBytes(32).toString('base64url')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    try {
      await link(draft, this.file);
      const folder = await open(dirname(this.file), 'r');
      await folder.sync().finally(() => folder.close());
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    } finally {
      await unlink(draft);
    }
    const line = await this.existing();
    if (line === undefined) throw new MasterKeyProblem(`${this.file} was taken away while it was made`);
    return line;
  }
}

/** By the code alone: an error of Node's file system is not always an `Error` of this realm. */
const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
