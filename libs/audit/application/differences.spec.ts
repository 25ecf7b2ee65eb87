import * as fc from 'fast-check';
import { differencesBetween } from './differences';

describe('differences between two states', () => {
  it('names what was added, removed and changed, field by field', () => {
    expect(
      differencesBetween(
        { name: 'Tân Phú', headOffice: { line: 'Ấp 1', phone: '1' } },
        { name: 'Tân Phú', headOffice: { line: 'Ấp 2' }, code: '17' },
      ),
    ).toEqual([
      { path: ['headOffice', 'line'], change: 'changed', before: 'Ấp 1', after: 'Ấp 2' },
      { path: ['headOffice', 'phone'], change: 'removed', before: '1' },
      { path: ['code'], change: 'added', after: '17' },
    ]);
  });

  it('follows items of a list by who they are, not by their place', () => {
    const member = (personId: string, contribution: number) => ({ person: { personId }, contribution });
    expect(
      differencesBetween({ members: [member('a', 1), member('b', 2)] }, { members: [member('b', 3), member('a', 1)] }),
    ).toEqual([{ path: ['members', 'b', 'contribution'], change: 'changed', before: 2, after: 3 }]);
    expect(differencesBetween({ lines: ['x', 'y'] }, { lines: ['y', 'z'] })).toEqual([
      { path: ['lines', 'x'], change: 'removed', before: 'x' },
      { path: ['lines', 'z'], change: 'added', after: 'z' },
    ]);
  });

  it('tells a whole thing that did not exist leaf by leaf', () => {
    expect(differencesBetween(undefined, { a: { b: 1 }, c: [] })).toEqual([
      { path: ['a', 'b'], change: 'added', after: 1 },
    ]);
  });

  it('finds nothing between a state and itself, and the same backwards with the signs turned', () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(differencesBetween(a, a)).toEqual([]);
        const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
        const key = (path: readonly string[], change: string): string => JSON.stringify([path, change]);
        expect(
          differencesBetween(b, a)
            .map(({ path, change }) => key(path, turned[change]))
            .sort(),
        ).toEqual(
          differencesBetween(a, b)
            .map(({ path, change }) => key(path, change))
            .sort(),
        );
      }),
    );
  });
});
