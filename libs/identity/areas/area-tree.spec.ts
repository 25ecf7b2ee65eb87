import { AreaTree, loadAreas, readAreas } from './area-tree';

const HEAD = 'code,name,kind,parent,valid_from,valid_to,successor,merged_from,evidence\n';
const tree = loadAreas();
const BEFORE = '2025-06-30';
const AFTER = '2025-07-01';

describe('the shipped areas', () => {
  it('hold An Giang after the reform with its 102 units (NQ 1654/NQ-UBTVQH15)', () => {
    const units = tree.areasOn(AFTER).filter((area) => area.kind !== 'province');
    const count = (kind: string): number => units.filter((area) => area.kind === kind).length;
    expect([units.length, count('commune'), count('ward'), count('specialZone')]).toEqual([102, 85, 14, 3]);
    expect(
      units
        .filter((area) => area.kind === 'specialZone')
        .map((area) => area.name)
        .sort(),
    ).toEqual(['Kiên Hải', 'Phú Quốc', 'Thổ Châu']);
    expect(units.every((area) => area.mergedFrom.length > 0)).toBe(true);
  });

  it('hold the districts of Kiên Giang to the day before', () => {
    const districts = tree.areasOn(BEFORE).filter((area) => area.parent === '91');
    expect(districts).toHaveLength(15);
    expect(tree.areasOn(AFTER).some((area) => area.kind === 'district')).toBe(false);
  });

  it('name the province as it was called on the day', () => {
    expect([tree.find('91', BEFORE)?.name, tree.find('91', AFTER)?.name]).toEqual(['Kiên Giang', 'An Giang']);
  });

  it('use a code again for the province only', () => {
    const before = new Set(tree.areasOn(BEFORE).map((area) => area.code));
    expect(
      tree
        .areasOn(AFTER)
        .filter((area) => before.has(area.code))
        .map((area) => area.code),
    ).toEqual(['91']);
  });

  it('mark what nobody has verified', () => {
    expect(tree.areasOn(AFTER).some((area) => area.evidence === 'verified')).toBe(false);
  });

  it('give every old commune a successor that is there', () => {
    for (const area of tree.areasOn(BEFORE))
      expect([area.code, tree.find(tree.successor(area.code, AFTER) ?? '', AFTER)?.code]).toEqual([
        area.code,
        expect.any(String),
      ]);
  });
});

describe('offices', () => {
  it('are of the district before the reform and of the commune after it', () => {
    expect(tree.officeOf('899001', BEFORE)).toBe('office-899');
    expect(tree.officeOf('899001', AFTER)).toBe('office-91001');
    expect(tree.officeOf('899', BEFORE)).toBe('office-899');
    expect(tree.officeOf('91001', AFTER)).toBe('office-91001');
    expect(tree.officeOf('91', AFTER)).toBe('office-91');
  });

  it('are found for a new commune on an old day by what it was made of', () => {
    expect(tree.officeOf('91001', BEFORE)).toBe('office-899');
  });

  it('pass their work on', () => {
    expect(tree.officeOn('office-899', BEFORE)).toBe('office-899');
    expect(tree.officeOn('office-899', AFTER)).toBe('office-91001');
  });

  it('are none for an unknown area', () => {
    expect(tree.officeOf('77', AFTER)).toBeUndefined();
    expect(tree.officeOn('office-x', AFTER)).toBeUndefined();
  });
});

describe('isWithin', () => {
  it('climbs the tree of the day', () => {
    expect(tree.isWithin('899001', '899', BEFORE)).toBe(true);
    expect(tree.isWithin('899001', '91', BEFORE)).toBe(true);
    expect(tree.isWithin('899001', '900', BEFORE)).toBe(false);
    expect(tree.isWithin('91001', '91018', AFTER)).toBe(false);
  });

  it('keeps the old An Giang outside until the merger', () => {
    expect(tree.isWithin('883001', '91', BEFORE)).toBe(false);
    expect(tree.isWithin('883001', '91', AFTER)).toBe(true);
  });
});

describe('a table of areas', () => {
  it.each([
    ['an unknown parent', '1,A,commune,9,,,,,verified\n', 'names 9'],
    [
      'two versions on a day',
      '1,A,province,,,2025-06-30,,,verified\n1,B,province,,2025-06-30,,,,verified\n',
      'two versions',
    ],
    ['a day that does not exist', '1,A,province,,2025-02-29,,,,verified\n', '2025-02-29'],
    ['an unknown kind', '1,A,planet,,,,,,verified\n', 'planet'],
  ])('is refused for %s', (_what, rows, message) => {
    expect(() => new AreaTree(readAreas(HEAD + rows))).toThrow(message);
  });

  it('does not loop on areas that succeed each other in a circle', () => {
    const circle = new AreaTree(
      readAreas(`${HEAD}1,A,province,,,2020-01-01,2,,verified\n2,B,province,,,2020-01-01,1,,verified\n`),
    );
    expect(circle.successor('1', AFTER)).toBeUndefined();
  });
});
