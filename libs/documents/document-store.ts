import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { invalidInput, notFound } from '@hoptac/kernel';
import { StatusRefusal } from '@hoptac/platform';
import type { Disk } from 'flydrive';
import { DOCUMENT_TYPES, type DocumentType, HEAD_BYTES, TAIL_BYTES, isWhole, sniff } from './media-type';

/** A document as it lies in the store; its hash is its name. */
export interface StoredDocument {
  /** Hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: DocumentType;
}

export interface PutOptions {
  readonly maxBytes: number;
  /** Types taken; all of ours unless given. */
  readonly allowed?: readonly DocumentType[];
  /** Account that brings it; that account may read it again. */
  readonly broughtBy?: string;
}

interface Staged extends Omit<StoredDocument, 'mediaType'> {
  readonly head: Buffer;
  readonly tail: Buffer;
}

const SHA256 = /^[0-9a-f]{64}$/;
const FACTS = 'facts.json';

const tooLarge = (): StatusRefusal => new StatusRefusal(413, 'DOCUMENTS.TOO_LARGE', 'File too large');

/**
 * Papers by the hash of their content: the same file twice is one file, and nobody can change what a fact refers to.
 * An upload is staged on the local disk, hashed, sniffed, made durable, and only then moved under its name; a crash leaves no half file under a hash.
 */
export class DocumentStore {
  constructor(
    private readonly disk: Disk,
    /** Local folder for uploads under way. */
    private readonly staging: string,
    /** Folder behind the disk when it is local, to make files durable; absent for S3. */
    private readonly localRoot?: string,
  ) {}

  /**
   * @throws DomainError (400) `DOCUMENTS.EMPTY`, `DOCUMENTS.TYPE_NOT_ALLOWED`, `DOCUMENTS.CUT_OFF`; StatusRefusal 413 `DOCUMENTS.TOO_LARGE`.
   */
  async put(stream: Readable, { maxBytes, allowed = DOCUMENT_TYPES, broughtBy }: PutOptions): Promise<StoredDocument> {
    await mkdir(this.staging, { recursive: true, mode: 0o700 });
    const file = join(this.staging, randomUUID());
    try {
      const { sha256, size, head, tail } = await this.stage(stream, file, maxBytes);
      const mediaType = await this.typeOf(head, tail, allowed);
      await this.keep(file, { sha256, size, mediaType }, broughtBy);
      return { sha256, size, mediaType };
    } finally {
      await unlink(file).catch(() => undefined);
    }
  }

  /** The document and its bytes. @throws DomainError `DOCUMENTS.NOT_FOUND` (404). */
  async get(sha256: string): Promise<StoredDocument & { readonly stream: Readable }> {
    const facts = await this.find(sha256);
    if (facts === undefined) throw notFound('DOCUMENTS.NOT_FOUND', 'No such document');
    return { ...facts, stream: await this.disk.getStream(this.key(sha256, 'content')) };
  }

  /** What is known of a document without opening it; undefined when it is not there. */
  async find(sha256: string): Promise<StoredDocument | undefined> {
    if (!SHA256.test(sha256) || !(await this.disk.exists(this.key(sha256, FACTS)))) return undefined;
    return JSON.parse(await this.disk.get(this.key(sha256, FACTS))) as StoredDocument;
  }

  /** Whether this account brought it, now or earlier. */
  async wasBroughtBy(sha256: string, accountId: string): Promise<boolean> {
    return SHA256.test(sha256) && this.disk.exists(this.bringer(sha256, accountId));
  }

  private async stage(stream: Readable, path: string, maxBytes: number): Promise<Staged> {
    const hash = createHash('sha256');
    const file = await open(path, 'wx', 0o600);
    try {
      let size = 0;
      let head = Buffer.alloc(0);
      let tail = Buffer.alloc(0);
      for await (const piece of stream as AsyncIterable<Buffer>) {
        size += piece.length;
        if (size > maxBytes) throw tooLarge();
        if (head.length < HEAD_BYTES) head = Buffer.concat([head, piece.subarray(0, HEAD_BYTES - head.length)]);
        tail = Buffer.concat([tail, piece.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES);
        hash.update(piece);
        await file.write(piece);
      }
      await file.sync();
      return { sha256: hash.digest('hex'), size, head, tail };
    } finally {
      await file.close();
      // What the sender still has is read away, or the connection would hang on it.
      stream.resume();
    }
  }

  private async typeOf(head: Buffer, tail: Buffer, allowed: readonly DocumentType[]): Promise<DocumentType> {
    if (head.length === 0) throw invalidInput('DOCUMENTS.EMPTY', 'The file is empty');
    const type = await sniff(head);
    if (type === undefined || !allowed.includes(type))
      throw invalidInput('DOCUMENTS.TYPE_NOT_ALLOWED', 'Not a type we take', { allowed });
    if (!isWhole(type, tail)) throw invalidInput('DOCUMENTS.CUT_OFF', 'The file has no end');
    return type;
  }

  private async keep(file: string, document: StoredDocument, broughtBy: string | undefined): Promise<void> {
    const { sha256 } = document;
    if ((await this.find(sha256)) === undefined) {
      const content = this.key(sha256, 'content');
      const part = `${content}.${randomUUID()}`;
      await this.disk.copyFromFs(file, part, { contentType: document.mediaType });
      await this.durable(part);
      await this.disk.move(part, content);
      const facts = `${this.key(sha256, FACTS)}.${randomUUID()}`;
      await this.disk.put(facts, JSON.stringify(document));
      await this.durable(facts);
      await this.disk.move(facts, this.key(sha256, FACTS));
    }
    if (broughtBy !== undefined) await this.disk.put(this.bringer(sha256, broughtBy), '');
  }

  private async durable(key: string): Promise<void> {
    if (this.localRoot === undefined) return;
    let file: FileHandle | undefined;
    try {
      file = await open(join(this.localRoot, key), 'r+');
      await file.sync();
    } finally {
      await file?.close();
    }
  }

  private key(sha256: string, part: string): string {
    return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}/${part}`;
  }

  /** The account's id is hashed: a listing of files tells nobody who filed what. */
  private bringer(sha256: string, accountId: string): string {
    return this.key(sha256, `by-${createHash('sha256').update(accountId).digest('hex').slice(0, 32)}`);
  }
}
