import { cleanText, dong, isInstant, isLocalDate, searchText } from '@hoptac/kernel';
import fc from 'fast-check';
import {
  cooperativeNames,
  dirtyForms,
  dongs,
  edgeDates,
  identityNumbers,
  instants,
  localDates,
  personNames,
} from './generators';

describe('generators', () => {
  it('give what the kernel accepts', () => {
    fc.assert(
      fc.property(
        localDates('2024-01-01', '2026-12-31'),
        edgeDates,
        instants(),
        dongs(),
        (day, edge, instant, amount) => {
          expect(isLocalDate(day) && isLocalDate(edge) && isInstant(instant)).toBe(true);
          expect(day >= '2024-01-01' && day <= '2026-12-31').toBe(true);
          expect(dong(amount)).toBe(amount);
        },
      ),
    );
  });

  it('give clean names, and dirty forms that are the same name', () => {
    fc.assert(
      fc.property(dirtyForms(fc.oneof(personNames, cooperativeNames)), ({ clean, dirty }) => {
        expect(cleanText(clean)).toBe(clean);
        expect(searchText(dirty)).toBe(searchText(clean));
      }),
    );
  });

  it('give the same values for the same seed, and no identity number of a living place', () => {
    const sample = () =>
      fc.sample(fc.tuple(personNames, cooperativeNames, dongs(), identityNumbers), { seed: 2026, numRuns: 20 });
    expect(sample()).toEqual(sample());
    for (const [, , , number] of sample()) expect(number).toMatch(/^000[0-3]\d{8}$/);
  });
});
