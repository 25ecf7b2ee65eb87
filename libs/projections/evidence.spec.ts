import { StreamEvidence, lastRevisions } from './evidence';
import { Progress } from './progress';
import { schemaOf } from './bookkeeping';
import { comparePositions } from './positions';
import { ListStore } from './testing/list-store';

const fact = { type: 'NoteTaken', data: {} };
const at = (place: number) => ({ commit: BigInt(place), prepare: BigInt(place) });

describe('StreamEvidence', () => {
  it('takes streams whose revisions follow each other, from 0 or from where they were', async () => {
    const store = new ListStore();
    const [a0, a1, b0] = [...store.add('s-a', fact, fact), ...store.add('s-b', fact)] as const;
    const lookup = jest.fn<Promise<Map<string, number>>, [readonly string[]]>(() =>
      Promise.resolve(new Map([['s-a', 0]])),
    );
    const evidence = new StreamEvidence(a0?.position, lookup);
    const later = [a1, b0].flatMap((event) => event ?? []);
    await evidence.prepare(later);
    expect(lookup).toHaveBeenCalledWith(['s-a']);
    expect(later.map((event) => evidence.refuse(event))).toEqual([undefined, undefined]);
    expect(lastRevisions(later)).toEqual({ streams: ['s-a', 's-b'], revisions: [1, 0] });
  });

  it('refuses a stream that begins in the middle, one with a hole, and a position that does not rise', async () => {
    const store = new ListStore();
    const events = store.add('s-a', fact, fact, fact, fact);
    const nothing = () => Promise.resolve(new Map<string, number>());
    const [first, second, , fourth] = events;
    if (!first || !second || !fourth) throw new Error('four events were added');
    const fresh = new StreamEvidence(undefined, nothing);
    await fresh.prepare([second]);
    expect(fresh.refuse(second)).toContain('from revision -1 to 1');
    const holed = new StreamEvidence(undefined, nothing);
    expect(holed.refuse(first)).toBeUndefined();
    expect(holed.refuse(fourth)).toContain('events were skipped');
    expect(new StreamEvidence(at(9), undefined).refuse(first)).toContain('went back');
    const again = new StreamEvidence(undefined, nothing);
    expect(again.refuse(first)).toBeUndefined();
    expect(again.refuse({ ...first, position: at(2) })).toContain('came again');
  });
});

describe('Progress', () => {
  it('tells rate and seconds left over the last seconds', () => {
    const progress = new Progress();
    expect(progress.after(100, undefined, at(1_000), at(11_000), 0)).toEqual({ rate: 0, secondsLeft: null });
    expect(progress.after(100, at(1_000), at(2_000), at(11_000), 1_000)).toMatchObject({ secondsLeft: 5 });
    expect(progress.after(1, at(2_000), at(11_000), at(11_000), 2_000)).toMatchObject({ secondsLeft: 0 });
  });
});

describe('names and positions', () => {
  it('makes a safe schema name of any projection name', () => {
    expect(schemaOf('dossiers.case-list', 2, 13)).toBe('dossiers_case_list_v2_13');
    expect(() => schemaOf('dossiers."x"', 1, 1)).toThrow(RangeError);
  });

  it('orders positions by commit, then prepare, the beginning first', () => {
    expect(comparePositions(undefined, at(0))).toBeLessThan(0);
    expect(comparePositions(at(2), at(10))).toBeLessThan(0);
    expect(comparePositions({ commit: 2n, prepare: 1n }, at(2))).toBeLessThan(0);
    expect(comparePositions(at(2), at(2))).toBe(0);
  });
});
