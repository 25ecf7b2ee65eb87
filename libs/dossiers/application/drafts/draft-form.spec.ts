import { typedAmount, typedDay, versionOf } from './draft-form';

it.each([
  ['64.000.000', 64_000_000],
  ['64000000', 64_000_000],
  ['64 triệu', 64_000_000],
  ['1,2 tỷ', 1_200_000_000],
  ['500 nghìn đồng', 500_000],
  ['64.000.000 ₫', 64_000_000],
  ['0', 0],
  ['', undefined],
])('reads the amount %s', (typed, amount) => {
  expect(typedAmount(typed)).toBe(amount);
});

it.each(['nhiều', '-5', '1.5 triệu đô', '64.00.000'])(
  'leaves %s as typed, for the form’s own check to refuse',
  (typed) => {
    expect(typeof typedAmount(typed)).toBe('string');
  },
);

it('reads days as Viet Nam writes them, and leaves what is none', () => {
  expect(['17/5/1980', '17-05-1980', '1980-05-17', '31/2/2026', ' '].map(typedDay)).toEqual([
    '1980-05-17',
    '1980-05-17',
    '1980-05-17',
    '31/2/2026',
    undefined,
  ]);
});

it('names people by their place among those who are sent; empty rows are not', () => {
  const form = {
    members: [
      { key: 'a', fullName: ' ' },
      { key: 'b', fullName: 'Lê Thị C' },
    ],
    representative: 'b',
    elected: [
      { member: 'b', office: 'director', votesFor: '5' },
      { member: '', office: 'controller' },
    ],
    owners: [{ member: 'b', ground: 'topManager' }],
  };
  const { application } = versionOf(form) as { application: Record<string, unknown> };
  expect(application['members']).toMatchObject([{ person: { fullName: 'Lê Thị C' }, legalRepresentative: true }]);
  expect(application['elected']).toEqual([{ member: 0, office: 'director', votesFor: 5 }]);
  expect(application['beneficialOwners']).toEqual([{ member: 0, ground: 'topManager' }]);
});
