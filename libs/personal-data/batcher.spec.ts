import { Batcher } from './batcher';

describe('Batcher', () => {
  it('asks once for what is wanted at one time, and gives each its own answer', async () => {
    const batches: number[][] = [];
    const batcher = new Batcher<number, string>((items) => {
      batches.push([...items]);
      return Promise.resolve(items.map(String));
    }, 3);
    expect(await Promise.all([1, 2, 3, 4].map((n) => batcher.request(n)))).toEqual(['1', '2', '3', '4']);
    expect(await batcher.request(5)).toBe('5');
    expect(batches).toEqual([[1, 2, 3], [4], [5]]);
  });

  it('tells a failure to those of its batch alone and goes on', async () => {
    const batcher = new Batcher<number, number>(
      ([item = 0]) => (item === 1 ? Promise.reject(new Error('away')) : Promise.resolve([item])),
      1,
    );
    const answers = await Promise.allSettled([batcher.request(1), batcher.request(2)]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await batcher.request(3)).toBe(3);
  });
});
