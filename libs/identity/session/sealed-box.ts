import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const NONCE = 12;
const TAG = 16;

/** Seals small JSON values for cookies (AES-256-GCM): the browser can neither read nor change them. The purpose is sealed in, so that a cookie of one kind is no cookie of another. */
export class SealedBox {
  constructor(private readonly key: Buffer) {
    if (key.length !== 32) throw new Error('The session key must have 32 bytes');
  }

  /** Reads the key file, or makes it with mode 0600; of several processes starting at once one makes it and all read the same. */
  static fromFile(path: string): SealedBox {
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(path, randomBytes(32), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    return new SealedBox(readFileSync(path));
  }

  seal(purpose: string, value: unknown): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(purpose));
    const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
  }

  /** The value, or undefined for anything not sealed by us for this purpose. */
  open(purpose: string, sealed: string | undefined): unknown {
    if (sealed === undefined) return undefined;
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length <= NONCE + TAG) return undefined;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE)).setAAD(Buffer.from(purpose));
      decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      const text = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
      return JSON.parse(text) as unknown;
    } catch {
      return undefined;
    }
  }
}
