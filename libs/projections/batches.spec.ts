import { setTimeout as sleep } from 'node:timers/promises';
import { inBatches, type BatchLimits } from './batches';

const limits = (more: Partial<BatchLimits<number>> = {}): BatchLimits<number> => ({
  maxCount: 3,
  lingerMs: 5,
  quietLingerMs: 5,
  matters: () => true,
  flushes: () => false,
  ...more,
});

async function collect(source: AsyncIterable<number>, more: Partial<BatchLimits<number>> = {}): Promise<number[][]> {
  const batches: number[][] = [];
  for await (const batch of inBatches(source, limits(more))) batches.push(batch);
  return batches;
}

describe('inBatches', () => {
  it('cuts by count and hands out the rest at the end', async () => {
    const source = (async function* () {
      for (let i = 1; i <= 7; i += 1) yield await Promise.resolve(i);
    })();
    expect(await collect(source)).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  });

  it('cuts by time when the source pauses', async () => {
    const source = (async function* () {
      yield 1;
      yield 2;
      await sleep(60);
      yield 3;
    })();
    expect(await collect(source)).toEqual([[1, 2], [3]]);
  });

  it('does not wait for company after an item that flushes', async () => {
    const source = (async function* () {
      yield 1;
      yield 2;
      await sleep(50);
      yield 3;
    })();
    const started = performance.now();
    const iterator = inBatches(source, limits({ lingerMs: 5_000, flushes: (item) => item === 2 }))[
      Symbol.asyncIterator
    ]();
    expect((await iterator.next()).value).toEqual([1, 2]);
    expect(performance.now() - started).toBeLessThan(1_000);
    await iterator.return(undefined);
  });

  it('lets what matters not wait as long as what does not', async () => {
    const source = (async function* () {
      yield 0;
      await sleep(20);
      yield 1;
      await sleep(2_000, undefined, { ref: false });
    })();
    const started = performance.now();
    const iterator = inBatches(source, limits({ quietLingerMs: 60_000, lingerMs: 1, matters: (item) => item === 1 }));
    expect((await iterator.next()).value).toEqual([0, 1]);
    expect(performance.now() - started).toBeLessThan(1_000);
    await iterator.return(undefined);
  });

  it('holds the source back while the consumer works', async () => {
    let pulled = 0;
    const source = (async function* () {
      for (;;) yield await Promise.resolve((pulled += 1));
    })();
    for await (const batch of inBatches(source, limits())) {
      await sleep(20);
      expect(pulled - (batch.at(-1) ?? 0)).toBeLessThanOrEqual(6);
      if (pulled > 12) break;
    }
  });

  it('hands out what was read before the source failed, then fails', async () => {
    const source = (async function* () {
      yield await Promise.resolve(1);
      throw new Error('connection lost');
    })();
    const seen: number[][] = [];
    const reading = (async () => {
      for await (const batch of inBatches(source, limits())) seen.push(batch);
    })();
    await expect(reading).rejects.toThrow('connection lost');
    expect(seen).toEqual([[1]]);
  });

  it('ends the source when the consumer leaves', async () => {
    let ended = false;
    const source = (async function* () {
      try {
        for (let i = 1; ; i += 1) yield await Promise.resolve(i);
      } finally {
        ended = true;
      }
    })();
    for await (const batch of inBatches(source, limits())) {
      expect(batch).toHaveLength(3);
      break;
    }
    expect(ended).toBe(true);
  });
});
