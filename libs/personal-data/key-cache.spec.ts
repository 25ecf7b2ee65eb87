import { createSecretKey, randomBytes } from 'node:crypto';
import { KeyCache } from './key-cache';

describe('KeyCache', () => {
  const key = createSecretKey(randomBytes(32));
  let time = 0;
  let fetched = 0;
  const fetch = () => {
    fetched += 1;
    return Promise.resolve(key);
  };
  beforeEach(() => {
    time = 0;
    fetched = 0;
  });
  const cacheOf = (limit: number) => new KeyCache({ limit, lifeMs: 30_000 }, () => time);

  it('fetches once for all who ask, until its life ends', async () => {
    const cache = cacheOf(10);
    await Promise.all([cache.get('p', fetch), cache.get('p', fetch)]);
    time = 29_999;
    await cache.get('p', fetch);
    expect(fetched).toBe(1);
    time = 30_000;
    await cache.get('p', fetch);
    expect(fetched).toBe(2);
  });

  it('stays within its limit', async () => {
    const cache = cacheOf(10);
    for (let n = 0; n < 100; n += 1) await cache.get(`p${String(n)}`, fetch);
    expect(cache.size).toBeLessThanOrEqual(10);
  });

  it('forgets on request, and keeps no failure', async () => {
    const cache = cacheOf(10);
    await cache.get('p', fetch);
    cache.forget('p');
    await expect(cache.get('p', () => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
    expect(await cache.get('p', fetch)).toBe(key);
    expect(fetched).toBe(2);
  });
});
