import type { PersonVault } from '@hoptac/personal-data';
import { DeclarationSealer, type Declaration } from './declaration';

const vault = {
  seal: (personId: string, record: object) =>
    Promise.resolve({ personId, box: Buffer.from(JSON.stringify(record)).toString('base64url') }),
  fingerprint: (text: string) => `f:${text}`,
} as unknown as PersonVault;
const sealer = new DeclarationSealer(vault);

const person = (number: number, fullName = `Nguyễn Văn ${String(number)}`) => ({
  fullName,
  identityNumber: `0891850043${String(number).padStart(2, '0')}`,
  nationality: 'VN',
});
const declaration = (change: Partial<Declaration> = {}): Declaration => ({
  kind: 'cooperative',
  ownName: 'Nông nghiệp Tân Phú',
  headOffice: { areaCode: '91001', line: 'Ấp Tân Phú 1' },
  businessLines: [{ code: '0111', main: true }],
  charterCapital: 120_000_000,
  members: [1, 2, 3].map((number) => ({
    person: person(number),
    memberKind: 'official',
    contribution: 40_000_000,
    legalRepresentative: number === 1,
  })),
  governance: 'full',
  conference: { heldOn: '2026-11-15', foundersInvited: 3, foundersAttended: 3, votesForCharter: 3 },
  elected: [
    { member: 1, office: 'boardChair', votesFor: 3 },
    { person: person(99, 'Trần Thị  Ngoài'), office: 'director', votesFor: 3 },
    { person: person(3), office: 'supervisor', votesFor: 3 },
  ],
  beneficialOwners: [{ member: 0, ground: 'topManager' }],
  ...change,
});

describe('people whom the application names', () => {
  it('are members by reference, told by place or by number; others are sealed', async () => {
    const { members, elected, beneficialOwners, legalRepresentativeId } = await sealer.seal('d-1', 0, declaration());
    const [chair, director, supervisor] = elected ?? [];
    const ids = members.map((member) => member.person.personId);
    expect(chair).toEqual({ personId: ids[1], office: 'boardChair', votesFor: 3 });
    expect(supervisor).toEqual({ personId: ids[2], office: 'supervisor', votesFor: 3 });
    expect(beneficialOwners).toEqual([{ personId: legalRepresentativeId, ground: 'topManager' }]);
    expect(JSON.parse(Buffer.from(director?.person?.box ?? '', 'base64url').toString())).toMatchObject({
      fullName: 'Trần Thị Ngoài',
    });
    expect(JSON.stringify({ members, elected })).not.toContain('Ngoài');
  });

  it('are the same under a repeated press, and stay the same when the next version refers to them', async () => {
    const first = await sealer.seal('d-1', 0, declaration());
    expect(await sealer.seal('d-1', 0, declaration())).toEqual(first);
    const again = declaration({
      members: first.members.map(({ person: { personId }, memberKind, contribution }) => ({
        personId,
        memberKind,
        contribution,
      })),
      elected: (first.elected ?? []).map(({ personId, office, votesFor }) => ({ personId, office, votesFor })),
    });
    expect((await sealer.seal('d-1', 1, again, first)).elected).toEqual(first.elected);
  });

  it('must have been declared', async () => {
    for (const stranger of [{ personId: 'nobody' }, { member: 3 }]) {
      const named = declaration({ beneficialOwners: [{ ...stranger, ground: 'control' }] });
      await expect(sealer.seal('d-1', 0, named)).rejects.toMatchObject({ code: 'DOSSIERS.MEMBER_UNKNOWN' });
    }
  });
});
