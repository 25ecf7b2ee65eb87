import { EventSchemas, UnknownEventVersion } from './event-schemas';

const up = (type: string, from: number) => ({
  type,
  from,
  upcast: (data: Readonly<Record<string, unknown>>) => ({ ...data, [`from${String(from)}`]: true }),
});

describe('EventSchemas', () => {
  it('chains upcasters from the version written to the newest', () => {
    const schemas = new EventSchemas([{ versions: { A: 3 }, upcasters: [up('A', 2), up('A', 1)] }]);
    expect(schemas.upcast('A', 1, { n: 1 })).toEqual({ n: 1, from1: true, from2: true });
    expect(schemas.upcast('A', 3, { n: 1 })).toEqual({ n: 1 });
  });

  it.each([
    ['a version from the future', 'A', 2],
    ['version nought', 'A', 0],
    ['half a version', 'A', 0.5],
    ['an unknown type', 'B', 1],
  ])('is loud about %s', (_what, type, version) => {
    expect(() => new EventSchemas([{ versions: { A: 1 }, upcasters: [] }]).upcast(type, version, {})).toThrow(
      UnknownEventVersion,
    );
  });

  it.each([
    [
      'a type in two catalogues',
      [
        { versions: { A: 1 }, upcasters: [] },
        { versions: { A: 1 }, upcasters: [] },
      ],
      /two catalogues/,
    ],
    ['a hole in the chain', [{ versions: { A: 3 }, upcasters: [up('A', 1)] }], /no upcaster from version 2/],
    ['two ways up', [{ versions: { A: 2 }, upcasters: [up('A', 1), up('A', 1)] }], /Two upcasters/],
    ['a step beyond the newest', [{ versions: { A: 1 }, upcasters: [up('A', 1)] }], /beyond the newest/],
    ['a version that is none', [{ versions: { A: 0 }, upcasters: [] }], /proper version/],
  ])('refuses %s at start', (_what, catalogues, message) => {
    expect(() => new EventSchemas(catalogues)).toThrow(message);
  });
});
