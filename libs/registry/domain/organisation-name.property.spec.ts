import fc from 'fast-check';
import { comparisonForm, faultOfNameForm, fullName, ownNameOf } from '.';

const syllables = [
  'Tân',
  'Phú',
  'Hòa',
  'Hoà',
  'Mỹ',
  'Giồng',
  'Riềng',
  'Kiên',
  'Đông',
  'Nông',
  'nghiệp',
  'sạch',
  'Quýt',
  'và',
  '1',
  'mới',
];
const names = fc
  .array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '))
  .filter((name) => !/^(và ?)+$/u.test(name));
/** The same name as somebody else would type it. */
const retyped = (name: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    name.toUpperCase(),
    name.toLowerCase(),
    `  ${name.replaceAll(' ', '   ')} `,
    name.normalize('NFD'),
    name.replaceAll('òa', 'oà'),
  );
const RUNS = { seed: 20_261_122, numRuns: 2_000 };

it('a name typed in another way is the same name', () => {
  const pairs = names.chain((name) => fc.tuple(fc.constant(name), retyped(name)));
  fc.assert(
    fc.property(pairs, ([name, other]) => comparisonForm(name) === comparisonForm(other)),
    RUNS,
  );
});

it('the comparison form is its own comparison form', () => {
  fc.assert(
    fc.property(names, (name) => comparisonForm(comparisonForm(name)) === comparisonForm(name)),
    RUNS,
  );
});

it('a full name gives its own name back', () => {
  fc.assert(
    fc.property(
      names,
      fc.constantFrom('cooperative', 'cooperativeUnion', 'cooperativeGroup' as const),
      (name, kind) => ownNameOf(fullName(kind as 'cooperative', name)) === name.normalize('NFC'),
    ),
    RUNS,
  );
});

it.each([
  ['Nông nghiệp Tân Phú', undefined],
  ['Rau & Hoa F.J.Z.W - 24', undefined],
  ['★ Tân Phú', 'letter'],
  ['Тân Phú', 'letter'],
  ['Hợp tác xã Tân Phú', 'typeWords'],
  [' - ', 'empty'],
  ['a'.repeat(201), 'tooLong'],
])('form of %s: %s', (name, fault) => {
  expect(faultOfNameForm(name)).toBe(fault);
});
