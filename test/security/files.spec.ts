/** Papers that people bring: what they claim to be, what they carry, and how they are given back (faults.md). */
import { signInAs } from '@hoptac/identity/testing';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { send, type RawAnswer } from '../support/callers';
import { addressOf, theProvince } from '../support/province';

jest.setTimeout(120_000);

const pdf = (body = ''): Buffer =>
  Buffer.from(
    `%PDF-1.7\n%${randomBytes(8).toString('hex')}\n1 0 obj<</Type/Catalog${body}>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
const HTML = '<html><script>alert(document.domain)</script></html>';
const zip = Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(200)]);

interface Stored {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
}

describe('a paper', () => {
  let token: string;
  beforeAll(async () => {
    await theProvince();
    token = await signInAs(addressOf('HOPTAC_OIDC_ISSUER'), 'demo-applicant-1');
  });

  const authorization = (): Record<string, string> => ({ authorization: `Bearer ${token}` });
  /** A form written by hand: a browser's own would clean the name. */
  async function brought(bytes: Buffer, disposition: string, type = 'application/pdf'): Promise<RawAnswer> {
    const boundary = `----${randomBytes(8).toString('hex')}`;
    const answer = await fetch(new URL('/api/documents', addressOf('HOPTAC_API_URL')), {
      method: 'POST',
      headers: { ...authorization(), 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: Buffer.concat([
        Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: ${type}\r\n\r\n`),
        bytes,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]),
    });
    const text = await answer.text();
    const code = (JSON.parse(text) as { code?: string }).code;
    return { status: answer.status, headers: answer.headers, text, ...(code === undefined ? {} : { code }) };
  }
  const named = (name: string): string => `name="file"; filename="${name}"`;
  const filesKept = (): number =>
    readdirSync(join(addressOf('HOPTAC_DATA_DIR'), 'files'), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    ).length;

  it.each<[string, Buffer, string, string]>([
    ['a web page that says it is a PDF', Buffer.from(HTML), 'don.pdf', 'DOCUMENTS.TYPE_NOT_ALLOWED'],
    ['a PDF behind a web page', Buffer.concat([Buffer.from(HTML), pdf()]), 'don.pdf', 'DOCUMENTS.TYPE_NOT_ALLOWED'],
    ['an archive', zip, 'don.pdf', 'DOCUMENTS.TYPE_NOT_ALLOWED'],
    [
      'a drawing with a script',
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${HTML}</svg>`),
      'a.svg',
      'DOCUMENTS.TYPE_NOT_ALLOWED',
    ],
    ['nothing', Buffer.alloc(0), 'don.pdf', 'DOCUMENTS.EMPTY'],
    ['half of it', pdf().subarray(0, 40), 'don.pdf', 'DOCUMENTS.CUT_OFF'],
    ['more than allowed', Buffer.concat([pdf(), Buffer.alloc(16 * 1024 * 1024)]), 'don.pdf', 'DOCUMENTS.TOO_LARGE'],
  ])('%s is refused and leaves nothing', async (_what, bytes, name, code) => {
    const before = filesKept();
    const answer = await brought(bytes, named(name));
    expect([answer.status >= 400 && answer.status < 500, answer.code]).toEqual([true, code]);
    expect(filesKept()).toBe(before);
  });

  it.each<[string, Buffer]>([
    ['with a script in it', pdf('/OpenAction<</S/JavaScript/JS(app.alert(1))>>')],
    ['with a page behind its end', Buffer.concat([pdf(), Buffer.from(`${HTML}\n%%EOF`)])],
    ['with an archive in its tail', Buffer.concat([pdf(), zip, Buffer.from('\n%%EOF')])],
    [
      'that unpacks to a thousand times its size',
      Buffer.concat([pdf(), deflateSync(Buffer.alloc(4_000_000)), Buffer.from('%%EOF')]),
    ],
  ])('%s is kept as it is, never opened by us, and given back so that no browser runs it', async (_what, bytes) => {
    const { status, text } = await brought(bytes, named('don.pdf'));
    expect(status).toBe(201);
    const { sha256 } = JSON.parse(text) as Stored;
    const { headers } = await send('GET', `/api/documents/${sha256}?name=x.html`, { headers: authorization() });
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  it.each([
    ['../../../../etc/cron.d/x.pdf', 'x.pdf'],
    ['..\\\\..\\\\windows\\\\x.pdf', 'x.pdf'],
    ['/dev/null', 'null'],
    ['a%0D%0ASet-Cookie: s=1.pdf', 'a Set-Cookie s=1.pdf'],
    ['=cmd|x!A1.pdf', '=cmdx!A1.pdf'],
    ['\u202Efdp.exe', 'fdp.exe'],
  ])('named %j is called %j', async (name, called) => {
    const { status, text } = await brought(pdf(), named(name));
    expect([status, (JSON.parse(text) as Stored).fileName]).toEqual([201, called]);
  });

  it('asked for under a name with line ends gets a header of one line', async () => {
    const { text } = await brought(pdf(), named('don.pdf'));
    const { sha256 } = JSON.parse(text) as Stored;
    const answer = await send('GET', `/api/documents/${sha256}?name=${encodeURIComponent('a"b;c/..\\d.pdf')}`, {
      headers: authorization(),
    });
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w.]+"; filename\*=UTF-8''[\w.%-]+$/,
    );
  });

  it('of somebody else looks like none', async () => {
    const { text } = await brought(pdf(), named('don.pdf'));
    const { sha256 } = JSON.parse(text) as Stored;
    const other = { authorization: `Bearer ${await signInAs(addressOf('HOPTAC_OIDC_ISSUER'), 'demo-applicant-2')}` };
    const [theirs, none] = [
      await send('GET', `/api/documents/${sha256}`, { headers: other }),
      await send('GET', `/api/documents/${'0'.repeat(64)}`, { headers: other }),
    ];
    const said = ({ status, code }: RawAnswer): unknown => ({ status, code });
    expect(said(theirs)).toEqual(said(none));
    expect(said(none)).toEqual({ status: 404, code: 'DOCUMENTS.NOT_FOUND' });
  });
});
