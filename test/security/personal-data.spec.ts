import { founders } from '@hoptac/demo';
import { isMissingTable, ReadDb } from '@hoptac/read-db';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes, randomInt } from 'node:crypto';
import { FoundingCase, freshName } from '../support/founding-case';
import { addressOf, done, theProvince } from '../support/province';
import { closeRecord } from '../support/record';

jest.setTimeout(120_000);

/** Where a clear text would outlive its erasure: facts, histories of workflows, logs, the tax authority's book, mails. */
const LASTING = ['eventstore', 'temporal', 'logs', 'tax-authority', 'mail'];

/** Files below the folder in which one of the texts stands, as UTF-8, `\u` escapes, base64 of any alignment, or percent codes. */
async function filesWith(folder: string, texts: readonly string[]): Promise<string[]> {
  const needles = texts.flatMap(spellings);
  const longest = Math.max(...needles.map(({ length }) => length));
  const found: string[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (!statSync(path).isFile()) continue;
    let carried = Buffer.alloc(0);
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 22 }) as AsyncIterable<Buffer>) {
      const part = Buffer.concat([carried, chunk]);
      if (needles.some((needle) => part.includes(needle))) {
        found.push(name);
        break;
      }
      carried = part.subarray(Math.max(0, part.length - longest));
    }
  }
  return found;
}

/** Base64 of a text within a longer one: without its first and last letters, which depend on the neighbours. */
function spellings(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const shifted = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '')
      .slice(4, -2),
  );
  const escaped = [...text]
    .map((c) => (c.charCodeAt(0) > 126 ? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}` : c))
    .join('');
  return [text, escaped, encodeURIComponent(text), ...shifted].map((spelling) => Buffer.from(spelling));
}

/** Tables of every schema in whose rows one of the texts stands, as a person reads a row. */
async function tablesWith(db: ReadDb, texts: readonly string[]): Promise<string[]> {
  const tables = await db.pool.query<{ place: string }>(
    `select format('%I.%I', table_schema, table_name) as place from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { place } of tables.rows) {
    const pattern = `(${texts.join('|')})`;
    // A rebuild beside us may drop its old tables while they are listed.
    const hit = await db.pool
      .query(`select 1 from ${place} t where t::text ~ $1 limit 1`, [pattern])
      .catch((error: unknown) => {
        if (isMissingTable(error)) return { rowCount: 0 };
        throw error;
      });
    if (hit.rowCount !== 0) found.push(place);
  }
  return found;
}

describe('natural persons of a dossier', () => {
  const db = new ReadDb({
    url: addressOf('HOPTAC_POSTGRES_URL'),
    applicationName: 'personal-data-spec',
    maxConnections: 1,
  });
  afterAll(async () => {
    await db.close();
    await closeRecord();
  });

  it('stand in clear in no event, history of a workflow, log, mail or row of a table, from filing to certificate', async () => {
    const cast = await theProvince();
    const digits = (count: number): string => Array.from({ length: count }, () => String(randomInt(10))).join('');
    const secrets = { fullName: `Người Kín ${randomBytes(6).toString('hex')}`, identityNumber: `091${digits(9)}` };
    const people = founders().map((founder, place) => (place === 0 ? { ...founder, ...secrets } : founder));
    const ownName = freshName('Kín tiếng');
    const dossier = await FoundingCase.file(cast.applicant, { ownName, founders: people });
    const notice = await (await dossier.checked(), dossier.requestCorrection(cast.officer));
    done(await dossier.answerCorrection(notice.position));
    await dossier.checked(1);
    await dossier.proposesGrant(cast.officer);
    await dossier.until('may be granted', ({ taxCode }) => taxCode !== undefined);
    await dossier.does(cast.head, 'decisions', { decision: 'grant' });
    await dossier.reaches('Registered');

    const data = addressOf('HOPTAC_DATA_DIR');
    // The name of the cooperative is public and stands there: so the search would find a person as well.
    expect(await filesWith(join(data, 'eventstore'), [ownName])).not.toEqual([]);
    for (const folder of LASTING)
      expect([folder, await filesWith(join(data, folder), Object.values(secrets))]).toEqual([folder, []]);
    expect(await tablesWith(db, [ownName])).not.toEqual([]);
    expect(await tablesWith(db, Object.values(secrets))).toEqual([]);
  });
});
