import { advanceTo, provinceNow } from '../support/clock';
import { FoundingCase, freshName } from '../support/founding-case';
import { papersOf, download, readPaper } from '../support/papers';
import { addressOf, done, theProvince, type Cast } from '../support/province';
import { closeRecord } from '../support/record';

jest.setTimeout(240_000);

interface Refused {
  readonly remedies?: readonly { readonly remedy: string; readonly article: string; readonly evidence: string }[];
}

let cast: Cast;
beforeAll(async () => {
  cast = await theProvince();
});
afterAll(closeRecord);

/** Names on the page of notices, as anybody reads it. */
async function noticed(ownName: string): Promise<boolean> {
  for (let next: string | undefined = '/cong-bo'; next !== undefined;) {
    const page: string = await (await fetch(new URL(next, addressOf('HOPTAC_API_URL')))).text();
    if (page.includes(ownName)) return true;
    next = /href="(\/cong-bo\?tiep=[^"]+)"/.exec(page)?.[1];
  }
  return false;
}

describe('Công bố nội dung đăng ký — Điều 49 Luật Hợp tác xã 2023: a fact of its own after the certificate', () => {
  it('follows by itself in time, is read by anybody for thirty days, and no longer', async () => {
    const ownName = freshName('Công bố');
    const dossier = await FoundingCase.file(cast.applicant, { ownName });
    const { certificate } = await dossier.goesToCertificate(cast.officer, cast.head);
    const { data } = await dossier.published();
    expect(data).toMatchObject({ late: false, article: 'L23 Art. 49.3' });
    const { publishedUntil, dueOn } = data as { publishedUntil: string; dueOn: string };
    expect(await noticed(ownName)).toBe(true);
    const page = done(
      await cast.officer.get<{ publication: object }>(`/api/organisations/${certificate?.organisationId ?? ''}`),
    );
    expect(page.publication).toMatchObject({ dueOn, to: publishedUntil, late: false });

    await advanceTo(cast.administrator, `${publishedUntil}T23:00:00.000+07:00`, 0);
    expect(await noticed(ownName)).toBe(true);
    await advanceTo(cast.administrator, `${publishedUntil}T23:59:00.000+07:00`, 2);
    expect(await provinceNow(cast.administrator)).toBeGreaterThan(Date.parse(`${publishedUntil}T17:00:00.000Z`));
    expect(await noticed(ownName)).toBe(false);
  });
});

describe('Từ chối cấp đăng ký — Điều 32 Nghị định 295/2026/NĐ-CP: each ground, and what may be done against it', () => {
  const GROUNDS = {
    violationNotice: 'D295 Art. 32.1.a',
    dissolving: 'D295 Art. 32.1.b',
    notAtAddress: 'D295 Art. 32.1.c',
    authorityBlock: 'D295 Art. 32.3',
    conditionsNotMet: 'L23 Art. 44.1',
  } as const;

  it.each(Object.entries(GROUNDS))('%s is refused under its article, with remedies', async (ground, article) => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Từ chối') });
    await dossier.checked();
    const refused = { decision: 'refuse', ground, reason: 'Nêu trong văn bản kèm theo' };
    await dossier.does(cast.officer, 'examinations', refused);
    await dossier.does(cast.head, 'decisions', refused);
    const page = await dossier.reaches('Refused');
    expect(page.refusal).toMatchObject({ ground, article });
    const { remedies = [] } = page as Refused;
    const names = remedies.map(({ remedy }) => remedy).filter((remedy) => remedy !== 'lift');
    expect(names).toEqual(['newFiling', 'complaint', 'lawsuit']);
    for (const { article: says, evidence } of remedies) {
      expect(says).toMatch(/ Art\. \d/);
      expect(['verified', 'secondary', 'to_confirm']).toContain(evidence);
    }
  });

  it('is printed with what may be done, within which time, by which article', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Từ chối in') });
    await dossier.checked();
    const refused = { decision: 'refuse', ground: 'authorityBlock', reason: 'Tòa án yêu cầu dừng' };
    await dossier.does(cast.officer, 'examinations', refused);
    await dossier.does(cast.head, 'decisions', refused);
    const { papers } = await papersOf(cast.applicant, dossier.id, (seen) =>
      seen.papers.some(({ kind }) => kind === 'refusal'),
    );
    const { id } = papers.find(({ kind }) => kind === 'refusal') ?? { id: '' };
    const { file } = await download(cast.applicant.accountId, dossier.id, id);
    const text = (await readPaper(file)).text.replace(/\s+/g, ' ');
    for (const line of ['Cơ quan đó đồng ý bằng văn bản', 'trong 90 ngày kể từ ngày nhận được', 'Luật Khiếu nại 2011'])
      expect(text).toContain(line);
  });
});
