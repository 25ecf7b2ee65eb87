import { HealthChecks } from './health-checks';

describe('HealthChecks', () => {
  it('says a line per part and is ready when all work', async () => {
    const health = new HealthChecks();
    health.add('a', () => Promise.resolve('1 ms'));
    health.add('b', () => Promise.resolve('fine'), { required: false });
    expect(await health.all()).toEqual({
      status: 'ready',
      parts: [
        { name: 'a', state: 'ok', detail: '1 ms' },
        { name: 'b', state: 'ok', detail: 'fine' },
      ],
    });
  });

  it('stays up, degraded, without a part it can do without', async () => {
    const health = new HealthChecks();
    health.add('engine', () => Promise.reject(new Error('away')), { required: false });
    expect(await health.all()).toEqual({
      status: 'degraded',
      parts: [{ name: 'engine', state: 'degraded', detail: 'away' }],
    });
  });

  it('is not ready without a part it needs', async () => {
    const health = new HealthChecks();
    health.add('store', () => Promise.reject(new Error('away')));
    health.add('engine', () => Promise.reject(new Error('away')), { required: false });
    expect((await health.all()).status).toBe('not-ready');
  });

  it('does not wait for a part that never answers', async () => {
    jest.useFakeTimers();
    const health = new HealthChecks();
    health.add('silent', () => new Promise<string>(() => undefined));
    const answer = health.all();
    await jest.advanceTimersByTimeAsync(2_000);
    jest.useRealTimers();
    expect((await answer).parts[0]).toMatchObject({ state: 'down', detail: 'no answer within 2000 ms' });
  });
});
