import { foundingApplication, founders, uploadFoundingDocuments } from '@hoptac/demo';
import { FoundingCase, freshName } from '../support/founding-case';
import { factsOf, closeRecord } from '../support/record';
import { theProvince, type Cast } from '../support/province';

jest.setTimeout(240_000);

describe('Đăng ký thành lập liên hiệp hợp tác xã — P01 (L23 Art. 4.8, 30.3, 41–46, 56, 74)', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await theProvince();
  });
  afterAll(closeRecord);

  /** A union of so many cooperatives, each with a code, or without. */
  async function union(ownName: string, cooperatives: number, change: object = {}, code: string | null = '17002') {
    const people = founders(30_000_000, ownName).slice(0, cooperatives);
    const application = foundingApplication({ ownName, founders: people });
    const members = (application['members'] as object[]).map((member, place) => ({
      ...member,
      ...(code === null ? {} : { organisationCode: `${code}${String(10_000 + place)}` }),
    }));
    const answer = await cast.applicant.post('/api/dossiers', {
      channel: 'online',
      application: { ...application, kind: 'cooperativeUnion', members, ...change },
      documents: await uploadFoundingDocuments(cast.applicant),
    });
    return FoundingCase.ofFiling(cast.applicant, answer, ownName);
  }
  const outcomes = async (dossier: FoundingCase): Promise<Record<string, string>> =>
    Object.fromEntries(((await dossier.checked()).checks ?? []).map(({ check, outcome }) => [check, outcome]));

  it('goes from three cooperatives to the certificate of a union', async () => {
    const ownName = freshName('Liên hiệp');
    const dossier = await union(ownName, 3);
    expect(await outcomes(dossier)).toMatchObject({
      minimumMembers: 'passed',
      unionOfCooperatives: 'passed',
      memberShare: 'passed',
      officersCompatible: 'passed',
      representativeFree: 'passed',
    });
    const { certificate } = await dossier.goesToCertificate(cast.officer, cast.head);
    const [registered] = await factsOf(`organisation-${certificate?.organisationId ?? ''}`);
    expect(registered?.data['content']).toMatchObject({
      kind: 'cooperativeUnion',
      name: `Liên hiệp hợp tác xã ${ownName}`,
      officialMembers: 3,
    });
  });

  it('needs three members that are cooperatives, none with more than forty per cent', async () => {
    expect(await outcomes(await union(freshName('Hai thành viên'), 2))).toMatchObject({
      minimumMembers: 'failed',
      memberShare: 'failed',
    });
    expect(await outcomes(await union(freshName('Không mã số'), 3, {}, null))).toMatchObject({
      unionOfCooperatives: 'failed',
    });
  });

  it('may be governed simply below ten members, by machine and not by eye', async () => {
    const simplified = {
      governance: 'simplified',
      elected: [
        { member: 0, office: 'director', votesFor: 3 },
        { member: 1, office: 'controller', votesFor: 3 },
      ],
    };
    expect(await outcomes(await union(freshName('Rút gọn'), 3, simplified))).toMatchObject({
      governance: 'passed',
      electedOffices: 'passed',
    });
  });
});
