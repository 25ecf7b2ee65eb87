import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { loadConfig } from '@hoptac/platform';
import type { DocumentStore } from './document-store';
import { attachment, cleanFileName } from './file-name';
import { openDocumentStore } from './open-disk';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const LIMIT = { maxBytes: 1_000 };

describe('DocumentStore', () => {
  let folder: string;
  let store: DocumentStore;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hoptac-documents-'));
    store = await openDocumentStore(loadConfig({ HOPTAC_DATA_DIR: folder }));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const put = (bytes: Buffer, pieces = 7): ReturnType<DocumentStore['put']> => {
    const size = Math.max(1, Math.ceil(bytes.length / pieces));
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
    return store.put(Readable.from(chunks), LIMIT);
  };

  it('keeps a file under its hash and gives it back whole', async () => {
    const stored = await put(PDF);
    expect(stored).toEqual({
      sha256: createHash('sha256').update(PDF).digest('hex'),
      size: PDF.length,
      mediaType: 'application/pdf',
    });
    const { stream, ...facts } = await store.get(stored.sha256);
    expect(facts).toEqual(stored);
    expect(await text(stream)).toBe(PDF.toString());
  });

  it('keeps the same file once, however often and however cut it comes', async () => {
    const all = await Promise.all([put(PDF, 1), put(PDF, 3), put(PDF, 40)]);
    expect(new Set(all.map((stored) => stored.sha256)).size).toBe(1);
    const files = readdirSync(join(folder, 'files/documents'), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    );
    expect(files.map((entry) => entry.name).sort()).toEqual(['content', 'facts.json']);
  });

  it('tells the type by the bytes', async () => {
    expect((await put(PNG)).mediaType).toBe('image/png');
  });

  it.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'DOCUMENTS.EMPTY'],
    ['a program', Buffer.from(`MZ${'x'.repeat(80)}`), 'DOCUMENTS.TYPE_NOT_ALLOWED'],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'DOCUMENTS.TYPE_NOT_ALLOWED'],
    ['a zip', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(60)]), 'DOCUMENTS.TYPE_NOT_ALLOWED'],
    [
      'a PDF behind something else',
      Buffer.concat([Buffer.from('<script>alert(1)</script>'), PDF]),
      'DOCUMENTS.TYPE_NOT_ALLOWED',
    ],
    ['a PDF cut off', PDF.subarray(0, 25), 'DOCUMENTS.CUT_OFF'],
    ['a picture cut off', PNG.subarray(0, 50), 'DOCUMENTS.CUT_OFF'],
    ['too much', Buffer.concat([PDF, Buffer.alloc(1_000)]), 'DOCUMENTS.TOO_LARGE'],
  ])('refuses %s and leaves nothing behind', async (_what, bytes, code) => {
    await expect(put(bytes)).rejects.toMatchObject({ code });
    const files = readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files).toEqual([]);
  });

  it('leaves nothing behind when the sender goes away', async () => {
    const broken = Readable.from(
      (function* () {
        yield PDF.subarray(0, 10);
        throw new Error('connection lost');
      })(),
    );
    await expect(store.put(broken, LIMIT)).rejects.toThrow('connection lost');
    expect(readdirSync(join(folder, 'files/incoming'))).toEqual([]);
  });

  it('remembers who brought it, without a name on the disk', async () => {
    const { sha256 } = await store.put(Readable.from([PDF]), { ...LIMIT, broughtBy: 'demo-applicant-1' });
    expect(await store.wasBroughtBy(sha256, 'demo-applicant-1')).toBe(true);
    expect(await store.wasBroughtBy(sha256, 'demo-applicant-2')).toBe(false);
    expect(readdirSync(folder, { recursive: true }).join()).not.toContain('applicant');
  });

  it.each(['', 'x', '../../../etc/passwd', 'A'.repeat(64), '0'.repeat(64)])('has nothing under %p', async (name) => {
    expect(await store.find(name)).toBeUndefined();
    await expect(store.get(name)).rejects.toMatchObject({ code: 'DOCUMENTS.NOT_FOUND', kind: 'not-found' });
  });
});

describe('file names', () => {
  it.each([
    ['đơn đăng ký.pdf', 'đơn đăng ký.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\b.pdf', 'b.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'a Set-Cookie x.pdf'],
    ['a%0Ab%22.pdf', 'a b .pdf'],
    ['\u202Efdp.exe', 'fdp.exe'],
    ['...hidden.pdf', 'hidden.pdf'],
    ['', 'tep.pdf'],
    ['///', 'tep.pdf'],
  ])('clean %p to %p', (name, cleaned) => {
    expect(cleanFileName(name, 'tep.pdf')).toBe(cleaned);
  });

  it('are cut, with their ending kept', () => {
    expect(cleanFileName(`${'ơ'.repeat(500)}.pdf`, 'x')).toMatch(/^ơ{116}\.pdf$/);
  });

  it('go into the header in both spellings', () => {
    expect(attachment('đơn "1".pdf')).toBe(
      `attachment; filename="don _1_.pdf"; filename*=UTF-8''%C4%91%C6%A1n%20%221%22.pdf`,
    );
    expect(attachment('a\r\nb')).not.toMatch(/[\r\n]/);
  });
});
