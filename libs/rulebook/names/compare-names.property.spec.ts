import fc from 'fast-check';
import { compareNames, nameComparisonForm } from '../index';
import { NAME_RULES } from '../data/name-rules.data';

/** The same cases on every run; fast-check prints the seed with a failure. */
fc.configureGlobal({ seed: 20_261_122 });

const WORDS = [
  'Phú',
  'Tân',
  'Đồng',
  'Tâm',
  'Mỹ',
  'Lợi',
  'Hòa',
  'Gia',
  'Nghĩa',
  'Quý',
  'Yên',
  'Mới',
  'miền',
  'Tây',
  'số',
  '1',
  'và',
  'A',
  '&',
];
const name = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
/** A name to which an addition can be put without making another addition of it. */
const plainName = fc
  .array(fc.constantFrom('Phú', 'Đồng', 'Tâm', 'Lợi', 'Hòa', 'Gia'), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));
const anyText = fc.string({ unit: 'binary', maxLength: 40 });

describe('comparing names', () => {
  it('is symmetric and never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(name, anyText), fc.oneof(name, anyText), (left, right) => {
        expect(compareNames(left, right)).toEqual(compareNames(right, left));
      }),
      { numRuns: 1000 },
    );
  });

  it('finds every name to be its own duplicate, however it is cased, spaced, composed and typed', () => {
    const writings = [
      (text: string) => text.toUpperCase(),
      (text: string) => ` ${text.replaceAll(' ', '   ')} `,
      (text: string) => text.normalize('NFD'),
      (text: string) => `Hợp tác xã ${text}`,
      (text: string) => `LHHTX ${text}`,
      (text: string) => text.replaceAll('Hòa', 'Hoà').replaceAll('Quý', 'Qúy'),
    ];
    fc.assert(
      fc.property(name, fc.constantFrom(...writings), (text, write) => {
        expect(compareNames(write(text), text).outcome).toBe('duplicate');
        expect(nameComparisonForm(write(text))).toBe(nameComparisonForm(text));
      }),
    );
  });

  it('finds each single addition of the law confusing, and says which', () => {
    const additions = fc.oneof(
      fc
        .constantFrom('1', 'số 7', 'thứ hai', 'III', 'B', 'Z')
        .map((more) => [`X ${more}`, 'numberOrLetterAfter'] as const),
      fc.constantFrom('Tân X', 'Mới X', 'X Mới').map((more) => [more, 'newWord'] as const),
      fc.constantFrom(...NAME_RULES.regions).map((region) => [`X ${region}`, 'region'] as const),
      fc.constantFrom(...NAME_RULES.signs).map((sign) => [`X ${sign}`, 'sign'] as const),
    );
    fc.assert(
      fc.property(plainName, additions, (text, [pattern, rule]) => {
        expect(compareNames(pattern.replace('X', text), text)).toMatchObject({ outcome: 'confusing', rule });
      }),
    );
  });

  it('finds names free that differ by a word of their own', () => {
    fc.assert(
      fc.property(plainName, fc.constantFrom('Thịnh', 'Vượng', 'Xuân'), (text, word) => {
        expect(compareNames(`${text} ${word}`, text)).toEqual({ outcome: 'free' });
      }),
    );
  });
});
