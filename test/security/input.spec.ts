import { uploadFoundingDocuments } from '@hoptac/demo';
import { nameId } from '@hoptac/platform';
import { signInAs } from '@hoptac/identity/testing';
import { randomUUID } from 'node:crypto';
import { send, type RawAnswer } from '../support/callers';
import { FIELDS, longText, mutated, wholeFiling, type Body, type Field } from '../support/filing-fields';
import { addressOf, theProvince } from '../support/province';
import { closeRecord, factsOf } from '../support/record';

jest.setTimeout(240_000);

interface Tried extends RawAnswer {
  readonly dossierId: string;
}

const ABSENT = Symbol('absent');
/** What no field of the kind may be. */
const WRONG: Readonly<Record<Field['kind'], readonly unknown[]>> = {
  text: ['', 42, true, [], {}, longText, 'a\u0000b', 'a\u0007b', 'a\ud800b'],
  freeText: [42, true, [], {}, longText, 'a\u0000b', 'a\u001bb', 'a\udc00b'],
  code: ['', 42, [], {}, longText, 'a\u0000b', '<script>', '../../etc/passwd', '%00', 'ấ'],
  amount: ['', '5', true, [], {}, -1, 1.5, 2 ** 53, 1e300],
  flag: ['', 'true', 1, [], {}],
  day: ['', 20260101, [], {}, longText, '2026-02-30', '2026-13-01', '30/02/2026', '2026-2-3', '2026-02-29T00:00:00Z'],
  group: ['', 'text', 42, true, []],
  list: ['', 'text', 42, true, {}, [null], ['text'], [[]]],
};

