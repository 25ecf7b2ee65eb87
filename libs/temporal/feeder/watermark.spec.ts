import fc from 'fast-check';
import { Watermark } from './watermark';

const at = (commit: number) => ({ commit: BigInt(commit), prepare: BigInt(commit) });

it('stands before the first position that is still owed', () => {
  const mark = new Watermark(undefined);
  mark.pass(at(1));
  const second = mark.hold(at(2));
  const third = mark.hold(at(3));
  mark.pass(at(4));
  mark.settle([third]);
  expect([mark.position?.commit, mark.owed]).toEqual([1n, 1]);
  mark.settle([second]);
  expect([mark.position?.commit, mark.owed]).toEqual([4n, 0]);
});

it('never passes an owed position, in whatever order deliveries end', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 60 }), fc.infiniteStream(fc.nat()), (owed, order) => {
      const mark = new Watermark(undefined);
      const open = owed.flatMap((isOwed, index) => {
        if (isOwed) return [{ index, ticket: mark.hold(at(index)) }];
        mark.pass(at(index));
        return [];
      });
      while (open.length > 0) {
        mark.settle(open.splice((order.next().value as number) % open.length, 1).map(({ ticket }) => ticket));
        const lowest = Math.min(owed.length, ...open.map(({ index }) => index));
        expect(mark.position?.commit ?? -1n).toBe(BigInt(lowest - 1));
      }
    }),
  );
});
