import { cleanText } from '@hoptac/kernel';
import { createCipheriv, createDecipheriv, createHmac, randomBytes, type KeyObject } from 'node:crypto';

/** Any JSON value. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
/** A plain JSON record: what is sealed. */
export type JsonObject = Readonly<Record<string, JsonValue>>;

/** A record encrypted with its person's own key; structurally the `Sealed` of the registry's events. */
export interface Sealed {
  /** Whose key: an id of ours, never an identity number. */
  readonly personId: string;
  /** Version, nonce, ciphertext and tag, base64url. */
  readonly box: string;
}

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Records are filled up with blanks to a multiple of this, so that a box's length says little of what lies in it. */
const PADDING = 64;

/** A box that its key does not open: damaged, cut off, or moved to another person. */
export class BoxDamaged extends Error {
  override readonly name = 'BoxDamaged';
}

/** AES-256-GCM under the person's key; the person's id is authenticated, so a box cannot be passed off as another person's. */
export function sealBox(key: KeyObject, personId: string, record: JsonObject): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo(personId));
  const text = Buffer.from(JSON.stringify(record), 'utf8');
  const padding = Buffer.alloc((PADDING - (text.length % PADDING)) % PADDING, 0x20);
  return Buffer.concat([
    Buffer.of(VERSION),
    nonce,
    cipher.update(text),
    cipher.update(padding),
    cipher.final(),
    cipher.getAuthTag(),
  ]).toString('base64url');
}

/** @throws BoxDamaged when the box is not what was sealed with this key for this person. */
export function openBox(key: KeyObject, { personId, box }: Sealed): JsonObject {
  const bytes = Buffer.from(box, 'base64url');
  if (bytes[0] !== VERSION || bytes.length < 1 + NONCE_BYTES + TAG_BYTES)
    throw new BoxDamaged('Not a box of a version this program knows');
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(personId));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(1 + NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    return JSON.parse(text.toString('utf8')) as JsonObject;
  } catch (cause) {
    throw new BoxDamaged('The box does not open with this key', { cause });
  }
}

/**
 * Keyed HMAC-SHA-256 of a number or name, base64url; equal for equal texts, unreadable without the key. Written forms of one identity number
 * (`001 085 012345`, `001.085.012345`) and letters in either case are equal.
 */
export function fingerprintOf(key: KeyObject, text: string): string {
  const normal = cleanText(text)
    .replace(/[\s.\-–]/gu, '')
    .toUpperCase();
  return createHmac('sha256', key).update(normal, 'utf8').digest('base64url');
}

const boundTo = (personId: string): Buffer => Buffer.from(`hoptac/sealed/${String(VERSION)}/${personId}`, 'utf8');