describe('filing a dossier: what is wrong is refused by name, and nothing is recorded', () => {
  let token: string;
  let whole: Body;

  beforeAll(async () => {
    const cast = await theProvince();
    token = await signInAs(addressOf('HOPTAC_OIDC_ISSUER'), cast.applicant.accountId);
    whole = wholeFiling(await uploadFoundingDocuments(cast.applicant), cast.applicant.accountId);
  });
  afterAll(closeRecord);

  /** Posts a raw body; the dossier's id follows from account, address and key, so that its stream can be looked for. */
  async function tried(body: string, headers: Readonly<Record<string, string>> = {}): Promise<Tried> {
    const key = randomUUID();
    const all = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
      ...headers,
    };
    const answer = await send('POST', '/api/dossiers', { headers: all, body });
    const commandId = nameId('demo-applicant-1', `POST /api/dossiers ${all['idempotency-key']}`);
    return { ...answer, dossierId: nameId('dossier', commandId) };
  }
  const recorded = async ({ dossierId }: Tried): Promise<boolean> => (await factsOf(`dossier-${dossierId}`)).length > 0;

  it('takes the whole form, under the id looked for below', async () => {
    const answer = await tried(JSON.stringify(whole));
    expect([answer.status, JSON.parse(answer.text)]).toEqual([201, expect.objectContaining({ id: answer.dossierId })]);
    expect(await recorded(answer)).toBe(true);
  });

  it('takes null for what may be left out as left out', async () => {
    const body = FIELDS.filter(({ optional }) => optional).reduce((form, { path }) => mutated(form, path, null), whole);
    const answer = await tried(JSON.stringify(body));
    expect(answer).toMatchObject({ status: 201 });
    const [filed] = await factsOf(`dossier-${answer.dossierId}`);
    expect(JSON.stringify(filed?.data)).not.toContain('null');
  });

  it.each(FIELDS.map((field) => [field.path.join('.'), field] as const))(
    '%s',
    async (_name, { path, kind, optional }) => {
      const wrong: string[] = [];
      const values = optional ? WRONG[kind] : [ABSENT, null, ...WRONG[kind]];
      for (const value of values) {
        const answer = await tried(JSON.stringify(mutated(whole, path, value === ABSENT ? undefined : value)));
        const { errors = [], details } = answer.status >= 400 ? (JSON.parse(answer.text) as Problem) : {};
        const pointer = `/${path.join('/')}`;
        const named = errors.some((error) => error.pointer.startsWith(pointer)) || details?.['pointer'] === pointer;
        const refused = (answer.status === 400 || answer.status === 422) && /^[A-Z]+\.[A-Z_]+$/.test(answer.code ?? '');
        if (!refused || !named || (await recorded(answer)))
          wrong.push(
            `${value === ABSENT ? 'absent' : JSON.stringify(value).slice(0, 40)}: ${String(answer.status)} ${answer.text.slice(0, 300)}`,
          );
      }
      expect(wrong).toEqual([]);
    },
  );

  it.each([
    [
      'lists longer than any form',
      (body: Body) => mutated(body, ['documents'], Array(51).fill(at(body, ['documents', '0']))),
    ],
    [
      'more lines of business than allowed',
      (body: Body) => mutated(body, ['application', 'businessLines'], Array(201).fill({ code: '0161', main: false })),
    ],
    ['nobody at all', (body: Body) => mutated(body, ['application', 'members'], [])],
    ['a field the form does not have', (body: Body) => mutated(body, ['application', 'status'], 'Granted')],
    ['a field of another level', (body: Body) => mutated(body, ['decidingOfficeId'], 'office-91018')],
    ['a paper nobody brought', (body: Body) => mutated(body, ['documents', '0', 'sha256'], 'a'.repeat(64))],
    ['a commune that is none', (body: Body) => mutated(body, ['application', 'headOffice', 'areaCode'], '00000')],
    [
      'a person of no former version',
      (body: Body) =>
        mutated(
          mutated(body, ['application', 'members', '0', 'person'], undefined),
          ['application', 'members', '0', 'personId'],
          'nobody',
        ),
    ],
  ])('refuses %s', async (_name, change) => {
    const answer = await tried(JSON.stringify(change(whole)));
    expect([400, 422]).toContain(answer.status);
    expect(answer.code).toMatch(/^[A-Z]+\.[A-Z_]+$/);
    expect(await recorded(answer)).toBe(false);
  });

  it.each([
    [
      'a key twice',
      () => JSON.stringify(whole).replace('"channel"', '"channel":"post","channel"'),
      {},
      400,
      'PLATFORM.JSON_DUPLICATE_KEY',
    ],
    ['too much depth', () => '{"application":'.repeat(60) + '1' + '}'.repeat(60), {}, 400, 'PLATFORM.JSON_TOO_DEEP'],
    [
      'more than a megabyte',
      () => JSON.stringify({ ...whole, x: 'x'.repeat(1_100_000) }),
      {},
      413,
      'PLATFORM.BODY_TOO_LARGE',
    ],
    ['half a document', () => JSON.stringify(whole).slice(0, -5), {}, 400, 'PLATFORM.JSON_MALFORMED'],
    [
      'a prototype',
      () => JSON.stringify(whole).replace('"channel"', '"__proto__":{},"channel"'),
      {},
      400,
      'PLATFORM.JSON_MALFORMED',
    ],
    ['a list for a form', () => JSON.stringify([whole]), {}, 400, 'PLATFORM.INPUT_INVALID'],
    ['no body', () => '', {}, 400, 'PLATFORM.INPUT_INVALID'],
    [
      'another media type',
      () => JSON.stringify(whole),
      { 'content-type': 'text/plain' },
      415,
      'PLATFORM.MEDIA_TYPE_UNSUPPORTED',
    ],
    [
      'a key too short to be one',
      () => JSON.stringify(whole),
      { 'idempotency-key': 'again' },
      400,
      'PLATFORM.IDEMPOTENCY_KEY_MISSING',
    ],
    [
      'a revision that is no number',
      () => JSON.stringify(whole),
      { 'if-match': '"latest"' },
      400,
      'PLATFORM.IF_MATCH_INVALID',
    ],
  ])('refuses %s', async (_name, body, headers, status, code) => {
    const answer = await tried(body(), headers);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(await recorded(answer)).toBe(false);
  });

  it('a zero below zero is a zero', async () => {
    const answer = await tried(JSON.stringify(whole).replace(/"charterCapital":\d+/, '"charterCapital":-0'));
    if (answer.status !== 400) {
      const [filed] = await factsOf(`dossier-${answer.dossierId}`);
      expect(Object.is((filed?.data['application'] as { charterCapital: number }).charterCapital, 0)).toBe(true);
    }
  });

  it.each([
    '/api/dossiers/a%00b',
    '/api/dossiers?q=%00',
    '/api/case-lookups/%1f',
    '/api/certificates/%00',
    '/api/organisations?q=a%7fb',
  ])('refuses control characters in an address: %s', async (path) => {
    const answer = await send('GET', path, { headers: { authorization: `Bearer ${token}` } });
    expect([answer.status, answer.code]).toEqual([400, 'PLATFORM.TEXT_NOT_ALLOWED']);
  });
});

interface Problem {
  readonly errors?: readonly { readonly pointer: string }[];
  readonly details?: Readonly<Record<string, unknown>>;
}

const at = (body: Body, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], body);
